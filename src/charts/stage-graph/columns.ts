/** A stage as it is drawn. */
export interface StageRow {
  stage: string;
  kind: 'entry' | 'step' | 'success' | 'failure';
  /** The names of the stages that it may move to; what is no stage is not drawn. */
  next: readonly string[];
  /** Groups that stand there; null while nothing is loaded. */
  groups: number | null;
  meaning?: string | null;
  /** Why it cannot stay as it is; null when nothing is wrong. */
  fault?: string | null;
}

/** A move that is allowed, by the places of both stages in the rows. */
export interface Move {
  from: number;
  to: number;
}

/** Every move between rows, each once; of two stages of one name the first is meant. */
export function movesOf(rows: readonly StageRow[]): Move[] {
  const place = (name: string): number => rows.findIndex(({ stage }) => stage === name);
  return rows.flatMap(({ next }, from) => [...new Set(next.map(place))].filter((to) => to >= 0 && to !== from).map((to) => ({ from, to })));
}

/**
 * The column of each row, from 0 at the left: entries first, the success last, and each stage right of those before it in
 * order that lead to it, so that only a move against the order goes left. One that none leads to stands under the one before it.
 */
export function columnsOf(rows: readonly StageRow[], moves: readonly Move[]): number[] {
  const columns: number[] = [];
  rows.forEach(({ kind }, at) => {
    const before = moves.filter(({ from, to }) => to === at && from < at).map(({ from }) => columns[from] ?? 0);
    const beside = Math.max(1, columns[at - 1] ?? 0);
    columns.push(kind === 'entry' ? 0 : before.length === 0 ? beside : 1 + Math.max(...before));
  });
  const isOnTheWay = ({ kind }: StageRow): boolean => kind === 'entry' || kind === 'step';
  const last = 1 + Math.max(-1, ...columns.filter((_, at) => isOnTheWay(rows[at] ?? nobody)));
  return columns.map((column, at) => {
    const kind = rows[at]?.kind;
    return kind === 'success' ? last : kind === 'failure' ? Math.min(column, last) : column;
  });
}

const nobody: StageRow = { stage: '', kind: 'step', next: [], groups: null };
