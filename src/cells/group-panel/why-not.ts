import { requirementQuestion, type CustomColumns, type Playbook, type Requirement, type Seat } from '../../playbook';
import type { Result } from '../../ui/result';
import { whyNoGroup } from '../groups/why-no-group';
import { rowsOf } from '../rows';
import { decidedWords, quoted, removalWords } from './member-words';

/** How a person stands to a group, before any rule is asked. */
export interface Standing {
  template: string;
  account_name: string;
  full_name: string | null;
  job_title: string | null;
  /** The person's own account; null: none. */
  own_account: string | null;
  is_of_account: boolean;
  is_title_understood: boolean;
  solution_interest: string;
  own_account_no: number | null;
  /** The group of the person's own account for the same solution interest, and their seat in it; null: none. */
  own_group: number | null;
  own_role: string | null;
  /** The seat that the person has, whether by what outranks the title rule, and by what. */
  role: string | null;
  rule_outranked: boolean;
  rule: string | null;
  made_at: Date | null;
  author: string | null;
  note: string | null;
  /** What took the person out of the group and outranks the title rule; null: nothing did. */
  removal: string | null;
  removed_at: Date | null;
  removed_by: string | null;
  removal_note: string | null;
}

/** Why a person is not in a seat. */
export interface Answer {
  /** One sentence. */
  verdict: string;
  /** What decided it, in words of the seat's rule; null where no rule did. */
  failed: Requirement | null;
  /** Everything the rule asks, to be read beside the first that failed; none where no rule was asked. */
  requirements: Requirement[];
  /** Whose rule it is, "The seat" or "The audience", and who was asked by it. */
  asking: string;
  subject: string;
}

interface Rules {
  playbook: Playbook;
  custom: CustomColumns;
}
type Query = (sql: string) => Promise<Result>;

/** One row, or none where the group or the person is no more. */
export const standingSql = (groupNo: number, personNo: number): string => `select
    template.template, account.account_name, people.full_name, people.job_title, own.account_name as own_account,
    interest.solution_interest, people.account_no as own_account_no, own_group.group_no as own_group, own_member.role as own_role,
    exists (
        select 1
        from canon.account_person as account_person
        where account_person.account_no = groups.account_no and account_person.person_no = people.person_no
    ) as is_of_account,
    coalesce(titles.seniority, 'unknown') <> 'unknown' or coalesce(titles.function, 'unknown') <> 'unknown' as is_title_understood,
    members.role, coalesce(member_source.precedence < rule_source.precedence, false) as rule_outranked, members.rule, members.made_at, members.author, members.note, removals.rule as removal, removals.made_at as removed_at,
    removals.author as removed_by, removals.note as removal_note,
from role.buying_group as groups
join config.template as template using (template_no)
join config.interest as interest using (interest_no)
join canon.account as account on account.account_no = groups.account_no
join canon.person as people on people.person_no = ${personNo}
left join canon.account as own on own.account_no = people.account_no
left join role.buying_group as own_group on own_group.account_no = people.account_no and own_group.interest_no = groups.interest_no
left join (select group_no, role from role.member where person_no = ${personNo}) as own_member on own_member.group_no = own_group.group_no
left join persona.person as titles on titles.person_no = people.person_no
left join (select * from role.member where group_no = ${groupNo}) as members on members.person_no = people.person_no
join config.membership_source as rule_source on rule_source.source = 'rule'
left join config.membership_source as member_source on member_source.source = members.source
left join (
    select decision.person_no, decision.rule, decision.made_at, decision.author, decision.note, membership_source.precedence
    from role.decision as decision
    join config.membership_source as membership_source using (source)
    where decision.group_no = ${groupNo} and decision.action = 'remove'
) as removals on removals.person_no = people.person_no and removals.precedence < rule_source.precedence
where groups.group_no = ${groupNo}`;

