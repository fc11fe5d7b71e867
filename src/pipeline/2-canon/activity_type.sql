-- One row per kind of activity, and what it counts as. Key: kind_no; also source_type, source_status.
-- A type together with its status is looked up first: Marketo's 104 is an event attended only with the status "Attended".
with keyed as (
    select
        *,
        lower(trim(coalesce(source_type, 'campaign member'))) as type_key,
        lower(trim(source_status)) as status_key,
    from canon.activity_kind
)
select
    keyed.kind_no,
    keyed.source_type,
    keyed.source_status,
    keyed.activities,
    coalesce(both_known.activity_type, type_known.activity_type, 'Other') as activity_type,
    coalesce(both_known.channel, type_known.channel, 'other') as channel,
    coalesce(both_known.activity_type, type_known.activity_type) is not null as is_known,
from keyed
left join config.activity_alias as both_known on both_known.source_type = keyed.type_key || ' ' || keyed.status_key
left join config.activity_alias as type_known on type_known.source_type = keyed.type_key
