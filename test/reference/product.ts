import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows, type Row } from '../../src/engine/wire';
import { Ingest, Pipeline, tables, tablesIn } from '../../src/pipeline';
import { parseOverrides, parsePlaybook, type Overrides } from '../../src/playbook';
import { toCsvLine } from '../../src/util/csv';
import type { Decision, Input, World } from './world';

/** The product itself, given the same worlds: files are taken, and the phases run. One database for many worlds; close it. */
export class Product {
  readonly #database: Database;
  readonly #ingest: Ingest;
  readonly #pipeline: Pipeline;

  private constructor(database: Database) {
    this.#database = database;
    this.#ingest = new Ingest(database);
    this.#pipeline = new Pipeline(database, tables);
  }

  static async open(): Promise<Product> {
    return new Product(await openNodeDatabase());
  }

  /** Takes a world's files in the place of those before. */
  async load(world: World): Promise<void> {
    for (const { fileNo } of this.#ingest.files) await this.#ingest.removeFile(fileNo);
    for (const [name, rows] of Object.entries(filesOf(world))) {
      if (rows.length > 0) await this.#ingest.addFile({ name, content: toCsv(rows) });
    }
  }

  /** What a select finds once all that it reads is up to date. The world must be loaded. */
  async rows({ playbook, world }: Input, select: string): Promise<Row[]> {
    await this.#pipeline.run(parsePlaybook(playbook), {
      ingest: this.#ingest.fingerprints,
      custom: this.#ingest.custom,
      overrides: overridesOf(world),
      only: tablesIn(select),
    });
    return queryRows(this.#database, select);
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}

type FileRow = Record<string, string | number | null>;

function filesOf({ accounts, people, deals, contacts, acts, decisions }: World): Record<string, FileRow[]> {
  return {
    'accounts.csv': accounts.map(({ id, name, domain, country, employees }) => ({ account_id: id, account_name: name, domain, country, employees })),
    'people.csv': people.map(({ id, email, accountIds, title, country, buyingRoles, createdAt }) => ({
      person_id: id, account_id: accountIds.join(';'), email, job_title: title, country, given_role: buyingRoles.join(';'), created_at: toIso(createdAt),
    })),
    'deals.csv': deals.map(({ id, accountId, solution, stage, amount }) => ({ opportunity_id: id, account_id: accountId, stage, amount, solution_interest: solution })),
    'deal-contacts.csv': contacts.map(({ dealId, personId, role, createdAt }) => ({ opportunity_id: dealId, person_id: personId, role, created_at: toIso(createdAt) })),
    'activities.csv': acts.flatMap(({ personId, accountId, type, at, times }) =>
      Array.from({ length: times }, () => ({ person_id: personId, account_id: accountId, activity_type: type, occurred_at: toIso(at) })),
    ),
    'membership.csv': decisions.filter(({ isOfNotebook }) => !isOfNotebook).map(({ accountId, personId, solution, action, role, madeBy, at }) => ({
      account_id: accountId, solution_interest: solution, person_id: personId, role, action, made_by: madeBy, made_at: toIso(at),
    })),
  };
}

function toCsv(rows: FileRow[]): Uint8Array {
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  return new TextEncoder().encode(lines.map(toCsvLine).join(''));
}

const toIso = (time: string | null): string | null => time && `${time.replace(' ', 'T')}Z`;

function overridesOf({ decisions }: World): Overrides {
  const members = decisions.filter(({ isOfNotebook }) => isOfNotebook).map(toAction);
  return parseOverrides({ format: 'rolecall-overrides', version: 1, merges: [], members });
}

/** The files are of no system that is known by its headers, and so are their ids. */
const toAction = ({ action, accountId, personId, solution, role, at }: Decision): object => ({
  action,
  account: { system: 'Other', id: accountId },
  person: { system: 'Other', id: personId },
  solutionInterest: solution,
  role,
  madeAt: toIso(at),
});
