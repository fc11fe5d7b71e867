import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest, Pipeline, tables } from '../../src/pipeline';
import { defaultPlaybook } from '../../src/playbook';

let database: Database;
let ingest: Ingest;
let pipeline: Pipeline;
beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
  pipeline = new Pipeline(database, tables);
});
afterAll(() => database.close());

const word = fc.constantFrom('Ada', 'Bob', 'ADA', 'Zoë', "O'Hara", 'a "quoted" one', 'x, y', '', 'null', ' ', '=1+1');
const value = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
// Few ids and addresses, so that records are often the same person, or share a key with several.
const person = fc.record({
  id: fc.constantFrom('p1', 'p2', 'p3', 'p4', '0035g00000AbCdE', '0035g00000AbCdEAAV', ''),
  email: fc.constantFrom('ada@acme.com', 'ADA@acme.com', 'info@acme.com', 'bob@bolt.com', 'not an address', ''),
  first: word,
  last: word,
  company: fc.constantFrom('Acme', 'Acme Inc.', 'Bolt', ''),
  mql: fc.constantFrom('2026-01-31', '2026-02-30', 'soon', ''),
});
const good = person.map((each) => [each.id, each.email, each.first, each.last, each.company, each.mql].map(value).join(','));
const bad = fc.constantFrom(',,,,,', 'p9,too@many.com,a,b,Acme,2026-01-01,more', 'p8,"open" quote,a,b,Acme,', 'Confidential - do not share,,,,,');
const file = fc.array(fc.oneof({ weight: 6, arbitrary: good }, { weight: 1, arbitrary: bad }), { minLength: 1, maxLength: 40 });

test('records that come = people kept + records merged + records rejected, whatever the files hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 2 }), async (files) => {
      const reports = [];
      for (const [at, lines] of files.entries()) {
        const csv = `person_id,email,first_name,last_name,company,mql_at\n${lines.join('\n')}\np${at}1,last@acme.com,Last,One,Acme,\n`;
        const report = await ingest.addFile({ name: `people-${at}.csv`, content: new TextEncoder().encode(csv) }).catch((thrown: unknown) => {
          if (at > 0) return null; // The same file twice is refused.
          throw thrown;
        });
        if (!report) continue;
        expect(report.records).toBe(lines.length + 1);
        reports.push(report);
      }
      await pipeline.run(defaultPlaybook, { ingest: ingest.fingerprints, only: ['canon.reconcile'] });
      const [counts] = await queryRows(database, "select records_in, kept, merged, orphaned from canon.reconcile where entity = 'person'");
      const [lines] = await queryRows(database, 'select count(distinct (file_no, source_row)) as n from ingest.reject where column_name is null');
      for (const { fileNo } of reports) await ingest.removeFile(fileNo);
      const came = reports.reduce((sum, { records }) => sum + records, 0);
      expect(Number(counts?.kept) + Number(counts?.merged) + Number(lines?.n)).toBe(came);
      expect(counts?.orphaned).toBe(0);
    }),
    { numRuns: 8, seed: 3 },
  );
});
