import { describe, expect, test } from 'vitest';
import { evidenceWords, liftWords } from '../../src/notebook/playbook/won-deals';
import { defaultPlaybook, parsePlaybook, proposeTemplate, useProposal, type DealEvidence, type HeldRole, type TemplateProposal } from '../../src/playbook';

/** Of 40 deals, 20 won: so many with, so many of those won, and the lift with its limits as SQL gives them. */
function part(name: string, dealsWith: number, wonWith: number, lift: [number, number, number] | null, people = 1): DealEvidence {
  return {
    name, deals: 40, won: 20, deals_with: dealsWith, won_with: wonWith, deals_without: 40 - dealsWith, won_without: 20 - wonWith, people_in_won: people,
    win_rate: 50, win_rate_low: 30, win_rate_high: 70, base_rate: 50, membership_rate: (100 * dealsWith) / 40,
    lift: lift?.[0] ?? null, lift_low: lift?.[1] ?? null, lift_high: lift?.[2] ?? null,
  };
}

const strong = part('SVP / VP', 20, 15, [3, 1.5, 6.2], 1.5);
const middling = part('Senior Manager / Manager', 25, 15, [1.8, 1.1, 3.4], 2);
const unsure = part('Analyst', 12, 7, [1.26, 0.7, 2.1]);
const seldom = part('Developer', 10, 4, [0.75, 0.3, 1.6]);
const against = part('CXO / EVP', 20, 8, [0.67, 0.3, 1.2]);
const few = part('Consultant', 9, 9, null);
const held: HeldRole[] = [
  { role: 'Decision Maker', persona: 'SVP / VP', people: 9 },
  { role: 'Influencer', persona: 'SVP / VP', people: 4 },
  { role: 'Decision Maker', persona: 'Senior Manager / Manager', people: 8 },
  { role: 'Influencer', persona: 'Senior Manager / Manager', people: 6 },
];
const propose = (parts: DealEvidence[], by: 'persona' | 'role' = 'persona') => proposeTemplate(defaultPlaybook, 'Growth Suite', by, parts, held);
const seatsOf = (proposal: TemplateProposal) => (proposal.status === 'proposed' ? proposal.seats : []);

describe('a template is proposed from deals', () => {
  test('with those who sit in many won deals and with whom more are won, the strongest first', () => {
    expect(seatsOf(propose([against, few, seldom, unsure, middling, strong])).map(({ personas }) => personas)).toEqual([['SVP / VP'], ['Senior Manager / Manager'], ['Analyst']]);
  });

  test('its seats weigh by lift, and less where that may be chance', () => {
    expect(seatsOf(propose([strong, middling, unsure])).map(({ seat }) => seat.weighting)).toEqual(['Vital', 'Important', 'Normal']);
    const plain = { ...defaultPlaybook, weightings: { Little: 10, Much: 90 } };
    expect(seatsOf(proposeTemplate(plain, 'x', 'persona', [strong, unsure], held)).map(({ seat }) => seat.weighting)).toEqual(['Much', 'Much']);
  });

  test('needs the people of the median won deal, and requires who sits in half of them', () => {
    expect(seatsOf(propose([strong, middling, unsure])).map(({ seat }) => [seat.people, seat.isRequired])).toEqual([[2, true], [2, true], [1, false]]);
  });

  test('a persona sits in the role it held most often that is still free, or in one of its own name', () => {
    const seats = seatsOf(propose([strong, middling, unsure]));
    expect(seats.map(({ seat, isNewRole }) => [seat.role, isNewRole])).toEqual([['Decision Maker', false], ['Influencer', false], ['Analyst', true]]);
    expect(seats[0]?.seat.condition).toEqual({ field: 'person.persona', op: 'is one of', value: ['SVP / VP'] });
  });

  test('a role is for the personas that held it most often; one that none held most waits for a hand', () => {
    const seats = seatsOf(propose([{ ...strong, name: 'Decision Maker' }, { ...middling, name: 'Influencer' }], 'role'));
    expect(seats.map(({ seat, personas }) => [seat.role, personas, seat.isAutoAssign])).toEqual([['Decision Maker', ['SVP / VP', 'Senior Manager / Manager'], true], ['Influencer', [], false]]);
  });

  test('who sits in nearly every deal is a seat too, though nothing is there to compare with', () => {
    const always = part('SVP / VP', 35, 18, null);
    expect(seatsOf(propose([always])).map(({ seat }) => [seat.isRequired, seat.weighting])).toEqual([[true, 'Normal']]);
    expect(evidenceWords(always)).toBe('In 18 of 20 won deals. Won 18 of 35 with, 2 of 5 without: too few without to compare.');
  });

  test('of too few won deals nothing is', () => {
    expect(propose([{ ...strong, won: 9 }])).toEqual({ status: 'none', reason: 'Too few deals to learn from: 9 won of 40 closed with a contact, and a proposal needs 10 won.' });
    expect(propose([]).status).toBe('none');
    expect(propose([against, few, seldom]).status).toBe('none');
  });
});

test('a proposal that is used is a draft template of a playbook that can be used, and changes nothing else', () => {
  const proposal = propose([strong, unsure]);
  if (proposal.status === 'none') throw new Error(proposal.reason);
  const once = useProposal(defaultPlaybook, proposal);
  expect(parsePlaybook(once)).toEqual(once);
  expect(once.templates.slice(0, -1)).toEqual(defaultPlaybook.templates);
  expect(once.templates.at(-1)).toMatchObject({ name: 'Growth Suite, from won deals', isLive: false });
  expect(once.roles).toEqual([...defaultPlaybook.roles, 'Analyst']);
  expect({ ...once, roles: 0, templates: 0 }).toEqual({ ...defaultPlaybook, roles: 0, templates: 0 });
  const again = proposeTemplate(once, 'Growth Suite', 'persona', [strong, unsure], held);
  if (again.status === 'none') throw new Error(again.reason);
  expect(parsePlaybook(useProposal(once, again)).templates.at(-1)?.name).toBe('Growth Suite, from won deals 2');
});

test('a lift is never told without its interval', () => {
  expect(liftWords(strong)).toBe('3.0× (1.5× to 6.2×)');
  expect(liftWords(few)).toBe('too few deals');
  expect(liftWords(part('x', 35, 18, null))).toBe('too few deals without');
  expect(liftWords({ ...strong, lift: null, lift_high: null })).toBe('from 1.5×; none without was won');
  expect(evidenceWords(unsure)).toBe('In 7 of 20 won deals. Won 7 of 12 with, 13 of 28 without: lift 1.3× (0.70× to 2.1×), which may be chance.');
});
