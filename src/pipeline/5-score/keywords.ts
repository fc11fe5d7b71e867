import type { Playbook } from '../../playbook';
import type { PipelineTable } from '../table';

/** The two tables that look at the words of every act: without keywords they are empty, and no act is read. */
export const keywordTables: PipelineTable[] = [
  { name: 'score.keyword_text', isGenerated: true, sql: keywordText },
  { name: 'score.keyword_act', isGenerated: true, sql: keywordAct },
];

const hasKeywords = ({ keywords }: Playbook): boolean => keywords?.products.some((product) => product.keywords.length > 0) ?? false;

function keywordText(playbook: Playbook): string {
  if (!hasKeywords(playbook)) {
    return `-- One row per distinct asset and address of the acts; none, for there are no keywords. Key: text_no.
select cast(null as integer) as text_no, cast(null as text) as asset, cast(null as text) as url, cast(null as bigint[]) as records
where false`;
  }
  return `-- One row per distinct asset and address of the acts. Key: text_no.
-- Keywords are looked for here, so that a text is read once however many acts have it. records are the places of its acts, file_no * 2^32
-- + source_row, for words are unpacked from the files and that is done once.
with text as (
    select
        asset,
        url,
        list(cast(file_no as bigint) * 4294967296 + source_row) as records,
    from ingest.activity
    where asset is not null or url is not null
    group by asset, url
)
select
    cast(row_number() over (order by asset, url) as integer) as text_no,
    asset,
    url,
    records,
from text`;
}

function keywordAct(playbook: Playbook): string {
  if (!hasKeywords(playbook)) {
    return `-- One row per act that counts for keywords; none, for there are no keywords. Key: none.
select cast(null as integer) as person_no, cast(null as smallint) as type_no, cast(null as date) as day, cast(null as integer) as text_no
where false`;
  }
  return `-- One row per act of a known person inside the look-back, of a kind that counts, with a text. Key: none.
-- By numbers and before any keyword or weight, so that a changed keyword reads no act again. The look-back ends with the as-of day.
with record as (
    select text_no, unnest(records) as record
    from score.keyword_text
),
counted as (
    select
        act.person_no,
        kinds.type_no,
        cast(act.occurred_at as date) as day,
        cast(act.file_no as bigint) * 4294967296 + act.source_row as record,
    from canon.act as act
    join score.keyword_kind as kinds using (kind_no)
    cross join canon.clock as clock
    cross join config.keyword_window as model
    where act.person_no is not null
        and act.occurred_at >= clock.as_of_date - model.look_back_days + 1
        and act.occurred_at < clock.as_of_date + 1
)
select
    counted.person_no,
    counted.type_no,
    counted.day,
    record.text_no,
from record
join counted using (record)`;
}
