import { fittingSql, type CustomColumns, type Playbook, type Seat } from '../../../playbook';
import { decidedWords, quoted, removalWords } from '../member-words';

/** Somebody who could sit in a seat and does not. */
export interface Candidate {
  person_no: number;
  full_name: string | null;
  email: string | null;
  job_title: string | null;
  /** The phrases of the title that decided what it means. */
  phrases: string[] | null;
  file_name: string | null;
  source_row: number | null;
  /** What speaks for this seat: rule, crm, journey or manual. */
  claim: string;
  claim_rule: string;
  /** The seat they have in this group instead, and by what; null: none. */
  role: string | null;
  source: string | null;
  rule: string | null;
  made_at: Date | null;
  author: string | null;
  note: string | null;
  /** What took them out of the group; null: nothing did. */
  removal: string | null;
  removed_at: Date | null;
  removed_by: string | null;
  removal_note: string | null;
  /** How many there are in all. */
  people_found: number;
}

/** The people for whom something speaks in a seat of a group in which they do not sit; up to 50. `fits` gives those who fit by rule where it does not fill itself. */
export function candidatesSql(groupNo: number, seatNo: number, fits: string | null): string {
  const byCondition = fits === null ? '' : `
    union all
    select fits.person_no, 'rule', seat_rule.rule
    from (${fits}) as fits
    join role.seat_rule as seat_rule on seat_rule.seat_no = ${seatNo}`;
  return `with claim as (
    select pool.person_no, 'rule' as source, seat_rule.rule
    from role.pool as pool
    join role.seat_match as seat_match using (profile_no)
    join role.seat_rule as seat_rule using (seat_no)
    where pool.group_no = ${groupNo} and seat_match.seat_no = ${seatNo}${byCondition}
    union all
    select person_no, 'crm', rule
    from role.crm_role
    where group_no = ${groupNo} and seat_no = ${seatNo}
    union all
    select person_no, source, rule
    from role.override
    where group_no = ${groupNo} and seat_no = ${seatNo} and action = 'add'
),
best_claim as (
    select claim.person_no, claim.source, claim.rule
    from claim
    join config.membership_source as membership_source using (source)
    qualify row_number() over (partition by claim.person_no order by membership_source.precedence) = 1
),
lost as (
    select
        best_claim.person_no, best_claim.source as claim, best_claim.rule as claim_rule,
        members.role, members.source, members.rule, members.made_at, members.author, members.note, removals.rule as removal, removals.made_at as removed_at,
        removals.author as removed_by, removals.note as removal_note,
        cast(count(*) over () as integer) as people_found,
    from best_claim
    left join (select * from role.member where group_no = ${groupNo}) as members using (person_no)
    left join (select * from role.decision where group_no = ${groupNo} and action = 'remove') as removals using (person_no)
    where members.seat_no is distinct from ${seatNo}
    order by removals.rule is null, members.source = 'rule', members.seat_no, best_claim.person_no
    limit 50
)
select
    lost.person_no, people.full_name, people.email, people.job_title, titles.phrases, files.file_name, people.source_row,
    lost.claim, lost.claim_rule, lost.role, lost.source, lost.rule, lost.made_at, lost.author, lost.note, lost.removal, lost.removed_at, lost.removed_by, lost.removal_note, lost.people_found,
from lost
join canon.person as people using (person_no)
left join persona.person as titles using (person_no)
left join ingest.file as files using (file_no)
order by lost.removal is null, lost.source = 'rule', lost.role, people.full_name, lost.person_no`;
}

/** People of the group's account who fit a seat that waits for a hand; null where the rule fills the seat itself or asks nothing. */
export function fitsSql(groupNo: number, seat: Pick<Seat, 'condition' | 'isAutoAssign'>, rules: { playbook: Playbook; custom: CustomColumns }): string | null {
  if (seat.isAutoAssign || !seat.condition) return null;
  const among = `person.person_no in (
        select account_person.person_no
        from canon.account_person as account_person
        join role.buying_group as buying_group using (account_no)
        where buying_group.group_no = ${groupNo}
    )`;
  return fittingSql(seat.condition, 'person', among, rules.playbook, rules.custom);
}

const speakers: Record<string, string> = { rule: 'the title rule', crm: 'the CRM', journey: 'a journey', manual: 'a hand' };

/** To whom or what a candidate lost the seat, in one sentence. */
export function lossOf(candidate: Candidate, { role, isAutoAssign }: Pick<Seat, 'role' | 'isAutoAssign'>): string {
  const { claim } = candidate;
  const speaker = speakers[claim] ?? claim;
  if (candidate.removal) return `${removalWords(candidate)}, which counts before ${speaker}.`;
  const waits = `${role} is not filled by its rule: it waits for the CRM, a journey or a hand.`;
  if (!candidate.role) return `Has no seat. ${isAutoAssign ? 'The numbers on screen are not those of these rules.' : waits}`;
  if (candidate.source !== 'rule') return `Is ${candidate.role} instead: ${decidedWords(candidate)}${quoted(candidate.note)}, which counts before ${speaker}.`;
  if (claim !== 'rule') return `Is ${candidate.role} instead: the playbook has the title rule count before ${speaker}.`;
  return isAutoAssign ? `Is ${candidate.role} instead, which comes before ${role} in the template.` : `Is ${candidate.role}. ${waits}`;
}
