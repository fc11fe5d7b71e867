import { describe, expect, test } from 'vitest';
import { EngineError } from '../../src/engine/errors';
import type { Asker } from '../../src/notebook/cell-runs.svelte';
import { NotebookState } from '../../src/notebook/notebook-state.svelte';
import { noOverrides, withMerge, type Merge } from '../../src/playbook';
import type { Result } from '../../src/ui/result';

/** An engine that answers when told to, or at once with a row that says what was asked. */
class Puppet implements Asker {
  readonly asked: string[] = [];
  readonly named: string[] = [];
  isHolding = false;
  #held: (() => void)[] = [];

  async ask(sql: string): Promise<Result> {
    this.asked.push(sql);
    if (this.isHolding) await new Promise<void>((resolve) => this.#held.push(resolve));
    if (sql.includes('wrong')) throw new EngineError('sql.failed', 'No such table', { sql, position: 3 });
    return { columns: [{ name: 'sql', kind: 'text' }], rows: [{ sql }], isCut: false };
  }

  async name(name: string): Promise<void> {
    this.named.push(name);
  }

  release(): void {
    for (const go of this.#held.splice(0)) go();
  }
}

const empty = { format: 'rolecall-notebook', version: 1, title: 'Mine', cells: [] };

function open(...cells: { id: string; sql: string; name?: string }[]): { notebook: NotebookState; puppet: Puppet } {
  const notebook = new NotebookState({ ...empty, cells: cells.map(({ id, sql, name }) => ({ id, kind: 'sql', ...(name ? { name } : {}), options: { sql } })) });
  return { notebook, puppet: new Puppet() };
}

describe('running', () => {
  test('waits for an engine and then runs each cell after those it reads', async () => {
    const { notebook, puppet } = open({ id: 'a', sql: 'from cell.b' }, { id: 'b', sql: 'select 1', name: 'b' });
    expect(notebook.runOf('a').status).toBe('idle');
    notebook.connect(puppet);
    await notebook.settled();
    expect(puppet.asked).toEqual(['select 1', 'from cell.b']);
    expect(puppet.named).toEqual(['b']);
    expect(notebook.runOf('a').status).toBe('done');
  });

  test('keeps the last good result when a cell fails, and says where', async () => {
    const { notebook, puppet } = open({ id: 'a', sql: 'select 1' });
    notebook.connect(puppet);
    await notebook.settled();
    notebook.change('a', { sql: 'wrong' });
    notebook.run('a');
    await notebook.settled();
    expect(notebook.runOf('a')).toMatchObject({ status: 'failed', error: { message: 'No such table', position: 3 }, result: { rows: [{ sql: 'select 1' }] } });
  });

  test('a SQL cell that is edited is stale until it is run, and so is what reads it', async () => {
    const { notebook, puppet } = open({ id: 'a', sql: 'select 1', name: 'a' }, { id: 'b', sql: 'from cell.a' });
    notebook.connect(puppet);
    await notebook.settled();
    notebook.change('a', { sql: 'select 2' });
    expect([notebook.runOf('a').status, notebook.runOf('b').status]).toEqual(['stale', 'stale']);
    notebook.run('a');
    await notebook.settled();
    expect(puppet.asked).toEqual(['select 1', 'from cell.a', 'select 2', 'from cell.a']);
  });

  test('a review cell runs at once when its options change', async () => {
    const notebook = new NotebookState({ ...empty, cells: [{ id: 'g', kind: 'groups' }] });
    const puppet = new Puppet();
    notebook.connect(puppet);
    await notebook.settled();
    notebook.change('g', { nextStep: 'Warm up' });
    await notebook.settled();
    expect(puppet.asked.at(-1)).toContain("next_step = 'Warm up'");
  });

  test('refuses a result that comes after the question has changed', async () => {
    const { notebook, puppet } = open({ id: 'a', sql: 'select 1' });
    puppet.isHolding = true;
    notebook.connect(puppet);
    notebook.change('a', { sql: 'select 2' });
    puppet.isHolding = false;
    puppet.release();
    await notebook.settled();
    expect(notebook.runOf('a').result?.rows).toEqual([{ sql: 'select 2' }]);
    expect(puppet.asked).toEqual(['select 1', 'select 2']);
  });

  test('stops when cancelled and takes no result of what was under way', async () => {
    const { notebook, puppet } = open({ id: 'a', sql: 'select 1' }, { id: 'b', sql: 'select 2' });
    puppet.isHolding = true;
    notebook.connect(puppet);
    notebook.cancel();
    puppet.release();
    await notebook.settled();
    expect(puppet.asked).toEqual(['select 1']);
    expect(notebook.runOf('a').result).toBeNull();
  });

  test('runs again only what reads a table that was made again', async () => {
    const { notebook, puppet } = open({ id: 'a', sql: 'from score.seat' }, { id: 'b', sql: 'from score.member' });
    notebook.connect(puppet);
    await notebook.settled();
    notebook.refresh(['score.member']);
    await notebook.settled();
    expect(puppet.asked).toEqual(['from score.seat', 'from score.member', 'from score.member']);
  });

  test('a cell whose source failed says so instead of running', async () => {
    const { notebook, puppet } = open({ id: 'a', sql: 'wrong', name: 'a' }, { id: 'b', sql: 'from cell.a' });
    notebook.connect(puppet);
    await notebook.settled();
    expect(notebook.runOf('b').error?.message).toBe('It reads cell.a, which failed.');
    expect(puppet.asked).toEqual(['wrong']);
  });

  test('names the path of a circle and runs the rest', async () => {
    const { notebook, puppet } = open({ id: 'a', sql: 'from cell.b', name: 'a' }, { id: 'b', sql: 'from cell.a', name: 'b' }, { id: 'c', sql: 'select 1' });
    notebook.connect(puppet);
    await notebook.settled();
    expect(notebook.runOf('a').error?.message).toContain('cell.a → cell.b → cell.a');
    expect(puppet.asked).toEqual(['select 1']);
  });
});

describe('editing', () => {
  test('adds, moves, duplicates and deletes, and undo takes each back', () => {
    const { notebook } = open({ id: 'a', sql: '1' }, { id: 'b', sql: '2' });
    const ids = () => notebook.cells.map(({ id }) => id);
    notebook.add('markdown', 'a');
    expect(ids()).toEqual(['a', 'c3', 'b']);
    notebook.move('b', -1);
    expect(ids()).toEqual(['a', 'b', 'c3']);
    notebook.duplicate('a');
    expect(ids()).toEqual(['a', 'c4', 'b', 'c3']);
    notebook.remove('b');
    for (let step = 0; step < 4; step++) notebook.undo();
    expect(ids()).toEqual(['a', 'b']);
    notebook.redo();
    expect(ids()).toEqual(['a', 'c3', 'b']);
  });

  test('a cell at the end of the notebook does not move past it', () => {
    const { notebook } = open({ id: 'a', sql: '1' });
    notebook.move('a', 1);
    expect(notebook.canUndo).toBe(false);
  });

  test('typing quickly is one step of undo', () => {
    const { notebook } = open({ id: 'a', sql: '' });
    for (const sql of ['s', 'se', 'sel']) notebook.change('a', { sql });
    notebook.undo();
    expect(notebook.cells[0]?.options.sql).toBe('');
    expect(notebook.canUndo).toBe(false);
  });

  test('copying a review cell as SQL puts what it asks beneath it', () => {
    const notebook = new NotebookState({ ...empty, cells: [{ id: 'g', kind: 'coverage' }, { id: 'm', kind: 'markdown' }] });
    notebook.copyAsSql('g');
    expect(notebook.cells.map(({ kind }) => kind)).toEqual(['coverage', 'sql', 'markdown']);
    expect(notebook.cells[1]?.options.sql).toContain('from score.coverage');
  });

  test('two cells cannot have one name, nor one that SQL could not hold', () => {
    const { notebook } = open({ id: 'a', sql: '1', name: 'mine' }, { id: 'b', sql: '2' });
    expect(notebook.nameCell('b', 'mine')).toContain('Another cell');
    expect(notebook.nameCell('b', 'My Name')).toContain('lower-case');
    expect(notebook.nameCell('b', 'yours')).toBeNull();
    expect(notebook.toSpec().cells[1]?.name).toBe('yours');
  });

  test('undo and redo take decisions by hand back and forth, and tell each time', () => {
    const { notebook } = open({ id: 'a', sql: '1' });
    const told: number[] = [];
    notebook.onRules = () => told.push(notebook.overrides.merges.length);
    const merge: Merge = { entity: 'person', one: { email: 'a@acme.example' }, other: { email: 'b@acme.example' }, verdict: 'same', madeAt: '2026-10-01T09:30:00Z' };
    notebook.useOverrides(withMerge(notebook.overrides, merge));
    notebook.add('markdown', 'a');
    notebook.undo();
    expect(notebook.overrides.merges).toEqual([merge]);
    notebook.undo();
    expect(notebook.overrides).toEqual(noOverrides);
    notebook.redo();
    expect(notebook.toSpec().overrides?.merges).toEqual([merge]);
    expect(told).toEqual([1, 0, 1]);
  });

  test('opening another notebook can be undone', () => {
    const { notebook } = open({ id: 'a', sql: '1' });
    notebook.open({ ...empty, title: 'Other' });
    expect(notebook.title).toBe('Other');
    notebook.undo();
    expect(notebook.title).toBe('Mine');
  });
});
