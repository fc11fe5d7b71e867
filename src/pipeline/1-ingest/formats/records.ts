/** How a text is divided into records and values. Quotes are always `"`. */
export interface Dialect {
  delimiter: string;
  /** What stands before a quote inside quotes: `"` in a standard file, `\` in some. */
  escape: string;
}

/**
 * The records at the start of a text, at most `limit`. Only for a look at the first lines: the engine reads the file.
 * A last record that the text cuts short is left out when `isCut`.
 */
export function readRecords(text: string, dialect: Dialect, limit: number, isCut = false): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let value = '';
  let isQuoted = false;
  const endValue = (): void => {
    record.push(value);
    value = '';
  };
  for (let at = 0; at < text.length && records.length < limit; at++) {
    const char = text[at] ?? '';
    if (isQuoted) {
      if (char === dialect.escape && text[at + 1] === '"') {
        value += '"';
        at++;
      } else if (char === '"') isQuoted = false;
      else value += char;
    } else if (char === '"' && value === '') isQuoted = true;
    else if (char === dialect.delimiter) endValue();
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[at + 1] === '\n') at++;
      endValue();
      records.push(record);
      record = [];
    } else value += char;
  }
  if (records.length < limit && !isCut && (value !== '' || record.length > 0)) {
    endValue();
    records.push(record);
  }
  return records;
}
