import { asksForDay, stageSql, type PlainCondition, type Playbook } from '../../playbook';
import type { PipelineTable } from '../table';
import { keywordTables } from './keywords';

/** The tables whose select depends on the conditions of the stage model, or on whether there are keywords. */
export const generated: PipelineTable[] = [
  { name: 'score.ruled_stage', isGenerated: true, sql: ruledStage },
  { name: 'score.stage_met', isGenerated: true, sql: stageMet },
  ...keywordTables,
];

function ruledStage(playbook: Playbook): string {
  const rules = rulesOf(playbook).toReversed();
  const cases = rules.map(({ number, condition }) => `        when ${stageSql(condition)} then ${number}\n`).join('');
  const entry = playbook.stageModel.stages.findIndex(({ kind }) => kind === 'entry') + 1;
  return `-- A view, one row per buying group: its signs, and the stage that they speak for. Key: group_no.
-- The last stage in order whose condition holds; the first entry stage where none does.
select
    facts.*,
    cast(${cases === '' ? entry : `case\n${cases}        else ${entry}\n    end`} as integer) as stage_no,
from score.group_sign as facts${clockFor(rules)}`;
}

function stageMet(playbook: Playbook): string {
  const rules = rulesOf(playbook);
  const counts = rules.map(({ number, condition }) => `        count(*) filter (where ${stageSql(condition)}) as stage_${number},\n`).join('');
  const rows = rules.map(({ number }) => `select interest_no, ${number} as stage_no, cast(stage_${number} as integer) as groups_met from counted`);
  return `-- One row per solution interest and stage with a condition: how many groups meet it. Key: interest_no, stage_no.
-- A group meets several; wherever it stands by a recorded move, its facts are counted here.
with counted as (
    select
        facts.interest_no,
${counts}    from score.group_sign as facts${clockFor(rules)}
    group by facts.interest_no
)
${rows.join('\nunion all\n') || 'select interest_no, 0 as stage_no, 0 as groups_met from counted where false'}`;
}

interface StageRule {
  number: number;
  condition: PlainCondition;
}

const rulesOf = ({ stageModel }: Playbook): StageRule[] =>
  stageModel.stages.flatMap(({ condition }, at) => (condition ? [{ number: at + 1, condition }] : []));

const clockFor = (rules: readonly StageRule[]): string =>
  rules.some(({ condition }) => asksForDay(condition)) ? '\n    cross join canon.clock as clock' : '';
