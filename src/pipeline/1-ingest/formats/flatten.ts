/** A record's values by their dotted path. A Map, since a record may name its values as it likes. */
export type Flat = Map<string, string>;

const depthLimit = 12;
/** Elements of a list of records that become columns of their own; what is beyond stays together as JSON. */
const elementLimit = 5;

/**
 * A nested record as flat text: `person.name.firstName`, `personComponents[0].sourceAccountKey.sourceKey`; a list of plain
 * values is joined by `;`, null and empty lists give nothing.
 */
export function flatten(record: Readonly<Record<string, unknown>>): Flat {
  const flat: Flat = new Map();
  // Marketo's activities keep theirs as JSON, which is where the plan looks for a link or a status (domain.md §2.3).
  const isMarketo = 'activityTypeId' in record;
  for (const [key, value] of Object.entries(record)) {
    if (isMarketo && key === 'attributes') flat.set(key, plainText(value));
    else spread(flat, key, value, 1);
  }
  return flat;
}

/** Whether a value is an object with names, not null and not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function spread(flat: Flat, path: string, value: unknown, depth: number): void {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') return void flat.set(path, plainText(value));
  if (depth >= depthLimit) return void flat.set(path, JSON.stringify(value));
  if (isRecord(value)) {
    for (const [key, each] of Object.entries(value)) spread(flat, `${path}.${key}`, each, depth + 1);
    return;
  }
  // Neither plain nor a record, it is a list.
  const list = value as unknown[];
  if (list.length === 0) return;
  if (list.every((each) => typeof each !== 'object' || each === null)) {
    flat.set(path, list.filter((each) => each !== null).map(plainText).join(';'));
    return;
  }
  list.slice(0, elementLimit).forEach((each, at) => spread(flat, `${path}[${at}]`, each, depth + 1));
  if (list.length > elementLimit) flat.set(`${path}[${elementLimit}…]`, JSON.stringify(list.slice(elementLimit)));
}

function plainText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
