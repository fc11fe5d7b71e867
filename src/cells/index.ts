// The kinds of cell a notebook can hold, in the order of the menu.
import type { CellType } from './cell-type';
import { chart } from './chart';
import { coverage } from './coverage';
import { distribution } from './distribution';
import { duplicates } from './duplicates';
import { files } from './files';
import { groupFunnel } from './group-funnel';
import { groups } from './groups';
import { loadSummary } from './load-summary';
import { markdown } from './markdown';
import { peopleFunnel } from './people-funnel';
import { quadrant } from './quadrant';
import { rejects } from './rejects';
import { sql } from './sql';
import { stageGraph } from './stage-graph';
import { totals } from './totals';

export const cellTypes: ReadonlyMap<string, CellType> = new Map(
  [markdown, sql, chart, totals, loadSummary, files, duplicates, rejects, distribution, quadrant, coverage, groups, peopleFunnel, groupFunnel, stageGraph].map((type) => [type.kind, type]),
);

export * from './cell-type';
export { setCellContext, type CellContext } from './context';
export type { GroupFilter } from './groups/filter';
export { bounded, isSelect, rowLimit } from './sql/bounded';
export { rowsOf } from './rows';
export { default as StageGraph } from './stage-graph/StageGraph.svelte';
export { entityLabel, levelLabel, sentence } from './words';
