/** Whether the engine's CSV reader would not take a line: it ends at two million bytes. */
export function isTooLong(line: string): boolean {
  return line.length > 600_000 && new TextEncoder().encode(line).length > 1_999_000;
}

/** One record of the CSV that Rolecall writes for itself: every value quoted where it must be, none changed. */
export function writtenRecord(values: readonly string[]): string {
  // A line of one empty value would be no record at all.
  return values.length === 1 && values[0] === '' ? '""\n' : `${values.map(writtenValue).join(',')}\n`;
}

function writtenValue(value: string): string {
  return /[",\r\n]/.test(value) || value.startsWith(' ') || value.endsWith(' ') ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Collects text as UTF-8 in pieces that a Blob can hold outside the script's memory. */
export class WrittenText {
  #pieces: Blob[] = [];
  #text: string[] = [];
  #length = 0;

  add(text: string): void {
    this.#text.push(text);
    this.#length += text.length;
    if (this.#length > 4_000_000) this.#flush();
  }

  /** All that was added, in order. */
  blob(): Blob {
    this.#flush();
    return new Blob(this.#pieces, { type: 'text/csv' });
  }

  #flush(): void {
    this.#pieces.push(new Blob([this.#text.join('')]));
    this.#text = [];
    this.#length = 0;
  }
}
