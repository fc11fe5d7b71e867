-- A view of one row per act of a known person or on a known account, with its words. Key: file_no, source_row.
-- Two equal acts of a file are two. What only counts acts reads canon.act, which is numbers.
select
    act.person_no,
    act.account_no,
    act.occurred_at,
    activity_type.activity_type,
    activity_type.channel,
    records.platform,
    records.asset,
    records.url,
    records.campaign_id,
    act.file_no,
    act.source_row,
from canon.act as act
join canon.activity_type as activity_type using (kind_no)
join ingest.activity as records on records.file_no = act.file_no and records.source_row = act.source_row
