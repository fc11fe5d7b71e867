import { quoteText } from '../../engine/quoting';
import { requirementQuestion, type CustomColumns, type Playbook, type Requirement } from '../../playbook';
import type { Result } from '../../ui/result';
import { rowsOf } from '../rows';

/** An account that was searched for. */
export interface FoundAccount {
  account_no: number;
  account_name: string | null;
  domain: string | null;
  country: string | null;
  /** How many buying groups it has. */
  groups: number;
}

/** Why an account has no buying group for a solution interest, or that it has one. */
export interface GroupAnswer {
  /** One sentence or two. */
  verdict: string;
  /** The audience's first test that failed; null where no test decided. */
  failed: Requirement | null;
  /** Everything the audience asks; none where it was not asked. */
  requirements: Requirement[];
  /** The group, where there is one. */
  groupNo: number | null;
}

/** Accounts whose name, domain or country has every word that is typed, those without a group first; up to `limit` rows from `offset` on. */
export function accountsSql(text: string, limit: number, offset = 0): string {
  const tests = text.split(/\s+/).filter((word) => word !== '').map((word) => `contains(accounts.words, strip_accents(lower(${quoteText(word)})))`);
  return `with accounts as (
    select account_no, account_name, domain, country, strip_accents(lower(concat_ws(' ', account_name, domain, country))) as words
    from canon.account
),
grouped as (
    select account_no, cast(count(*) as integer) as groups
    from role.buying_group
    group by account_no
)
select accounts.account_no, accounts.account_name, accounts.domain, accounts.country, coalesce(grouped.groups, 0) as groups
from accounts
left join grouped using (account_no)
where ${tests.length === 0 ? 'true' : tests.join('\n    and ')}
order by grouped.groups nulls first, accounts.account_name, accounts.account_no
limit ${limit} offset ${offset}`;
}

interface AccountRow {
  account_name: string | null;
  group_no: number | null;
}

const standingSql = (accountNo: number, interest: string): string => `select accounts.account_name, groups.group_no
from canon.account as accounts
left join (
    select buying_group.account_no, buying_group.group_no
    from role.buying_group as buying_group
    join config.interest as interest using (interest_no)
    where interest.solution_interest = ${quoteText(interest)}
) as groups using (account_no)
where accounts.account_no = ${accountNo}`;

/** Why an account has no group for a solution interest (by its name); null where the account or the interest is no more. */
export async function whyNoGroup(
  asked: { accountNo: number; interest: string },
  rules: { playbook: Playbook; custom: CustomColumns },
  query: (sql: string) => Promise<Result>,
): Promise<GroupAnswer | null> {
  const { playbook } = rules;
  const [account] = rowsOf<AccountRow>(await query(standingSql(asked.accountNo, asked.interest)));
  const interest = playbook.interests.find(({ name }) => name === asked.interest);
  if (!account || !interest) return null;
  const name = account.account_name?.trim() || 'This account';
  if (account.group_no !== null) return { ...told(`${name} has a group for ${interest.name}.`), groupNo: account.group_no };
  const outside = beforeAudience(account, interest.name, playbook.templates.find((each) => each.name === interest.template) ?? null);
  if (outside) return told(outside);
  const audience = playbook.audiences.find((each) => each.name === interest.audience);
  if (!audience?.condition) return told(`${name} has no group for ${interest.name}, and yet nothing keeps it out: the numbers on screen are not those of these rules.`);
  const question = requirementQuestion(audience.condition, 'account', asked.accountNo, playbook, rules.custom);
  const [row] = rowsOf<Record<string, unknown>>(await query(question.sql));
  const requirements = row ? question.read(row) : [];
  const failed = requirements.find(({ isMet }) => !isMet) ?? null;
  return failed
    ? { verdict: `${name} does not pass a test of “${audience.name}”, the audience of ${interest.name}.`, failed, requirements, groupNo: null }
    : { ...told(`${name} is in the audience of ${interest.name}, and yet has no group: the numbers on screen are not those of these rules.`), requirements };
}

/** What decides before the audience is asked; null: nothing does. */
function beforeAudience(account: AccountRow, interest: string, template: { name: string; isLive: boolean } | null): string | null {
  if (!template) return `${interest} names a role template that the playbook does not have.`;
  if (!template.isLive) return `${interest} is sold with the role template “${template.name}”, which is a draft. Only a live template makes groups: set it live in the playbook.`;
  return account.account_name?.trim() ? null : 'The files give this account no name, and an account without a name makes no group.';
}

const told = (verdict: string): GroupAnswer => ({ verdict, failed: null, requirements: [], groupNo: null });
