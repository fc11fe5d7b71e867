import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drop, openApp, openSamplePlaybook, settled, type OpenApp } from './helpers';

const folder = process.env.ROLECALL_DIST ?? 'dist';
let app: OpenApp;
const draft = () => app.page.getByRole('region', { name: 'Draft of the playbook' });
const graph = () => app.page.getByRole('group', { name: 'Stages and the moves between them' });
const row = (name: string) => app.page.locator(`[data-stage="${name}"]`);
const stages = () => app.page.evaluate(() => window.rolecall.playbook.stageModel.stages);
const names = async () => (await stages()).map(({ name }) => name);
const groupsAt = async (stage: string): Promise<number> => Number((await app.query(`select count(*)::integer as n from score.buying_group where stage = '${stage}'`))[0]?.n);
const press = (key: string) => app.page.keyboard.press(key);

/** Moves the focus with Tab until the element that has it answers to a name. */
async function tabTo(name: string, isBack = false): Promise<void> {
  for (let steps = 0; steps < 160; steps++) {
    await press(isBack ? 'Shift+Tab' : 'Tab');
    const label = await app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '');
    if (label === name) return;
  }
  throw new Error(`“${name}” cannot be reached by Tab.`);
}

/** Ticks one of several with the keyboard: its first letters find it. */
async function tick(letters: string, name: RegExp): Promise<void> {
  await press('Enter');
  const option = app.page.getByRole('option', { name });
  await option.waitFor();
  await app.page.keyboard.type(letters);
  await expect.poll(() => option.getAttribute('data-highlighted')).not.toBeNull();
  await press('Enter');
  await expect.poll(() => option.getAttribute('aria-selected')).toBe('true');
  await press('Escape');
  await option.waitFor({ state: 'detached' });
}

beforeAll(async () => {
  app = await openApp({ folder, viewport: { width: 1440, height: 900 } });
  await openSamplePlaybook(app);
  await app.page.getByRole('navigation', { name: 'Parts of the playbook' }).getByRole('button', { name: /^Stages/ }).focus();
  await press('Enter');
  await graph().waitFor();
});
afterAll(() => app.close());

test('each stage shows its groups, in the list and in the picture', async () => {
  const [pipeline, all] = [await groupsAt('Pipeline'), Number((await app.query('select count(*)::integer as n from score.buying_group'))[0]?.n)];
  await row('Pipeline').getByText(`${pipeline} groups`).waitFor();
  await graph().getByRole('button', { name: `Pipeline, step, ${pipeline} groups, may move to Won` }).waitFor();
  const shown = await app.page.locator('[data-stage] .count b').allTextContents();
  expect(shown.map(Number).reduce((sum, each) => sum + each, 0)).toBe(all);
});

test('a stage picked in the picture is the one to edit', async () => {
  await graph().getByRole('button', { name: /^Engaged,/ }).focus();
  await press('Enter');
  await expect.poll(() => app.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('Engaged');
  await graph().getByRole('button', { name: /^Won,/ }).click();
  await expect.poll(() => app.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('Won');
});

test('a stage is added, its faults are seen and mended, it fills, and it is discarded, by keyboard alone', async () => {
  const before = await groupsAt('Pipeline');
  await tabTo('Add a stage');
  await press('Enter');
  await row('New stage').getByText('“New stage” leads nowhere: choose what it moves to').waitFor();
  await row('New stage').getByText('no way leads from an entry to “New stage”').waitFor();
  await draft().getByText('2 faults: the numbers are those of before').waitFor();
  expect(await draft().getByRole('button', { name: 'Keep' }).isDisabled()).toBe(true);
  await graph().getByRole('button', { name: /^New stage, step, 0 groups, moves to nothing, fault: / }).waitFor();
  await app.screenshot('playbook-stages-fault');

  await tabTo('May move to: nothing yet', true);
  await tick('wo', /^Won/);
  await row('New stage').getByText('leads nowhere').waitFor({ state: 'detached' });
  await tabTo('Comes from: nothing yet');
  await tick('pi', /^Pipeline/);
  await draft().getByText(/faults?:/).waitFor({ state: 'detached' });
  expect((await stages()).slice(4).map(({ name, next }) => [name, next])).toEqual([['Pipeline', ['New stage', 'Won']], ['New stage', ['Won']], ['Won', []]]);

  await tabTo('Only by a recorded move');
  await press('Enter');
  await tabTo('Add');
  await press('Enter');
  await app.page.getByRole('menuitem', { name: /A test/ }).waitFor();
  expect(await app.page.getByRole('menuitem').count()).toBe(2);
  await press('Enter');
  await expect.poll(async () => (await stages())[5]?.condition).toEqual({ all: [{ field: 'group.is_engaged', op: 'is', value: true }] });
  await draft().getByText(/stages changed/).waitFor({ timeout: 60_000 });
  const filled = await groupsAt('New stage');
  expect(filled).toBeGreaterThan(0);
  await row('New stage').getByText(`${filled} group`).waitFor();
  await tabTo('Show SQL');
  await press('Enter');
  await row('New stage').getByText('facts.is_engaged').waitFor();

  await tabTo('Move New stage, 6 of 7: arrow keys', true);
  await press('ArrowUp');
  await expect.poll(names).toEqual(['Target', 'Active', 'Engaged', 'Complete enough', 'New stage', 'Pipeline', 'Won']);
  await expect.poll(() => app.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Move New stage, 5 of 7: arrow keys');

  await tabTo('Discard');
  await press('Enter');
  await draft().waitFor({ state: 'detached', timeout: 60_000 });
  expect(await names()).toHaveLength(6);
  await expect.poll(() => groupsAt('Pipeline'), { timeout: 60_000 }).toBe(before);
});

test('without recorded moves it says where they come from', async () => {
  const moves = app.page.getByRole('region', { name: 'Recorded moves' });
  await moves.getByText('No loaded file records a move of a buying group.').waitFor();
  await moves.getByText('Changed At').waitFor();
  expect(await moves.getByRole('table').count()).toBe(0);
});

test('a move that is not allowed is listed with its reason, its file and its row', async () => {
  const [account] = await app.query("select account_id, account_name from score.buying_group join canon.account using (account_no, account_name) where solution_interest = 'Growth Suite' and stage = 'Target' order by account_id limit 1");
  const line = (from: string, to: string, at: string) => `${String(account?.account_id)},Growth Suite,${from},${to},${at}`;
  const text = ['Account ID,Solution Interest,From Stage,To Stage,Changed At', line('', 'Target', '2026-08-01'), line('Target', 'Pipeline', '2026-08-20'), line('Pipeline', 'Active', '2026-09-01'), ''].join('\n');
  const before = await groupsAt('Pipeline');
  await drop(app, [{ name: 'group-moves.csv', text }]);
  const table = app.page.getByRole('table', { name: 'Moves that were not applied' });
  await table.waitFor({ timeout: 60_000 });
  await settled(app);
  expect(await table.locator('tbody tr').allInnerTexts()).toEqual([[account?.account_name, 'Growth Suite', 'Pipeline', 'Active', '1 Sep 2026', '“Pipeline” does not move to “Active”', 'group-moves.csv, row 3'].join('\t')]);
  await app.page.getByText('1 move of 3 recorded moves could not be applied.').waitFor();
  await row('Pipeline').getByText(`${before + 1} groups`).waitFor();
  await app.screenshot('playbook-stages');
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(bad.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`))).toEqual([]);
});
