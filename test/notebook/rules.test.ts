import { beforeEach, expect, test } from 'vitest';
import { NotebookState } from '../../src/notebook/notebook-state.svelte';
import { Rules } from '../../src/notebook/rules.svelte';
import { defaultPlaybook, type Playbook } from '../../src/playbook';

let notebook: NotebookState;
let rules: Rules;
let log: string[];
let hasFiles: boolean;
const complete = (percent: number) => (playbook: Playbook): Playbook => ({ ...playbook, thresholds: { ...playbook.thresholds, complete: percent } });
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  log = [];
  hasFiles = true;
  notebook = new NotebookState();
  rules = new Rules(notebook, {
    hasFiles: () => hasFiles,
    run: async () => void log.push(`run at ${notebook.playbook.thresholds.complete}`),
    keepResults: async () => void log.push('keep results'),
    markOutdated: () => void log.push('outdated'),
  });
});

test('an edit opens a draft: the results are kept once, and the tables follow each edit', async () => {
  rules.edit(complete(80));
  await settle();
  rules.edit(complete(90));
  await settle();
  expect(log).toEqual(['keep results', 'run at 80', 'run at 90']);
  expect([rules.kept, rules.isCompared]).toEqual([defaultPlaybook, true]);
  expect(rules.changes).toEqual([{ place: ['thresholds', 'complete'], before: 70, after: 90 }]);
});

test('edits during a run wait for its end and are one run more', async () => {
  for (const percent of [71, 72, 73]) rules.edit(complete(percent));
  await settle();
  expect(log).toEqual(['keep results', 'run at 73']);
});

test('discarding goes back, runs and ends the draft; undo brings it back', async () => {
  rules.edit(complete(80));
  await settle();
  rules.discard();
  await settle();
  expect([notebook.playbook.thresholds.complete, rules.kept, log.at(-1)]).toEqual([70, null, 'run at 70']);
  notebook.undo();
  await settle();
  expect(log.at(-1)).toBe('run at 80');
});

test('undoing the only edit ends the draft', async () => {
  rules.edit(complete(80));
  await settle();
  notebook.undo();
  await settle();
  expect([rules.kept, rules.isCompared, log.at(-1)]).toEqual([null, false, 'run at 70']);
});

test('keeping makes the draft the playbook without another run', async () => {
  rules.edit(complete(80));
  await settle();
  rules.keep();
  await settle();
  expect([rules.kept, rules.playbook.thresholds.complete, log]).toEqual([null, 80, ['keep results', 'run at 80']]);
});

test('a draft that cannot be used is not run, says why, and is run when it can be again', async () => {
  rules.edit((playbook) => ({ ...playbook, roles: [...playbook.roles, 'champion'] }));
  await settle();
  expect(rules.faults).toEqual([{ path: 'roles[6]', reason: '“champion” is there already' }]);
  expect(log).toEqual(['outdated']);
  rules.edit((playbook) => ({ ...playbook, roles: playbook.roles.with(6, 'Sponsor') }));
  await settle();
  expect([rules.faults, log]).toEqual([[], ['outdated', 'keep results', 'run at 70']]);
});

test('while a draft cannot be used, the tables follow the last rules that could', async () => {
  const withTwin = (playbook: Playbook): Playbook => ({ ...playbook, roles: [...playbook.roles, 'champion'] });
  rules.edit(withTwin);
  await settle();
  expect(rules.followed).toEqual(defaultPlaybook);
  rules.discard();
  await settle();
  rules.edit(complete(80));
  await settle();
  const usable = rules.playbook;
  rules.edit(withTwin);
  await settle();
  expect(rules.followed).toEqual(usable);
  rules.edit((playbook) => ({ ...playbook, roles: playbook.roles.slice(0, 6) }));
  await settle();
  expect(rules.followed).toBe(rules.playbook);
});

test('an edit that changes nothing is none', () => {
  rules.edit((playbook) => ({ ...playbook }));
  expect([rules.kept, notebook.canUndo]).toEqual([null, false]);
});

test('without files nothing runs, and the draft can still be kept or discarded', async () => {
  hasFiles = false;
  rules.edit(complete(80));
  await settle();
  expect([log, rules.kept]).toEqual([[], defaultPlaybook]);
  rules.discard();
  await settle();
  expect(rules.kept).toBeNull();
});

test('rules travel with the notebook, and the defaults are not written down', async () => {
  expect(notebook.toSpec().playbook).toBeUndefined();
  rules.edit(complete(80));
  expect(new NotebookState(notebook.toSpec()).playbook).toEqual(rules.playbook);
});
