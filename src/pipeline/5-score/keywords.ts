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
select cast(null as integer) as text_no, cast(null as text) as asset, cast(null as text) as url
where false`;
  }
  return `-- One row per distinct asset and address of the acts. Key: text_no.
-- Keywords are looked for here, so that a text is read once however many acts have it.
with text as (
    select distinct asset, url
    from canon.activity
    where asset is not null or url is not null
)
select
    cast(row_number() over (order by asset, url) as integer) as text_no,
    asset,
    url,
from text`;
}

function keywordAct(playbook: Playbook): string {
  if (!hasKeywords(playbook)) {
    return `-- One row per person, activity type, UTC day and text; none, for there are no keywords. Key: person_no, type_no, day, text_no.
select cast(null as integer) as person_no, cast(null as integer) as type_no, cast(null as date) as day, cast(null as integer) as text_no, cast(null as integer) as activities
where false`;
  }
  return `-- One row per person, activity type, UTC day and text inside the look-back. Key: person_no, type_no, day, text_no.
-- By numbers and before any keyword or weight, so that a changed keyword reads no act again. The look-back ends with the as-of day.
select
    activity.person_no,
    types.type_no,
    cast(activity.occurred_at as date) as day,
    text.text_no,
    cast(count(*) as integer) as activities,
from canon.activity as activity
cross join canon.clock as clock
cross join config.keyword_window as model
join config.keyword_type as types on types.activity_type = activity.activity_type
join score.keyword_text as text
    on text.asset is not distinct from activity.asset and text.url is not distinct from activity.url
where activity.person_no is not null
    and activity.occurred_at >= clock.as_of_date - model.look_back_days + 1
    and activity.occurred_at < clock.as_of_date + 1
group by activity.person_no, types.type_no, cast(activity.occurred_at as date), text.text_no`;
}
