import { Table, tableToIPC, TimestampMicrosecond, Utf8, vectorFromArray } from 'apache-arrow';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import type { FileHints, Recipe } from '../../src/engine/import';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest } from '../../src/pipeline';
import { zoneOf } from '../../src/pipeline/1-ingest/formats/zones';

let database: Database;
let ingest: Ingest;
beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
});
afterEach(async () => {
  for (const { fileNo } of ingest.files) await ingest.removeFile(fileNo);
});
afterAll(() => database.close());

const file = (text: string, name = 'people.csv') => ({ name, content: new TextEncoder().encode(text) });

describe('what is taken for nothing', () => {
  const people = 'Id,Email,Company,Job Title,Lead Score\n1,a@x.com,Acme,N/A,5\n2,b@x.com,Acme,unknown,unknown\n3,c@x.com,Acme,,7\n';
  const titles = async () => (await queryRows(database, 'select job_title from ingest.person order by source_row')).map((row) => row.job_title);

  test('is the usual when nobody says otherwise', async () => {
    const report = await ingest.addFile(file(people));
    expect(await titles()).toEqual([null, 'unknown', null]);
    expect(report.unread).toBe(1);
  });

  test('is what was chosen in its place, and an empty value always', async () => {
    const hints: FileHints = { entity: 'person', nullTexts: ['unknown'] };
    const preview = await ingest.previewFile(file(people), 'people.csv', hints);
    const at = preview.targets.findIndex(({ name }) => name === 'job_title');
    expect(preview.rows.map((row) => row.values[at])).toEqual(['N/A', null, null]);
    expect(preview.nullTexts).toEqual(['', 'unknown']);
    const report = await ingest.addFile(file(people), hints);
    expect(await titles()).toEqual(['N/A', null, null]);
    expect(report).toMatchObject({ unread: 0, hints });
  });

  test.each<[string, () => Uint8Array, string]>([
    ['JSON', () => new TextEncoder().encode(JSON.stringify([{ Id: '1', Email: 'a@x.com', Company: 'Acme', 'Job Title': 'unknown' }, { Id: '2', Email: 'b@x.com', Company: 'Acme', 'Job Title': 'N/A' }])), 'people.json'],
    ['Arrow', () => tableToIPC(new Table({ Id: texts('1', '2'), Email: texts('a@x.com', 'b@x.com'), Company: texts('Acme', 'Acme'), 'Job Title': texts('unknown', 'N/A') }), 'file'), 'people.arrow'],
  ])('counts in %s as in CSV', async (_, content, name) => {
    await ingest.addFile({ name, content: content() });
    expect(await titles()).toEqual(['unknown', null]);
    await ingest.reloadFile(ingest.files[0]?.fileNo ?? 0, { name, content: content() }, { entity: 'person', nullTexts: ['unknown'] });
    expect(await titles()).toEqual([null, 'N/A']);
  });
});

test('a recipe brings both to the next file', async () => {
  const text = 'person_id,activity_type,occurred_at,asset\n1,visit,2026-07-01 12:00,none\n';
  const recipe: Recipe = {
    format: 'rolecall-recipe', version: 1, name: 'acts', entity: 'activity', headers: ['person_id', 'activity_type', 'occurred_at', 'asset'],
    columns: {}, leftOut: [], dates: {}, types: {}, kinds: {}, nullTexts: ['', 'none'], timeZone: 'Europe/Berlin',
  };
  const report = await ingest.addFile(file(text, 'acts.csv'), {}, [recipe]);
  expect(report).toMatchObject({ recipe: { name: 'acts' }, hints: { nullTexts: ['', 'none'], timeZone: 'Europe/Berlin' } });
  expect(await queryRows(database, "select strftime(occurred_at, '%H:%M') as at, asset from ingest.activity")).toEqual([{ at: '10:00', asset: null }]);
});

const texts = (...values: string[]) => vectorFromArray(values, new Utf8());

/** What activities at these times are in UTC when the file's zone is `timeZone`. */
async function inUtc(timeZone: string | undefined, times: readonly string[]): Promise<unknown[]> {
  const text = `person_id,activity_type,occurred_at\n${times.map((time, at) => `${at},visit,"${time}"\n`).join('')}`;
  await ingest.addFile(file(text, 'activity.csv'), { entity: 'activity', ...(timeZone ? { timeZone } : {}) });
  const rows = await queryRows(database, "select strftime(occurred_at, '%Y-%m-%d %H:%M') as at from ingest.activity order by source_row");
  return rows.map((row) => row.at);
}

