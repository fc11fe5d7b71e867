import type { TableName } from './table';

/** The records of the examples: the select of each table that has some, in place of what is loaded. */
export const givenRecords: Partial<Record<TableName, string>> = {
  'canon.person': `-- One row per example. Key: person_no.
-- Its number is that of its person, its account and their records.
select *
from canon.person
where false
union all by name
select
    example_no as person_no,
    example_no as account_no,
    cast(example_no as varchar) as person_id,
    job_title,
    full_name,
    split_part(full_name, ' ', 1) as first_name,
    nullif(regexp_replace(full_name, '^\\S+\\s*', ''), '') as last_name,
    email,
    nullif(split_part(email, '@', 2), '') as email_domain,
    department,
    country,
    region,
    city,
    lead_source,
from config.example`,
  'canon.account': `-- One row per example. Key: account_no.
-- An account without a name would make no group.
select *
from canon.account
where false
union all by name
select
    example_no as account_no,
    cast(example_no as varchar) as account_id,
    coalesce(account_name, 'Example') as account_name,
    domain,
    industry,
    account_country as country,
    account_type,
    employees,
    annual_revenue,
from config.example`,
  'canon.account_person': `-- One row per example. Key: account_no, person_no.
-- Each is alone in its account, so that no example stands in another's way.
select *
from canon.account_person
where false
union all by name
select example_no as account_no, example_no as person_no, true as is_direct
from config.example`,
  'canon.account_record': `-- One row per example. Key: record_no.
-- By its domain an account is found in a list.
select *
from canon.account_record
where false
union all by name
select example_no as record_no, domain
from config.example`,
  'canon.account_match': `-- One row per example. Key: record_no.
-- An example is its own record.
select *
from canon.account_match
where false
union all by name
select example_no as record_no, example_no as account_no
from config.example`,
  'role.audience_account': `-- One row per audience and example. Key: audience_no, account_no.
-- Examples are about people: their accounts are in every audience.
select audience.audience_no, example.example_no as account_no
from config.audience as audience
cross join config.example as example`,
};

/** A table of what no example has: a history, deals, decisions by hand. */
export const noRecords = (name: TableName): string => `-- No rows: examples have none of it. Key: none.
-- The columns are those of ${name}.
select *
from ${name}
where false`;
