import { quoteText } from '../../engine/quoting';

/** Somebody who was searched for, with where they stand in the group. */
export interface FoundPerson {
  person_no: number;
  full_name: string | null;
  email: string | null;
  job_title: string | null;
  /** Their own account; null: none. */
  account_name: string | null;
  /** Whether they belong to the group's account. */
  is_of_account: boolean;
  /** Their seat in the group; null: none. */
  role: string | null;
}

/**
 * People whose name, e-mail address, title or account has every word that is typed, those of the group's account first; no words: only they.
 * Up to `limit` rows, the next page from `offset` on.
 */
export function peopleSql(groupNo: number, text: string, limit: number, offset = 0): string {
  const found = text.split(/\s+/).filter((word) => word !== '').map((word) => `contains(people.words, strip_accents(lower(${quoteText(word)})))`);
  const tests = found.length === 0 ? ['of_account.person_no is not null'] : found;
  return `with asked as (
    select account_no
    from role.buying_group
    where group_no = ${groupNo}
),
of_account as (
    select person_no
    from canon.account_person
    join asked using (account_no)
),
people as (
    select
        person.person_no, person.full_name, person.email, person.job_title, person.account_no, account.account_name,
        strip_accents(lower(concat_ws(' ', person.full_name, person.email, person.job_title, account.account_name))) as words,
    from canon.person as person
    left join canon.account as account using (account_no)
),
page as (
    select people.person_no, people.full_name, people.email, people.job_title, people.account_name, of_account.person_no is not null as is_of_account,
    from people
    left join of_account using (person_no)
    where ${tests.join('\n        and ')}
    order by is_of_account desc, people.full_name, people.person_no
    limit ${limit} offset ${offset}
)
select page.*, members.role
from page
left join (select person_no, role from role.member where group_no = ${groupNo}) as members using (person_no)
order by page.is_of_account desc, page.full_name, page.person_no`;
}