describe('the zone of a file', () => {
  test('is UTC when nobody says otherwise', async () => {
    expect(await inUtc(undefined, ['2026-07-01 12:00', '2026-07-01T12:00:00+02:00'])).toEqual(['2026-07-01 12:00', '2026-07-01 10:00']);
  });

  test('skips an hour in spring: a time in it is read by the clock before, an hour later on the new one', async () => {
    const times = ['2026-03-29 01:59', '2026-03-29 02:00', '2026-03-29 02:30', '2026-03-29 02:59', '2026-03-29 03:00'];
    expect(await inUtc('Europe/Berlin', times)).toEqual(['2026-03-29 00:59', '2026-03-29 01:00', '2026-03-29 01:30', '2026-03-29 01:59', '2026-03-29 01:00']);
  });

  test('has an hour twice in autumn: a time in it is the first', async () => {
    const times = ['2026-10-25 01:59', '2026-10-25 02:00', '2026-10-25 02:59', '2026-10-25 03:00'];
    expect(await inUtc('Europe/Berlin', times)).toEqual(['2026-10-24 23:59', '2026-10-25 00:00', '2026-10-25 00:59', '2026-10-25 02:00']);
  });

  test('is west of Greenwich as well, with both changes', async () => {
    const times = ['2026-03-08 01:30', '2026-03-08 02:30', '2026-03-08 03:30', '2026-11-01 00:30', '2026-11-01 01:30', '2026-11-01 02:30'];
    expect(await inUtc('America/New_York', times)).toEqual(['2026-03-08 06:30', '2026-03-08 07:30', '2026-03-08 07:30', '2026-11-01 04:30', '2026-11-01 05:30', '2026-11-01 07:30']);
  });

  test('is none of the business of a value with a zone of its own, nor of a day without a time', async () => {
    const times = ['2026-07-01T12:00:00Z', '2026-07-01T12:00:00Z ', '2026-07-01 12:00:00+05:30', '2026-07-01 12:00:00-0500', '2026-07-01T12:00:00-05', '2026-07-01 12:00:00 ', '2026-07-01', '2026-07-02'];
    expect(await inUtc('Asia/Tokyo', times)).toEqual([
      '2026-07-01 12:00', '2026-07-01 12:00', '2026-07-01 06:30', '2026-07-01 17:00', '2026-07-01 17:00', '2026-07-01 03:00', '2026-07-01 00:00', '2026-07-02 00:00',
    ]);
  });

  test.each([
    ['slashes', ['7/1/2026 2:30 PM', '7/15/2026 2:30 PM'], '2026-07-01 12:30'],
    ['dots', ['01.07.2026 14:30', '15.07.2026 14:30'], '2026-07-01 12:30'],
    ['words', ['1 Jul 2026 14:30:00', '15 Jul 2026 14:30:00'], '2026-07-01 12:30'],
    ['fourteen digits', ['20260701143000', '20260715143000'], '2026-07-01 12:30'],
    ['seconds since 1970, which are the same everywhere', ['1782916200', '1782916300'], '2026-07-01 14:30'],
  ])('counts for times written with %s', async (_, times, first) => {
    expect((await inUtc('Europe/Berlin', times))[0]).toBe(first);
  });

  test('may be an offset, and must exist', async () => {
    expect(await inUtc('-03:30', ['2026-07-01 12:00'])).toEqual(['2026-07-01 15:30']);
    await expect(inUtc('Mars/Olympus', ['2026-07-01 12:01'])).rejects.toMatchObject({ code: 'ingest.unknown-zone' });
  });

  test('does not move an instant of a typed file, but its clock times', async () => {
    const at = [new Date('2026-07-01T12:00:00Z')];
    const table = (timezone: string | null) => tableToIPC(new Table({ person_id: texts('1'), activity_type: texts('visit'), occurred_at: vectorFromArray(at, new TimestampMicrosecond(timezone)) }), 'file');
    const read = async (timezone: string | null) => {
      const report = await ingest.addFile({ name: 'activity.arrow', content: table(timezone) }, { entity: 'activity', timeZone: 'Europe/Berlin' });
      const [row] = await queryRows(database, "select strftime(occurred_at, '%H:%M') as at from ingest.activity");
      await ingest.removeFile(report.fileNo);
      return row?.at;
    };
    expect([await read('UTC'), await read(null)]).toEqual(['12:00', '10:00']);
  });

  test('is asked for only where times have a time of day and no zone', async () => {
    const asks = async (time: string) => (await ingest.previewFile(file(`person_id,activity_type,occurred_at\n1,visit,"${time}"\n`, 'activity.csv'), 'activity.csv', {})).hasLocalTimes;
    expect(await Promise.all(['2026-07-01 12:00', '2026-07-01', '2026-07-01T12:00:00Z', '2026-07-01T12:00:00-05:00', '7/1/2026 2:30 PM', '1782916200'].map(asks)))
      .toEqual([true, false, false, false, true, false]);
  });

  // Node's own clock arithmetic as the yardstick, at hours around every change of some odd zones.
  test.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kathmandu', 'America/Sao_Paulo'])('in %s agrees with the platform at every change', (name) => {
    const zone = zoneOf(name);
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
    const localOf = (second: number): number => {
      const [month = 0, day = 0, year = 0, hour = 0, minute = 0, rest = 0] = format.format(second * 1000).match(/\d+/g)?.map(Number) ?? [];
      return Date.UTC(year, month - 1, day, hour, minute, rest) / 1000;
    };
    for (const [at, { from, offset }] of (zone?.changes ?? []).entries()) {
      const before = zone?.changes[at - 1]?.offset ?? zone?.first ?? 0;
      // The first time that the new offset counts for comes back as itself, and so does the last of the old.
      expect(localOf(from - offset)).toBe(from);
      const lastOld = Math.min(from, from - (offset - before)) - 1;
      expect(localOf(lastOld - before)).toBe(lastOld);
    }
  });
});
