-- One row per kind of record. Key: entity.
-- records_in = kept + merged + orphaned, each counted on its own: in the files, in the tables, and in the lists of losses.
with came as (
    select 'account' as entity, count(*) as records_in from ingest.account
    union all
    select 'person', count(*) from ingest.person
    union all
    select 'account_person', count(*) from ingest.account_person
    union all
    select 'activity', count(*) from ingest.activity
    union all
    select 'opportunity', count(*) from ingest.opportunity
    union all
    select 'opportunity_contact', count(*) from ingest.opportunity_contact
    union all
    select 'stage_change', count(*) from ingest.stage_change
    union all
    select 'campaign_cost', count(*) from ingest.campaign_cost
    union all
    -- What a hand decided in the notebook came in no file.
    select 'membership_override', (select count(*) from ingest.membership_override) + (select count(*) from config.member_action)
    union all
    select 'product', count(*) from ingest.product
),
stayed as (
    select 'account' as entity, count(*) as kept from canon.account
    union all
    select 'person', count(*) from canon.person
    union all
    select 'account_person', count(*) from canon.relation_record where fate = 'kept'
    union all
    select 'activity', count(*) from canon.act
    union all
    select 'opportunity', count(*) from canon.opportunity
    union all
    -- A deal's own list of contacts is no record of its own.
    select 'opportunity_contact', count(*) from canon.opportunity_contact_record where fate = 'kept' and is_record
    union all
    select 'stage_change', count(*) from canon.stage_change
    union all
    select 'campaign_cost', count(*) from canon.campaign_cost
    union all
    select 'membership_override', count(*) from canon.membership_override
    union all
    select 'product', count(*) from canon.product
),
merging as (
    select entity, count(*) as merged
    from canon.duplicate
    group by entity
),
losing as (
    select entity, count(*) as orphaned
    from canon.orphan
    group by entity
)
select
    came.entity,
    cast(came.records_in as integer) as records_in,
    cast(stayed.kept as integer) as kept,
    cast(coalesce(merging.merged, 0) as integer) as merged,
    cast(coalesce(losing.orphaned, 0) as integer) as orphaned,
from came
join stayed using (entity)
left join merging using (entity)
left join losing using (entity)
