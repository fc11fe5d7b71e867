import { describe, expect, test } from 'vitest';
import type { ColumnReport, FileReport } from '../../src/engine/api';
import type { FileHints, FilePreview } from '../../src/engine/import';
import { asCustom, ImportSheet, leaveOut } from '../../src/notebook/import/import-sheet.svelte';

const vocabulary = { person: { email: 'text', job_title: 'text', created_at: 'timestamp' }, account: { account_name: 'text' } };

/** An engine that knows `email` and does what it is told. */
class Doors {
  readonly applied: FileHints[] = [];
  isClosed = false;
  held: (() => void)[] | null = null;
  refusal: string | null = null;

  preview = async (_: File, hints: FileHints): Promise<FilePreview> => {
    if (this.held) await new Promise<void>((resolve) => this.held?.push(resolve));
    const columns = ['email', 'Job', 'Since'].map((source) => columnOf(source, hints));
    const targets = columns.flatMap(({ storedAs }) => (storedAs ? [{ name: storedAs, type: 'text', isCustom: storedAs.startsWith('custom_') }] : []));
    return { entity: hints.entity ?? 'person', problem: null, headers: ['email', 'Job', 'Since'], records: [], columns, targets, rows: [], delimiter: ',', encoding: 'utf-8', above: [], nullTexts: [''], hasLocalTimes: false, keepsCustom: true, vocabulary };
  };
  profile = async () => ({ rows: 2, sampled: 2, columns: [{ name: 'custom_job', filled: 1, distinct: 1, top: [], min: null, max: null, histogram: null }] });
  apply = async (hints: FileHints): Promise<void> => {
    if (this.refusal) throw new Error(this.refusal);
    this.applied.push(hints);
  };
  close = (): void => void (this.isClosed = true);
}

function columnOf(sourceColumn: string, hints: FileHints): ColumnReport {
  const isOut = hints.leftOut?.includes(sourceColumn) ?? false;
  const told = hints.columns?.[sourceColumn];
  const columnName = isOut ? null : told !== undefined ? told : sourceColumn === 'email' ? 'email' : null;
  const storedAs = isOut ? null : (columnName ?? `custom_${sourceColumn.toLowerCase()}`);
  return { sourceColumn, columnName, confidence: 1, reason: '', storedAs, kind: 'text', dateFormat: null, isDateUnsure: sourceColumn === 'Since' };
}

const report: FileReport = {
  fileNo: 7, fileName: 'people.csv', bytes: 1, entity: 'person', sourceSystem: null, records: 2, rejected: 0, unread: 0, skipped: 0, isCutShort: false,
  columns: ['email', 'Job', 'Since'].map((source) => columnOf(source, {})), hints: {}, recipe: null, snapshot: null, overlap: null,
};

const settle = () => new Promise((resolve) => setTimeout(resolve));

async function open(loaded: FileReport | null = report) {
  const doors = new Doors();
  const sheet = new ImportSheet(new File(['x'], 'people.csv'), loaded, doors);
  await settle();
  return { doors, sheet };
}

const choices = (sheet: ImportSheet) => Object.fromEntries(sheet.columns.map(({ sourceColumn, choice }) => [sourceColumn, choice]));

describe('the import sheet', () => {
  test('shows how a file was understood, and has nothing to apply', async () => {
    const { sheet } = await open();
    expect(choices(sheet)).toEqual({ email: 'email', Job: asCustom, Since: asCustom });
    expect(sheet.isChanged).toBe(false);
    expect(sheet.columns[1]?.profile).toMatchObject({ filled: 1 });
    expect(sheet.unsureDates.map(({ sourceColumn }) => sourceColumn)).toEqual(['Since']);
  });

  test('takes other texts for nothing and other clocks, also when the file turns out to be something else', async () => {
    const { sheet, doors } = await open();
    expect([sheet.nullTexts, sheet.timeZone]).toEqual([[''], 'UTC']);
    sheet.chooseNullTexts([]);
    expect(sheet.isChanged).toBe(true);
    sheet.chooseNullTexts(['n.v.']);
    sheet.chooseTimeZone('Europe/Berlin');
    sheet.chooseEntity('account');
    expect([sheet.nullTexts, sheet.timeZone]).toEqual([['', 'n.v.'], 'Europe/Berlin']);
    await sheet.apply();
    expect(doors.applied).toEqual([{ entity: 'account', nullTexts: ['', 'n.v.'], timeZone: 'Europe/Berlin' }]);
    sheet.chooseNullTexts(null);
    sheet.chooseTimeZone('UTC');
    expect(sheet.hints).toEqual({ entity: 'account' });
  });

  test('collects corrections and applies them together, once', async () => {
    const { sheet, doors } = await open();
    sheet.chooseColumn('Job', 'job_title');
    sheet.chooseColumn('email', leaveOut);
    sheet.chooseDates('Since', 'day-first');
    await settle();
    expect(choices(sheet)).toEqual({ email: leaveOut, Job: 'job_title', Since: asCustom });
    expect(sheet.unsureDates).toEqual([]);
    expect(sheet.isChanged).toBe(true);
    await sheet.apply();
    expect(doors.applied).toEqual([{ entity: 'person', columns: { Job: 'job_title' }, leftOut: ['email'], dates: { Since: 'day-first' } }]);
    expect(doors.isClosed).toBe(true);
  });

  test('a correction taken back is none', async () => {
    const { sheet } = await open();
    sheet.chooseColumn('Job', leaveOut);
    expect(sheet.isChanged).toBe(true);
    sheet.chooseColumn('Job', asCustom);
    await settle();
    expect(choices(sheet)).toMatchObject({ Job: asCustom });
    sheet.reset();
    expect(sheet.hints).toEqual({});
  });

  test('another entity forgets what columns were taken for', async () => {
    const { sheet } = await open();
    sheet.chooseColumn('Job', 'job_title');
    sheet.chooseColumn('email', leaveOut);
    sheet.chooseEntity('account');
    expect(sheet.hints).toEqual({ entity: 'account', leftOut: ['email'] });
    await settle();
    expect(sheet.choices.map(({ value }) => value)).toEqual([asCustom, leaveOut, 'account_name']);
  });

  test('stays open and says why when the file cannot be read so', async () => {
    const { sheet, doors } = await open();
    doors.refusal = 'No account key.';
    sheet.chooseColumn('email', leaveOut);
    await settle();
    await sheet.apply();
    expect(doors.isClosed).toBe(false);
    expect(sheet.problem).toBe('No account key.');
    expect(sheet.isApplying).toBe(false);
  });

  test('a look that comes late does not replace a later one', async () => {
    const { sheet, doors } = await open();
    doors.held = [];
    sheet.chooseColumn('Job', 'job_title');
    sheet.chooseColumn('Job', leaveOut);
    const [first, second] = doors.held;
    doors.held = null;
    second?.();
    await settle();
    first?.();
    await settle();
    expect(choices(sheet)).toMatchObject({ Job: leaveOut });
  });

  test('of a file that is not loaded decides nothing on its own', async () => {
    const { sheet } = await open(null);
    expect(sheet.hints).toEqual({});
    expect(sheet.profile).toBeNull();
    sheet.chooseColumn('Job', 'job_title');
    expect(sheet.hints).toEqual({ entity: 'person', columns: { Job: 'job_title' } });
  });
});
