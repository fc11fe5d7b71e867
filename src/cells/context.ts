import { createContext } from 'svelte';
import type { CustomColumns, MemberAbout, MemberAction, Merge, MergePair, Overrides, Playbook } from '../playbook';
import type { Result } from '../ui/result';
import type { SqlSchema } from '../ui/sql-editor';
import type { GroupFilter } from './groups/filter';

/** What a cell may ask of the page around it. */
export interface CellContext {
  /** Runs one statement; for the few rows a view shows besides its cell's result. */
  query(sql: string): Promise<Result>;
  /** One more after every run of the pipeline: what was asked before is to be asked again. */
  readonly revision: number;
  /** The group whose panel is open. */
  readonly openedGroup: number | null;
  openGroup(groupNo: number): void;
  /** Sets the filters of the table of groups and goes there. */
  showGroups(filter: Partial<GroupFilter>): void;
  /** Opens the sheet that shows how a file was understood. */
  openFile(fileNo: number): void;
  /** The day that is looked at, ISO; null: the latest. */
  readonly day: string | null;
  /** Looks at the exports and acts up to a day, and scores anew. */
  chooseDay(day: string | null): void;
  /** Puts people into seats of groups by hand, or out of them; all at once, undone like any edit. */
  seat(actions: readonly MemberAction[]): void;
  /** Takes back what was decided about people in groups, so that the rules decide again. */
  unseat(about: readonly MemberAbout[]): void;
  /** The name under which decisions by hand are kept; empty: none. */
  readonly author: string;
  /** Gives that name, for this browser. */
  signAs(name: string): void;
  /** Shows rows in a dialog. */
  showRows(rows: { title: string; description: string; sql: string }): void;
  /** What was decided by hand about particular records. */
  readonly overrides: Overrides;
  /** The rules that the tables follow, and the columns of the files' own that they may ask for. */
  readonly playbook: Playbook;
  readonly custom: CustomColumns;
  /** Says whether two records are one; the page keeps it in the document, where undo takes it back, and scores again. */
  decide(pair: MergePair, verdict: Merge['verdict']): void;
  /** Takes back what was said of two records. */
  undecide(pair: MergePair): void;
  /** Tables and columns, for completion. */
  readonly schema: SqlSchema;
}

export const [cellContext, setCellContext] = createContext<CellContext>();
