-- One row per record that was merged into another. Key: entity, file_no, source_row.
-- The record that gives an account or a person its id is kept, and is not here.
with account_reason as (
    select
        account_match.*,
        first_record.own_no as kept_own_no,
        first_record.domain_no as kept_domain_no,
        first_record.ruled_no as kept_ruled_no,
        first_record.joined_at as kept_joined_at,
    from canon.account_match as account_match
    join canon.account_match as first_record
        on first_record.account_no = account_match.account_no and first_record.rank = 1
    where account_match.rank > 1
),
person_reason as (
    select record_no, reason, evidence
    from canon.person_link
    union all
    select other_no, reason, evidence
    from canon.person_link
),
first_person_reason as (
    select
        record_no,
        arg_min(reason, strength) as reason,
        arg_min(evidence, strength) as evidence,
    from (
        select *, case reason when 'same id' then 1 when 'id in the other system' then 2 when 'same email' then 3 else 4 end as strength
        from person_reason
    )
    group by record_no
),
cost as (
    select
        *,
        max(file_no) over same as last_file_no,
        row_number() over (partition by platform, campaign_id, campaign, cast(day as date), currency order by file_no desc, source_row) as rank,
    from ingest.campaign_cost
    window same as (partition by platform, campaign_id, campaign, cast(day as date), currency)
)
select
    'account' as entity,
    account_reason.account_no as kept_no,
    account_record.file_no,
    account_record.source_row,
    case
        when account_reason.ruled_no <> account_reason.kept_ruled_no then 'by hand'
        when account_reason.own_no = account_reason.kept_own_no and account_record.record_key is not null then 'same id'
        when account_reason.domain_no = account_reason.kept_domain_no and account_record.domain is not null then 'same domain'
        else 'same name'
    end as reason,
    case
        when account_reason.ruled_no <> account_reason.kept_ruled_no
            then strftime(coalesce(account_reason.joined_at, account_reason.kept_joined_at), '%Y-%m-%d %H:%M')
        when account_reason.own_no = account_reason.kept_own_no and account_record.record_key is not null then account_record.record_key
        when account_reason.domain_no = account_reason.kept_domain_no and account_record.domain is not null then account_record.domain
        else account_record.name_key
    end as evidence,
from account_reason
join canon.account_record as account_record using (record_no)
union all
select
    'person',
    person_match.person_no,
    person_record.file_no,
    person_record.source_row,
    first_person_reason.reason,
    first_person_reason.evidence,
from canon.person_match as person_match
join canon.person_record as person_record using (record_no)
left join first_person_reason using (record_no)
where person_match.rank > 1
union all
select 'opportunity', kept_no, file_no, source_row, 'same id', opportunity_key
from canon.opportunity_record
where fate = 'merged'
union all
select 'opportunity_contact', opportunity_no, file_no, source_row, 'same opportunity and person', opportunity_id || ' ' || person_id
from canon.opportunity_contact_record
where fate = 'merged' and is_record
union all
select 'account_person', account_no, file_no, source_row, 'same account and person', account_id || ' ' || person_id
from canon.relation_record
where fate = 'merged'
union all
select
    'campaign_cost',
    null,
    file_no,
    source_row,
    case when file_no < last_file_no then 'same campaign and day, told again later' else 'same campaign and day, added up' end,
    coalesce(campaign_id, campaign),
from cost
where rank > 1
union all
select 'stage_change', opportunity_no, file_no, source_row, 'same move', to_stage
from canon.stage_change_record
where fate = 'merged'
union all
select 'activity', null, file_no, source_row, 'same act in an earlier file', null
from canon.activity_repeat
union all
select 'product', null, file_no, source_row, 'same product', solution_interest
from canon.product_record
where fate = 'merged'
