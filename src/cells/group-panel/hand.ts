import type { MemberAction, RecordKey } from '../../playbook';

/** What a group and a person are known by, over reloads and next month's files. */
export interface HandKeys {
  person_no: number;
  solution_interest: string;
  account_id: string | null;
  account_system: string | null;
  domain: string | null;
  account_name: string | null;
  person_id: string | null;
  person_system: string | null;
  email: string | null;
  full_name: string | null;
}

/** One row a person: the keys of a group's account and of the person, each by the record that stands for it. */
export const handKeysSql = (groupNo: number, personNos: readonly number[]): string => `select
    people.person_no, interest.solution_interest,
    account_record.record_key as account_id, account_record.source_system as account_system, account_record.domain, account.account_name,
    person_record.record_key as person_id, person_record.source_system as person_system, people.email, people.full_name,
from role.buying_group as groups
join config.interest as interest using (interest_no)
join canon.account as account using (account_no)
join canon.account_record as account_record on account_record.file_no = account.file_no and account_record.source_row = account.source_row
cross join (select * from canon.person where person_no in (${personNos.length > 0 ? personNos.join(', ') : 'null'})) as people
join canon.person_record as person_record on person_record.file_no = people.file_no and person_record.source_row = people.source_row
where groups.group_no = ${groupNo}`;

/** What else is kept of a decision: when it was made, why, and by whom; empty texts are left out. */
export interface HandDetails {
  at?: Date;
  note?: string;
  by?: string;
}

/** The decision to put a person into a seat (a role), or out of the group (null); null when nothing names them for good. */
export function toHandAction(keys: HandKeys, role: string | null, { at = new Date(), note = '', by = '' }: HandDetails = {}): MemberAction | null {
  const account = accountKey(keys);
  const person = personKey(keys);
  if (!account || !person) return null;
  const told = { ...(note.trim() ? { note: note.trim() } : {}), ...(by.trim() ? { by: by.trim() } : {}) };
  return { action: role === null ? 'remove' : 'add', account, solutionInterest: keys.solution_interest, person, role, madeAt: at.toISOString(), ...told };
}

function accountKey({ account_id: id, account_system: system, domain, account_name: name }: HandKeys): RecordKey | null {
  if (id && system) return { system, id };
  return domain ? { domain } : name ? { name } : null;
}

function personKey({ person_id: id, person_system: system, email, full_name: name, account_name: company }: HandKeys): RecordKey | null {
  if (id && system) return { system, id };
  return email ? { email } : name ? { name, ...(company ? { company } : {}) } : null;
}
