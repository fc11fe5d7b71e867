import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest, Pipeline, tables } from '../../src/pipeline';
import { defaultPlaybook } from '../../src/playbook';

const folder = join(import.meta.dirname, '../../sample-data/exports/2026-09-30');
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : [];

let database: Database;
let ingest: Ingest;
beforeAll(async () => {
  database = await openNodeDatabase();
  ingest = new Ingest(database);
  for (const name of names) await ingest.addFile({ name, content: new Uint8Array(readFileSync(join(folder, name))) });
  await new Pipeline(database, tables).run(defaultPlaybook, {
    ingest: ingest.fingerprints,
    only: ['canon.reconcile', 'canon.person_key', 'canon.account_key', 'canon.unknown_activity_type'],
  });
});
afterAll(() => database.close());

test('there are sample exports', () => expect(names.length).toBeGreaterThan(5));

test.each([
  ['hubspot-crm-exports-all-companies', 'account', 'HubSpot'],
  ['hubspot-crm-exports-all-contacts', 'person', 'HubSpot'],
  ['hubspot-crm-exports-all-deals', 'opportunity', 'HubSpot'],
  ['marketo-activities', 'activity', 'Marketo'],
  ['marketo-leads', 'person', 'Marketo'],
  ['salesforce-accounts', 'account', 'Salesforce'],
  ['salesforce-contacts', 'person', 'Salesforce'],
  ['salesforce-opportunities', 'opportunity', 'Salesforce'],
  ['salesforce-opportunity-contact-roles', 'opportunity_contact', 'Salesforce'],
  ['salesforce-opportunity-history', 'stage_change', 'Salesforce'],
  ['campaign-costs', 'campaign_cost', 'Other'],
])('%s is taken for %s of %s', (start, entity, sourceSystem) => {
  const report = ingest.files.find(({ fileName }) => fileName.startsWith(start));
  expect({ entity: report?.entity, sourceSystem: report?.sourceSystem }).toEqual({ entity, sourceSystem });
});

describe('every record is accounted for', () => {
  test('records of a file = rows kept + rows rejected', async () => {
    for (const { fileNo, entity, records, rejected } of ingest.files) {
      const [row] = await queryRows(database, `select count(*) as n from ingest.${entity} where file_no = ${fileNo}`);
      expect(Number(row?.n) + rejected).toBe(records);
    }
  });

  test('records in = kept + merged + orphaned, for every kind of record', async () => {
    const off = await queryRows(database, 'select * from canon.reconcile where records_in <> kept + merged + orphaned');
    expect(off).toEqual([]);
  });

  test('no activity type is unknown but the custom one', async () => {
    const unknown = await queryRows(database, 'select activity_type from canon.unknown_activity_type');
    expect(unknown).toEqual([{ activity_type: '100017' }]);
  });
});

describe('the people of the sample are told apart and put together as they were planted', () => {
  const planted = `
    with planted as (
        select row_number() over () as truth_no, person_id, also_known_as
        from read_csv('data/people.csv', all_varchar = true)
    ),
    ids as (
        select truth_no, person_id as id from planted
        union
        select truth_no, trim(unnest(string_split(also_known_as, ';'))) from planted where also_known_as is not null
    )
    select ids.truth_no, ids.id, person_key.person_no
    from ids
    left join canon.person_key as person_key on person_key.person_key = ids.id`;
  beforeAll(() => database.addFile('data/people.csv', new Uint8Array(readFileSync(join(folder, 'truth/people.csv')))));

  test('every id is known', async () => {
    expect(await queryRows(database, `select * from (${planted}) where person_no is null limit 5`)).toEqual([]);
  });

  test('one person is one', async () => {
    expect(await queryRows(database, `select truth_no, list(id) as ids from (${planted}) group by truth_no having count(distinct person_no) > 1 limit 5`)).toEqual([]);
  });

  test('two people are two', async () => {
    expect(await queryRows(database, `select person_no, list(id) as ids from (${planted}) group by person_no having count(distinct truth_no) > 1 limit 5`)).toEqual([]);
  });
});
