import { cellTypes, type CellOptions, type OptionValue } from '../cells';
import { EngineError } from '../engine/errors';
import type { Recipe } from '../engine/import';
import { changesBetween, defaultPlaybook, isEmptyOverrides, type Overrides, parseOverrides, parsePlaybook, type Playbook } from '../playbook';
import { fromRecipe, withRecipe } from './import/recipes';

/** A cell as saved: what it is, and only those options that differ from the defaults of its kind. */
export interface CellSpec {
  id: string;
  kind: string;
  /** A name other cells can read its result by, as `cell.<name>`. */
  name?: string;
  /** A longer text is a list of its lines. */
  options?: Record<string, OptionValue>;
}

/** A cell as used: every option present and of its type. An unknown kind keeps what it was saved with. */
export interface Cell {
  id: string;
  kind: string;
  name: string | null;
  options: CellOptions;
}

export interface NotebookSpec {
  format: 'rolecall-notebook';
  version: 1;
  title: string;
  cells: CellSpec[];
  /** How files were understood, to be replayed on the next ones; absent when there are none. */
  recipes?: Recipe[];
  /** What was decided by hand about particular records; absent when nothing was. */
  overrides?: Overrides;
  /** The rules; absent when they are the defaults. */
  playbook?: Playbook;
}

export interface Notebook {
  title: string;
  cells: readonly Cell[];
  recipes: readonly Recipe[];
  overrides: Overrides;
  playbook: Playbook;
}

const namePattern = /^[a-z][a-z0-9_]{0,62}$/;

/** Completes a saved cell. An option that is missing, unknown or of the wrong type becomes the default. */
export function toCell(spec: CellSpec): Cell {
  const name = spec.name && namePattern.test(spec.name) ? spec.name : null;
  const type = cellTypes.get(spec.kind);
  const given = new Map(Object.entries(spec.options ?? {}));
  if (!type) return { id: spec.id, kind: spec.kind, name, options: Object.fromEntries(given) };
  const options = Object.entries(type.defaults).map(([key, standard]) => {
    const value = given.get(key);
    const whole = key === type.textOption && isLines(value) ? value.join('\n') : value;
    return [key, isLike(whole, standard) ? whole : standard] as const;
  });
  return { id: spec.id, kind: spec.kind, name, options: Object.fromEntries(options) };
}

/** The least that `toCell` completes to the same cell. */
export function toSpec(cell: Cell): CellSpec {
  const type = cellTypes.get(cell.kind);
  const differing = Object.entries(cell.options)
    .filter(([key, value]) => !type || JSON.stringify(type.defaults[key]) !== JSON.stringify(value))
    .map(([key, value]) => [key, key === type?.textOption ? toLines(value) : value] as const);
  return {
    id: cell.id,
    kind: cell.kind,
    ...(cell.name ? { name: cell.name } : {}),
    ...(differing.length > 0 ? { options: Object.fromEntries(differing) } : {}),
  };
}

/**
 * Completes a saved notebook; cells that share an id get new ones. Throws `notebook.unreadable` on anything else, and
 * `overrides.invalid` or `playbook.invalid` rather than lose what a person decided.
 */
export function toNotebook(saved: unknown): Notebook {
  if (!isRecord(saved) || saved.format !== 'rolecall-notebook' || !Array.isArray(saved.cells)) {
    throw new EngineError('notebook.unreadable', 'This is not a Rolecall notebook. Open a .rolecall.json file saved here.');
  }
  if (saved.version !== 1) {
    throw new EngineError('notebook.too-new', `This notebook is of version ${String(saved.version)}, which a newer Rolecall wrote.`);
  }
  const taken = new Set<string>();
  const cells = saved.cells.filter(isCellSpec).map((spec) => {
    const id = taken.has(spec.id) ? newId(taken) : spec.id;
    taken.add(id);
    return toCell({ ...spec, id });
  });
  const title = typeof saved.title === 'string' && saved.title.trim() ? saved.title : 'Untitled';
  return { title, cells, recipes: toRecipes(saved.recipes), overrides: parseOverrides(saved.overrides), playbook: saved.playbook === undefined ? defaultPlaybook : parsePlaybook(saved.playbook) };
}

/** The notebook as saved. */
export function toNotebookSpec({ title, cells, recipes, overrides, playbook }: Notebook): NotebookSpec {
  return {
    format: 'rolecall-notebook',
    version: 1,
    title,
    cells: cells.map(toSpec),
    ...(recipes.length > 0 ? { recipes: [...recipes] } : {}),
    ...(isEmptyOverrides(overrides) ? {} : { overrides }),
    ...(changesBetween(defaultPlaybook, playbook).length === 0 ? {} : { playbook }),
  };
}

/** A short id that none of `taken` has. */
export function newId(taken: ReadonlySet<string>): string {
  for (let at = taken.size + 1; ; at++) if (!taken.has(`c${at}`)) return `c${at}`;
}

/** Whether other cells could read a cell under this name. */
export const isCellName = (name: string): boolean => namePattern.test(name);

/** The recipes that can be read; the notebook is worth opening without the others. */
function toRecipes(saved: unknown): Recipe[] {
  if (!Array.isArray(saved)) return [];
  return saved.reduce<Recipe[]>((recipes, each: unknown) => {
    try {
      return withRecipe(recipes, fromRecipe(each));
    } catch {
      return recipes; // A recipe of a newer Rolecall, or spoilt by hand.
    }
  }, []);
}

function isCellSpec(value: unknown): value is CellSpec {
  if (!isRecord(value) || typeof value.id !== 'string' || value.id === '' || typeof value.kind !== 'string') return false;
  return (value.name === undefined || typeof value.name === 'string') && (value.options === undefined || isRecord(value.options));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLines(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((line) => typeof line === 'string');
}

/** Null stands for "not chosen" and so goes with text. */
function isLike(value: unknown, standard: OptionValue | undefined): value is OptionValue {
  if (Array.isArray(standard)) return isLines(value);
  if (standard === null) return value === null || typeof value === 'string';
  return typeof value === typeof standard && !(typeof value === 'number' && !Number.isFinite(value));
}

function toLines(value: OptionValue): OptionValue {
  return typeof value === 'string' && value.includes('\n') ? value.split('\n') : value;
}
