-- One row per act of a known person or on a known account, in numbers; its words are in canon.activity. Key: file_no, source_row.
-- Without an account of its own an act counts for its person's primary account.
with keyed as (
    select
        file_no,
        source_row,
        source_system,
        occurred_at,
        activity_type,
        status,
        case
            when length(person_id) = 18 and starts_with(person_id, '00') then left(person_id, 15)
            else person_id
        end as person_key,
        case
            when length(account_id) = 18 and starts_with(account_id, '00') then left(account_id, 15)
            else account_id
        end as account_key,
    from ingest.activity
),
-- Joined here once for a million people rather than for five million acts.
named as (
    select person_key, person_no
    from canon.person_key
    union all
    select person_key, person_no
    from canon.activity_email
),
person_place as (
    select named.person_key, named.person_no, primary_account.account_no
    from named
    left join canon.primary_account as primary_account using (person_no)
),
shared_place as (
    select
        person_shared_key.person_key,
        person_shared_key.source_system,
        person_shared_key.person_no,
        primary_account.account_no,
    from canon.person_shared_key as person_shared_key
    left join canon.primary_account as primary_account using (person_no)
)
select
    coalesce(shared_place.person_no, person_place.person_no) as person_no,
    coalesce(
        account_shared_key.account_no,
        account_key.account_no,
        case when shared_place.person_no is null then person_place.account_no else shared_place.account_no end
    ) as account_no,
    keyed.occurred_at,
    activity_kind.kind_no,
    keyed.file_no,
    keyed.source_row,
from keyed
left join person_place on person_place.person_key = keyed.person_key
left join shared_place
    on shared_place.person_key = keyed.person_key and shared_place.source_system = keyed.source_system
left join canon.account_key as account_key on account_key.account_key = keyed.account_key
left join canon.account_shared_key as account_shared_key
    on account_shared_key.account_key = keyed.account_key and account_shared_key.source_system = keyed.source_system
join canon.activity_kind as activity_kind
    on activity_kind.source_type is not distinct from keyed.activity_type
    and activity_kind.source_status is not distinct from keyed.status
where (person_place.person_no is not null or account_key.account_no is not null)
    and (keyed.file_no, keyed.source_row) not in (select (file_no, source_row) from canon.activity_repeat)
