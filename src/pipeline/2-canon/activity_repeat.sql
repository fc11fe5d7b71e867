-- One row per act that an earlier file of the same system has told already. Key: file_no, source_row.
-- Exports overlap; within one file two equal acts are two. Only times that two files of a system share are looked at, so that
-- a single export costs nothing.
with span as (
    select source_system, file_no, min(occurred_at) as first_at, max(occurred_at) as last_at
    from ingest.activity
    group by source_system, file_no
),
shared as (
    select
        span.source_system,
        span.file_no,
        min(greatest(span.first_at, other.first_at)) as first_at,
        max(least(span.last_at, other.last_at)) as last_at,
    from span
    join span as other
        on other.source_system = span.source_system
        and other.file_no <> span.file_no
        and other.first_at <= span.last_at
        and other.last_at >= span.first_at
    group by span.source_system, span.file_no
),
act as (
    select
        acts.file_no,
        acts.source_row,
        acts.source_system,
        hash(
            acts.person_id, acts.account_id, acts.occurred_at, acts.activity_type, acts.status,
            acts.asset, acts.url, acts.campaign_id
        ) as act_hash,
    from ingest.activity as acts
    join shared
        on shared.source_system = acts.source_system
        and shared.file_no = acts.file_no
        and acts.occurred_at between shared.first_at and shared.last_at
),
counted as (
    select *, row_number() over (partition by file_no, act_hash order by source_row) as nth
    from act
)
select file_no, source_row
from counted
qualify row_number() over (partition by source_system, act_hash, nth order by file_no) > 1
