import type { Component } from 'svelte';
import type { Result } from '../ui/result';

export type OptionValue = string | number | boolean | null | readonly string[];
export type CellOptions = Record<string, OptionValue>;

/** What a cell's query has come to. The last good result stays in sight while a newer one is made or has failed. */
export interface CellRun {
  status: 'idle' | 'stale' | 'running' | 'done' | 'failed';
  result: Result | null;
  error: CellError | null;
  /** Milliseconds the last good run took. */
  ms: number | null;
}

/** Why a cell has no fresh result, and where in its own SQL. */
export interface CellError {
  message: string;
  position: number | null;
}

export const idleRun: CellRun = { status: 'idle', result: null, error: null, ms: null };

/** What every view of a cell is given. */
export interface CellViewProps<Options> {
  options: Options;
  run: CellRun;
  /** Changes options of the document; one step of undo for each pause in typing. */
  onchange: (patch: Partial<Options>) => void;
  /** Asks for the cell's query to be run now. */
  onrun: () => void;
}

/** A kind of cell: its name, its options when nothing is said, what it asks the engine, how it looks. */
export interface CellType<Options = CellOptions> {
  kind: string;
  label: string;
  /** One sentence for the menu of cells. */
  hint: string;
  group: 'write' | 'ask' | 'review';
  defaults: Options;
  /** The option that is a longer text: saved line by line, so that a diff reads well. */
  textOption?: string & keyof Options;
  /** Whether a change of options runs the query at once; a SQL cell waits to be told. */
  isRunOnChange: boolean;
  query(options: Options): string | null;
  View: Component<CellViewProps<Options>>;
}

/** Forgets a type's own options, so that all kinds fit in one list. */
export function defineCell<Options extends { [Key in keyof Options]: OptionValue }>(type: CellType<Options>): CellType {
  // `toCell` fills options from this type's defaults and checks each one's type, so its views only ever see its own.
  return type as unknown as CellType;
}
