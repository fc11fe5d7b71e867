import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the text of files goes: a folder, or memory in a test. */
export interface Target {
  open(name: string): Sink;
}

export interface Sink {
  write(text: string): void;
  close(): void;
}

export type Value = string | number | boolean | null;
export type Cells = readonly Value[];

export interface Dialect {
  /** What an absent value is written as. */
  absent: string;
  isQuotedAlways: boolean;
}

const FLUSH_AT = 1 << 18;

/** One CSV file, written as it grows; holds at most a quarter of a megabyte. Lines end in LF. */
export class CsvFile {
  readonly #sink: Sink;
  readonly #dialect: Dialect;
  #text = '';
  rows = 0;

  constructor(target: Target, name: string, header: readonly string[], dialect: Partial<Dialect> = {}) {
    this.#dialect = { absent: '', isQuotedAlways: false, ...dialect };
    this.#sink = target.open(name);
    this.#line(header);
  }

  add(row: Cells): void {
    this.rows += 1;
    this.#line(row);
  }

  close(): void {
    this.#sink.write(this.#text);
    this.#sink.close();
  }

  #line(row: Cells): void {
    this.#text += `${row.map((value) => this.#cell(value)).join(',')}\n`;
    if (this.#text.length < FLUSH_AT) return;
    this.#sink.write(this.#text);
    this.#text = '';
  }

  #cell(value: Value): string {
    const text = value === null || value === '' ? this.#dialect.absent : String(value);
    const isQuoted = this.#dialect.isQuotedAlways || /[",\r\n]/.test(text);
    return isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
  }
}

/** Writes each file into the folder, which is made when it is missing. */
export function folderTarget(folder: string): Target {
  return {
    open(name) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      const file = openSync(path, 'w');
      return { write: (text) => writeFileSync(file, text), close: () => closeSync(file) };
    },
  };
}

/** Keeps each file as text, under its name. */
export function memoryTarget(files: Map<string, string>): Target {
  return {
    open(name) {
      const parts: string[] = [];
      return { write: (text) => void parts.push(text), close: () => void files.set(name, parts.join('')) };
    },
  };
}
