/** What a side of a pair says of itself: names of columns in `personPairsSql` and `accountPairsSql`, without `one_` and `other_`. */
const personColumns = ['name', 'email', 'title', 'account', 'phone', 'city', 'source', 'record', 'key_id', 'key_email', 'key_name', 'key_company', 'is_shared'];
const accountColumns = ['name', 'domain', 'industry', 'employees', 'place', 'owner', 'people', 'source', 'record', 'key_id', 'key_domain', 'key_name'];

/** The likeliest pairs of people, most likely first, and how many there are in all (`pairs_found`). */
export function personPairsSql(limit: number): string {
  return `with listed as (
${listed('person', limit)}
),
shown as (select one_no as person_no from listed union select other_no from listed),
side as (
    select
        person.person_no,
        person.full_name as name,
        person.email as email,
        person.job_title as title,
        account.account_name as account,
        person.phone as phone,
        concat_ws(', ', person.city, person.country) as city,
        records.source_system as source,
        concat_ws(' · ', records.source_system, records.person_id) as record,
        records.person_id as key_id,
        records.email as key_email,
        coalesce(records.full_name, concat_ws(' ', records.first_name, records.last_name)) as key_name,
        records.company_name as key_company,
        coalesce(person_record.email_key <> lower(records.email), false) as is_shared
    from shown
    join canon.person as person using (person_no)
    left join canon.account as account on account.account_no = person.account_no
    join ingest.person as records on records.file_no = person.file_no and records.source_row = person.source_row
    join canon.person_record as person_record on person_record.file_no = person.file_no and person_record.source_row = person.source_row
)
${paired('person_no', personColumns)}`;
}

/** The likeliest pairs of accounts, most likely first, and how many there are in all (`pairs_found`). */
export function accountPairsSql(limit: number): string {
  return `with listed as (
${listed('account', limit)}
),
shown as (select one_no as account_no from listed union select other_no from listed),
headcount as (
    select shown.account_no, count(person.person_no)::integer as people
    from shown
    left join canon.person as person using (account_no)
    group by shown.account_no
),
side as (
    select
        account.account_no,
        account.account_name as name,
        coalesce(account.domain, account.website) as domain,
        account.industry as industry,
        account.employees as employees,
        concat_ws(', ', account.city, account.country) as place,
        account.owner as owner,
        headcount.people as people,
        records.source_system as source,
        concat_ws(' · ', records.source_system, records.account_id) as record,
        records.account_id as key_id,
        account_record.domain as key_domain,
        records.account_name as key_name
    from headcount
    join canon.account as account using (account_no)
    join ingest.account as records on records.file_no = account.file_no and records.source_row = account.source_row
    join canon.account_record as account_record on account_record.file_no = account.file_no and account_record.source_row = account.source_row
)
${paired('account_no', accountColumns)}`;
}

/** How many pairs are proposed of each entity. */
export const countsSql = `select entity, count(*)::integer as pairs
from canon.duplicate_candidate
group by entity`;

/** What the records that were decided about are called in the files: by entity and key. */
export const namesSql = `select 'person' as entity, key_by, key_value, key_within, any_value(coalesce(records.full_name, concat_ws(' ', records.first_name, records.last_name))) as name
from canon.named_person
join canon.person_record as person_record using (record_no)
join ingest.person as records on records.file_no = person_record.file_no and records.source_row = person_record.source_row
group by key_by, key_value, key_within
union all
select 'account', key_by, key_value, key_within, any_value(records.account_name)
from canon.named_account
join canon.account_record as account_record using (record_no)
join ingest.account as records on records.file_no = account_record.file_no and records.source_row = account_record.source_row
group by key_by, key_value, key_within`;

function listed(entity: string, limit: number): string {
  return `    select one_no, other_no, evidence, score, (count(*) over ())::integer as pairs_found
    from canon.duplicate_candidate
    where entity = '${entity}'
    order by score desc, one_no, other_no
    limit ${Math.floor(limit)}`;
}

function paired(key: string, columns: readonly string[]): string {
  const both = columns.flatMap((column) => [`one.${column} as one_${column}`, `other.${column} as other_${column}`]);
  return `select
    listed.*,
    ${both.join(',\n    ')}
from listed
join side as one on one.${key} = listed.one_no
join side as other on other.${key} = listed.other_no
order by listed.score desc, listed.one_no, listed.other_no`;
}
