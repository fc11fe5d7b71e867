// Few of everything, so that what is drawn at random meets.
export const accountIds = ['a1', 'a2', 'a3'];
export const personIds = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
export const dealIds = ['d1', 'd2', 'd3'];
export const countries = ['US', 'France'];
export const domains = accountIds.map((id) => `${id}.example`);
export const emails = personIds.map((id) => `${id}@mail.example`);
export const interestNames = ['Widgets', 'Gadgets'];
export const personaNames = ['Boss', 'Seller', 'Guest', 'Rest'];
/** `Economic Buyer` is a CRM's word for Decision Maker too, unless the playbook has it for a role. */
export const roleNames = ['Decision Maker', 'Champion', 'Influencer', 'Practitioner', 'Economic Buyer', 'Other'];
/** What conditions may name: the first audience never names another, so that no two can go in a circle. */
export const ruleLists = { ofAccounts: ['First audience', 'Named accounts'], ofPeople: ['Named people'] };
/** The last day of most stories. */
export const lastDay = '2026-03-31';
