import { EngineError } from '../../../engine/errors';
import { blobOf, sizeOf, tooLarge, type Bytes, type Content } from './bytes';
import { flatten, isRecord, type Flat } from './flatten';
import type { Opened } from './opened';
import { isTooLong, WrittenText, writtenRecord } from './written';

/** A text of more characters than a script can hold at once. */
const wholeLimit = 500_000_000;

/** Whether a text's first characters begin JSON rather than a table. */
export function looksLikeJson(head: string): boolean {
  return /^\s*(\{\s*["}]|\[\s*[[{\]])/.test(head.replace(/^\uFEFF/, ''));
}

/**
 * JSON as tables: one for a list of records or for records line by line, several when an object holds several lists.
 * In a file of lines a line that is no record is a reject. Throws `ingest.broken-json`, which names the place.
 */
export async function openJson(name: string, content: Content, head: string): Promise<Opened[]> {
  const lines = head.split('\n', 4);
  const isLines = lines.slice(0, 3).some((line) => isRecord(parsed(line.trim()))) && head.trimStart().startsWith('{') && lines.length > 1;
  if (isLines) return [await writtenLines(name, content)];
  if (sizeOf(content) > wholeLimit) throw tooLarge(name, sizeOf(content), wholeLimit);
  const lists = listsIn(await wholeJson(name, content));
  return lists.map(([key, list]) => written(lists.length === 1 ? name : `${name}/${key}`, [...list.entries()].map(([at, each]) => ({ at: at + 1, value: each, text: '' }))));
}

/** One value of the file: its number from 1, and its text, to be told when it is no record. */
interface Item {
  at: number;
  value: unknown;
  text: string;
}

async function writtenLines(name: string, content: Content): Promise<Opened> {
  // Read twice, since only the last line tells the last column; holding all records would take many times the file.
  const columns = new Set<string>();
  for await (const batch of batches(content)) for (const { value } of batch) if (isRecord(value)) for (const key of flatten(value).keys()) columns.add(key);
  const table = new JsonTable(name, [...columns]);
  for await (const batch of batches(content)) batch.forEach((item) => table.add(item));
  return table.opened();
}

function written(name: string, items: readonly Item[]): Opened {
  const columns = new Set<string>();
  for (const { value } of items) if (isRecord(value)) for (const key of flatten(value).keys()) columns.add(key);
  const table = new JsonTable(name, [...columns]);
  items.forEach((item) => table.add(item));
  return table.opened();
}

/** Records being written as CSV under columns that are known. */
class JsonTable {
  readonly #name: string;
  readonly #columns: readonly string[];
  readonly #text = new WrittenText();
  readonly #broken: { record: number; text: string; reason: string }[] = [];

  constructor(name: string, columns: readonly string[]) {
    this.#name = name;
    this.#columns = columns;
    this.#text.add(writtenRecord(columns));
  }

  add({ at, value, text }: Item): void {
    const line = isRecord(value) ? this.#line(flatten(value)) : null;
    if (line !== null && !isTooLong(line)) this.#text.add(line);
    else this.#broken.push({ record: at, text: (line ?? (text || JSON.stringify(value))).slice(0, 500), reason: line === null ? 'not a JSON record' : 'longer than 2 MB' });
  }

  opened(): Opened {
    if (this.#columns.length === 0) throw new EngineError('ingest.unknown-columns', `${this.#name} is JSON without records. Export a list of objects, or one object a line.`);
    return { name: this.#name, content: this.#text.blob(), isWritten: true, broken: this.#broken };
  }

  #line(flat: Flat): string {
    return writtenRecord(this.#columns.map((column) => flat.get(column) ?? ''));
  }
}

/** The lines of a file that are not blank, some at a time, each parsed. */
async function* batches(content: Content): AsyncGenerator<Item[]> {
  const reader = (blobOf(content).stream() as Bytes).getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let at = 0;
  const itemsOf = (lines: readonly string[]): Item[] =>
    lines.filter((line) => line.trim() !== '').map((line) => ({ at: ++at, value: parsed(line), text: line }));
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    yield itemsOf(lines);
    if (done) return;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null; // The caller names the line; what JSON.parse says adds a column that the line may not have.
  }
}

async function wholeJson(name: string, content: Content): Promise<unknown> {
  const text = (await blobOf(content).text()).replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : '';
    const at = Number(/position (\d+)/.exec(said)?.[1] ?? text.length);
    const line = text.slice(0, at).split('\n').length;
    const isCut = at >= text.trimEnd().length;
    throw new EngineError('ingest.broken-json', `${name} ${isCut ? 'breaks off' : 'is not JSON'} in line ${line}. Export it again.`, { cause });
  }
}

/** The lists of records in a document: itself, or those that its object holds under a name; a lone record is a list of one. */
function listsIn(document: unknown): [key: string, list: unknown[]][] {
  if (Array.isArray(document)) return [['', document.map(unwrapped)]];
  if (!isRecord(document)) return [['', [document]]];
  const lists = Object.entries(document).flatMap(([key, value]): [string, unknown[]][] =>
    Array.isArray(value) && value.length > 0 && value.every(isRecord) ? [[key, value.map(unwrapped)]] : [],
  );
  const answers = lists.filter(([key]) => answerKeys.includes(key));
  if (answers.length > 0) return answers;
  return lists.length > 0 && lists.length === Object.keys(document).length ? lists : [['', [document]]];
}

/** Under what the systems' interfaces answer with their records. */
const answerKeys = ['records', 'results', 'result', 'data', 'value', 'items', 'rows'];

/** HubSpot's API keeps what matters one level down, beside the id. */
function unwrapped(value: unknown): unknown {
  if (!isRecord(value) || !isRecord(value.properties) || !('id' in value)) return value;
  return { 'Record ID': value.id, ...value.properties };
}
