const depthLimit = 12;
/** Elements of a list of records that become columns of their own; what is beyond stays together as JSON. */
const elementLimit = 5;

/** A place in the records: its path, its column once a plain value stood there, and the places below. */
interface Place {
  path: string;
  column: number;
  below: Map<string, Place>;
}

/** Whether a value is an object with names, not null and not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Makes nested records flat rows of text under columns such as `person.name.firstName` or
 * `personComponents[0].sourceAccountKey.sourceKey`; a list of plain values is joined by `;`, null and empty lists give ''.
 */
export class Flattener {
  /** Found so far, in the order they came; they only ever grow. */
  readonly columns: string[] = [];
  // Places are kept, since putting each path together again for each record took longer than reading the JSON.
  readonly #root: Place = { path: '', column: -1, below: new Map() };

  /** A record's values in the order of the columns, as many as are known by then. */
  row(record: Readonly<Record<string, unknown>>): string[] {
    const row = new Array<string>(this.columns.length).fill('');
    // Marketo's activities keep theirs as JSON, which is where the plan looks for a link or a status (domain.md §2.3).
    const isMarketo = 'activityTypeId' in record;
    for (const key of Object.keys(record)) {
      const value = record[key];
      if (isMarketo && key === 'attributes') this.#put(row, this.#below(this.#root, key), plainText(value));
      else this.#spread(row, this.#below(this.#root, key), value, 1);
    }
    return row;
  }

  #spread(row: string[], place: Place, value: unknown, depth: number): void {
    if (value === null || value === undefined) return;
    if (typeof value !== 'object') return this.#put(row, place, plainText(value));
    if (depth >= depthLimit) return this.#put(row, place, JSON.stringify(value));
    if (isRecord(value)) {
      for (const key of Object.keys(value)) this.#spread(row, this.#below(place, `.${key}`), value[key], depth + 1);
      return;
    }
    // Neither plain nor a record, it is a list.
    const list = value as unknown[];
    if (list.length === 0) return;
    if (list.every((each) => typeof each !== 'object' || each === null)) {
      return this.#put(row, place, list.filter((each) => each !== null).map(plainText).join(';'));
    }
    list.slice(0, elementLimit).forEach((each, at) => this.#spread(row, this.#below(place, `[${at}]`), each, depth + 1));
    if (list.length > elementLimit) this.#put(row, this.#below(place, `[${elementLimit}…]`), JSON.stringify(list.slice(elementLimit)));
  }

  #put(row: string[], place: Place, text: string): void {
    if (place.column < 0) {
      place.column = this.columns.push(place.path) - 1;
      row.push('');
    }
    row[place.column] = text;
  }

  #below(place: Place, step: string): Place {
    let next = place.below.get(step);
    if (!next) {
      next = { path: place.path + step, column: -1, below: new Map() };
      place.below.set(step, next);
    }
    return next;
  }
}

function plainText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
