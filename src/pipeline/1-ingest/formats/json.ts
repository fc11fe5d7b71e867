import { EngineError } from '../../../engine/errors';
import { blobOf, bytesOf, sizeOf, tooLarge, type Content } from './bytes';
import { Flattener, isRecord } from './flatten';
import type { BrokenRecord, Opened } from './opened';
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
  if (isLines) return [await written(name, () => batches(content))];
  if (sizeOf(content) > wholeLimit) throw tooLarge(name, sizeOf(content), wholeLimit);
  const lists = listsIn(await wholeJson(name, content));
  return Promise.all(lists.map(([key, list]) => written(lists.length === 1 ? name : `${name}/${key}`, () => oneBatch(list))));
}

/** One value of the file: its number from 1, and its text, to be told when it is no record. */
interface Item {
  at: number;
  value: unknown;
  text: string;
}

/** Records from which the columns are taken before the first is written. */
const lookAhead = 5_000;
/** Names that stand for values, such as ids, would make columns without end. */
const columnLimit = 20_000;

async function written(name: string, batchesOf: () => AsyncIterable<Item[]>): Promise<Opened> {
  const flattener = new Flattener();
  let seen = 0;
  for await (const batch of batchesOf()) {
    for (const { value } of batch) if (isRecord(value)) flattener.row(value);
    seen += batch.length;
    if (seen >= lookAhead) break;
  }
  for (;;) {
    const width = flattener.columns.length;
    const table = new JsonTable(name, flattener);
    for await (const batch of batchesOf()) batch.forEach((item) => table.add(item));
    // Mostly the first records have all the columns; if not, what was written is too narrow.
    if (flattener.columns.length === width) return table.opened();
  }
}

/** Records being written as CSV under the columns known at its beginning. */
class JsonTable {
  readonly #name: string;
  readonly #flattener: Flattener;
  readonly #text = new WrittenText();
  readonly #broken: BrokenRecord[] = [];

  constructor(name: string, flattener: Flattener) {
    this.#name = name;
    this.#flattener = flattener;
    this.#text.add(writtenRecord(flattener.columns));
  }

  add({ at, value, text }: Item): void {
    const line = isRecord(value) ? writtenRecord(this.#flattener.row(value)) : null;
    if (this.#flattener.columns.length > columnLimit) throw new EngineError('ingest.too-wide', `${this.#name} has over ${columnLimit} different names in its records. Export only what you need.`);
    if (line !== null && !isTooLong(line)) this.#text.add(line);
    else this.#broken.push({ record: at, text: (line ?? (text || JSON.stringify(value))).slice(0, 500), reason: line === null ? 'not a JSON record' : 'longer than 2 MB' });
  }

  opened(): Opened {
    if (this.#flattener.columns.length === 0) throw new EngineError('ingest.unknown-columns', `${this.#name} is JSON without records. Export a list of objects, or one object a line.`);
    return { name: this.#name, content: this.#text.blob(), isWritten: true, broken: this.#broken };
  }
}

async function* oneBatch(list: readonly unknown[]): AsyncGenerator<Item[]> {
  yield list.map((value, at) => ({ at: at + 1, value, text: '' }));
}

/** The lines of a file that are not blank, some at a time, each parsed. */
async function* batches(content: Content): AsyncGenerator<Item[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let at = 0;
  const itemsOf = (lines: readonly string[]): Item[] =>
    lines.filter((line) => line.trim() !== '').map((line) => ({ at: ++at, value: parsed(line), text: line }));
  const size = sizeOf(content);
  for (let from = 0; from < size; from += pieceBytes) {
    const isLast = from + pieceBytes >= size;
    // In large pieces: a stream gives a Blob in many small ones, which takes longer than reading the JSON.
    const lines = (rest + decoder.decode(await bytesOf(content, from, pieceBytes), { stream: !isLast })).split('\n');
    rest = isLast ? '' : (lines.pop() ?? '');
    yield itemsOf(lines);
  }
}

const pieceBytes = 4 * 2 ** 20;

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
