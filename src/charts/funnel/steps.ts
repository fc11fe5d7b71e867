import { percentOf } from '../format';

/** One step of the funnel of people. */
export interface PersonFunnelRow {
  stage_no: number;
  stage: string;
  people: number;
  /** Of these, who came too recently to have gone on. */
  immature_people: number | null;
  /** Percent of this step that went on to the next; null at the last, and where nobody could. */
  conversion: number | null;
  /** Days from this step to the next, for those who went on. */
  median_days: number | null;
}

/** One step of the funnel of buying groups. */
export interface GroupFunnelRow {
  stage_no: number;
  stage: string;
  groups: number;
  conversion: number | null;
  meaning?: string | null;
  immature_groups?: number | null;
  median_days?: number | null;
}

/** What both funnels draw. */
export interface Step<R = unknown> {
  row: R;
  stage: string;
  count: number;
  young: number;
  conversion: number | null;
  days: number | null;
  /** Percent of the first step. */
  share: number | null;
  meaning: string | null;
}

/** The people's steps in order. */
export function stepsOfPeople(rows: PersonFunnelRow[]): Step<PersonFunnelRow>[] {
  return stepsOf(rows, (row) => ({ count: row.people, young: row.immature_people ?? 0, days: row.median_days, meaning: null }));
}

/** The groups' steps in order. */
export function stepsOfGroups(rows: GroupFunnelRow[]): Step<GroupFunnelRow>[] {
  return stepsOf(rows, (row) => ({ count: row.groups, young: row.immature_groups ?? 0, days: row.median_days ?? null, meaning: row.meaning ?? null }));
}

function stepsOf<R extends { stage_no: number; stage: string; conversion: number | null }>(
  rows: R[],
  read: (row: R) => Pick<Step, 'count' | 'young' | 'days' | 'meaning'>,
): Step<R>[] {
  const inOrder = [...rows].sort((a, b) => a.stage_no - b.stage_no);
  const first = inOrder[0] ? read(inOrder[0]).count : 0;
  return inOrder.map((row) => ({
    row, stage: row.stage, conversion: row.conversion, ...read(row), share: percentOf(read(row).count, first),
  }));
}