/** Why a person is not in a seat (by its role) of a group; null where the group, the seat or the person is no more. */
export async function whyNot(
  asked: { groupNo: number; personNo: number; role: string },
  rules: Rules,
  query: Query,
): Promise<Answer | null> {
  const [standing] = rowsOf<Standing>(await query(standingSql(asked.groupNo, asked.personNo)));
  const seats = rules.playbook.templates.find(({ name }) => name === standing?.template)?.seats ?? [];
  const seat = seats.find(({ role }) => role === asked.role);
  if (!standing || !seat) return null;
  const askedOf = { asking: 'The seat', subject: nameOf(standing) };
  const outside = beforeRules(standing, seat);
  if (outside) {
    const answer = { verdict: outside, failed: null, requirements: [], ...askedOf };
    return isElsewhere(standing, seat) ? elsewhere(answer, standing, rules, query) : answer;
  }
  if (!seat.condition) return { ...askedOf, verdict: `No rule says who fits ${seat.role}: it waits for a contact role of the CRM, a journey or a hand.`, failed: null, requirements: [] };
  const question = requirementQuestion(seat.condition, 'person', asked.personNo, rules.playbook, rules.custom);
  const [row] = rowsOf<Record<string, unknown>>(await query(question.sql));
  return { ...byRules(standing, seat, row ? question.read(row) : []), ...askedOf };
}

/** What decides before a seat's rule is asked; null: nothing does. */
export function beforeRules(standing: Standing, { role, isAutoAssign }: Pick<Seat, 'role' | 'isAutoAssign'>): string | null {
  const who = nameOf(standing);
  if (standing.role === role) return `${who} is in this seat. ${standing.rule ? decidedWords(standing) + quoted(standing.note) : ''}`.trim();
  if (standing.removal) return `${removalWords(standing)}. Leave it to the rules to have them decide again.`;
  if (standing.role && standing.rule_outranked) return `${who} is ${standing.role} here: ${standing.rule ? decidedWords(standing) + quoted(standing.note) : 'something that outranks the title rule'}, which counts before the title rule.`;
  if (!standing.is_of_account) {
    const where = standing.own_account ? `The files put ${who} at ${standing.own_account}` : `The files put ${who} at no account`;
    return `${where}, not at ${standing.account_name}.${thereWords(standing)} Only a contact role of the CRM, a journey or a hand can seat somebody from elsewhere.`;
  }
  return isAutoAssign ? null : `${role} is not filled by its rule: it waits for a contact role of the CRM, a journey or a hand.`;
}

/** Whether nothing but the account keeps a person out. */
const isElsewhere = (standing: Standing, { role }: Pick<Seat, 'role'>): boolean => !standing.is_of_account && standing.role !== role && !standing.removal && !(standing.role && standing.rule_outranked);

/** Where a person of another account stands there. */
function thereWords({ own_account: own, own_account_no: no, own_group: group, own_role: role, solution_interest: interest }: Standing): string {
  if (no === null) return '';
  if (group === null) return ` ${own ?? 'That account'} has no group for ${interest}.`;
  return role ? ` There they are ${role} for ${interest}.` : ` There they have no seat for ${interest}.`;
}

/** Of somebody whose own account has no group, also why it has none. */
async function elsewhere(answer: Answer, standing: Standing, rules: Rules, query: Query): Promise<Answer> {
  if (standing.own_account_no === null || standing.own_group !== null) return answer;
  const group = await whyNoGroup({ accountNo: standing.own_account_no, interest: standing.solution_interest }, rules, query);
  if (!group) return answer;
  return { ...answer, verdict: `${answer.verdict} ${group.verdict}`, failed: group.failed, requirements: group.requirements, asking: 'The audience', subject: standing.own_account ?? 'That account' };
}

/** The first test that failed, or the earlier seat that took a person whom nothing keeps out. */
export function byRules(standing: Standing, { role }: Pick<Seat, 'role'>, requirements: Requirement[]): Pick<Answer, 'verdict' | 'failed' | 'requirements'> {
  const who = nameOf(standing);
  const failed = requirements.find(({ isMet }) => !isMet) ?? null;
  if (!failed) {
    const verdict = standing.role
      ? `${who} fits ${role} too, but is ${standing.role}: the first fitting seat in the template's order wins.`
      : `${who} passes every test of ${role}, and yet is not in it: the numbers on screen are not those of these rules.`;
    return { verdict, failed: null, requirements };
  }
  const title = !standing.job_title ? `${who} has no title. ` : standing.is_title_understood ? '' : `Nobody understood the title “${standing.job_title}” yet. `;
  return { verdict: `${title}${who} does not pass a test of ${role}.`, failed, requirements };
}

const nameOf = ({ full_name: name }: Standing): string => name ?? 'This person';
