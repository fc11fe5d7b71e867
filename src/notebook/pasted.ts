/** A text from the clipboard as a file: what a spreadsheet copies, CSV or JSON; null when it is no table. `number` tells pastes apart. */
export function pastedFile(text: string, number: number): File | null {
  const ending = endingOf(text.replace(/^\uFEFF/, '').trimEnd());
  return ending === null ? null : new File([text], `pasted ${number}.${ending}`, { type: 'text/plain' });
}

/** What to say of a text that is no table. */
export const pasteHint = 'Only a table can be pasted: cells of a spreadsheet with their header, CSV, JSON, or files.';

function endingOf(text: string): string | null {
  if (/^\s*[[{]/.test(text)) {
    const ending = jsonEnding(text);
    if (ending !== null) return ending;
  }
  // Of the signs that divide, a tab is never part of a sentence.
  const found = dividers.find(({ sign }) => isTable(text, sign));
  return found?.ending ?? null;
}

const dividers = [{ sign: '\t', ending: 'tsv' }, { sign: ';', ending: 'csv' }, { sign: ',', ending: 'csv' }, { sign: '|', ending: 'csv' }];

/** Two lines or more that are divided into as many values, but for a few; a spreadsheet leaves no line short. */
function isTable(text: string, sign: string): boolean {
  const counts = recordsOf(text, sign);
  const width = counts[0] ?? 0;
  return counts.length > 1 && width > 1 && counts.filter((count) => count === width).length >= counts.length * 0.9;
}

/** How many values each of the first records holds; quoted values may hold lines and signs. */
function recordsOf(text: string, sign: string): number[] {
  const counts: number[] = [];
  let count = 1;
  let isQuoted = false;
  for (const char of text.slice(0, 100_000).replace(/\r\n?/g, '\n')) {
    if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && char === sign) count++;
    else if (!isQuoted && char === '\n') {
      counts.push(count);
      count = 1;
    }
  }
  // The last record may be cut off.
  return text.length > 100_000 ? counts : [...counts, count];
}

/** A list of records, a record, or one a line; our own documents by their own names. */
function jsonEnding(text: string): string | null {
  const whole = parsed(text);
  if (Array.isArray(whole)) return whole.some(isRecord) ? 'json' : null;
  if (isRecord(whole)) return documents[String(whole.format)] ?? 'json';
  const lines = text.split('\n', 5).filter((line) => line.trim() !== '').slice(0, 3);
  return lines.length > 0 && lines.every((line) => isRecord(parsed(line))) ? 'ndjson' : null;
}

const documents: Record<string, string> = { 'rolecall-notebook': 'rolecall.json', 'rolecall-recipe': 'recipe.json' };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Then it is no JSON, and may still be a table.
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
