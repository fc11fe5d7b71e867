import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest } from '../../src/pipeline';
import { nullTexts } from '../../src/pipeline/1-ingest/formats/values';

let database: Database;
let ingest: Ingest;
beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
});
afterAll(() => database.close());

const encodings = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8 with a mark': (text: string) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'latin-1': (text: string) => Buffer.from(text, 'latin1'),
};

const dialects = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom<keyof typeof encodings>('utf-8', 'utf-8 with a mark', 'utf-16le', 'utf-16be', 'latin-1'),
  quotes: fc.constantFrom('all', 'needed'),
  isGzipped: fc.boolean(),
  hasLastEnd: fc.boolean(),
});

// What a value may hold in every encoding; blanks around a value and words for nothing are no part of it.
const letters = fc.constantFrom(...'abcXYZ019 ,;|\t"\'\\=+-@<>&%$()äöüÄßéñ¿£¥'.split(''));
const texts = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: letters, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom('two\nlines', 'say "hi"', '""', '=1+1', '<script>alert(1)</script>', '\\"', 'a\\', '0049', '1.200', '3/4/2026') },
).map((text) => text.trim()).filter((text) => !nullTexts.includes(text));
const tables = fc.array(fc.tuple(texts, texts, texts), { minLength: 1, maxLength: 20 });

type Dialect = typeof dialects extends fc.Arbitrary<infer T> ? T : never;

function written(rows: readonly string[][], { delimiter, lineEnd, encoding, quotes, isGzipped, hasLastEnd }: Dialect): Uint8Array {
  const cell = (text: string): string => (quotes === 'all' || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = rows.map((row) => row.map(cell).join(delimiter)).join(lineEnd) + (hasLastEnd ? lineEnd : '');
  const bytes = encodings[encoding](text);
  return new Uint8Array(isGzipped ? gzipSync(bytes) : bytes);
}

test('a table reads back as it was, whatever dialect it was written in, and its records are counted', async () => {
  await fc.assert(
    fc.asyncProperty(tables, dialects, async (table, dialect) => {
      // The umlaut alone makes Latin-1 no UTF-8, which two accents in a row might be.
      const rows = [['a0', 'Müller', '', ''], ...table.map((row, at) => [`a${at + 1}`, ...row])];
      const content = written([['account_id', 'account_name', 'industry', 'city'], ...rows], dialect);
      const report = await ingest.addFile({ name: 'accounts.csv', content });
      try {
        const kept = await queryRows(database, `select source_row, account_id, account_name, industry, city from ingest.account_${report.fileNo} order by source_row`);
        expect([report.records, report.rejected]).toEqual([rows.length, 0]);
        const expected = rows.map(([id, ...values], at) => [at + 1, id, ...values.map((value) => value || null)]);
        expect(kept.map((row) => Object.values(row).map((value) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value)))).toEqual(expected);
      } finally {
        await ingest.removeFile(report.fileNo);
      }
    }),
    { numRuns: 60, seed: 20260930 },
  );
});

test('whatever bytes a file holds, it is loaded with its records counted or refused with a reason that names it', async () => {
  const pieces = fc.constantFrom('account_id', 'account_name', ',', ',', '\n', '\n', '"', '""', '\r\n', '\r', 'a1', 'Müller', '\\', '\0', '\ufeff', '{"a":', '}', '[', ' ', ';', 'ÿ');
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), async (some) => {
      const content = new TextEncoder().encode(`account_id,account_name\n${some.join('')}`);
      const report = await ingest.addFile({ name: 'odd.csv', content }).catch((thrown: unknown) => thrown);
      if (report instanceof Error) {
        expect(report).toMatchObject({ name: 'EngineError', code: expect.stringMatching(/^ingest\./), message: expect.stringContaining('odd.csv') });
        return;
      }
      // Not an error, it is a report.
      const { fileNo, records, rejected } = report as Awaited<ReturnType<Ingest['addFile']>>;
      const [kept] = await queryRows(database, `select count(*) as n from ingest.account where file_no = ${fileNo}`);
      const [left] = await queryRows(database, `select count(distinct source_row) as n from ingest.reject where file_no = ${fileNo} and column_name is null`);
      await ingest.removeFile(fileNo);
      expect(Number(kept?.n) + Number(left?.n)).toBe(records);
      expect(Number(left?.n)).toBe(rejected);
    }),
    { numRuns: 60, seed: 20260930 },
  );
});
