import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, openSamplePlaybook, type OpenApp } from './helpers';

const folder = process.env.ROLECALL_DIST ?? 'dist';
let app: OpenApp;
const nav = (name: RegExp) => app.page.getByRole('navigation', { name: 'Parts of the playbook' }).getByRole('button', { name });
const draft = () => app.page.getByRole('region', { name: 'Draft of the playbook' });
const count = async (sql: string): Promise<number> => Number((await app.query(sql))[0]?.n);
const playbook = () => app.page.evaluate(() => window.rolecall.playbook);

/** Moves the focus with Tab until the element that has it answers to a name. */
async function tabTo(name: string, isBack = false): Promise<void> {
  for (let steps = 0; steps < 120; steps++) {
    await app.page.keyboard.press(isBack ? 'Shift+Tab' : 'Tab');
    const label = await app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '');
    if (label === name || label.startsWith(`${name}:`)) return;
  }
  throw new Error(`“${name}” cannot be reached by Tab.`);
}

beforeAll(async () => {
  app = await openApp({ folder, viewport: { width: 1440, height: 900 } });
  await openSamplePlaybook(app);
  await nav(/Solution interests/).waitFor();
});
afterAll(() => app.close());

test('every part of the playbook is shown without barriers', async () => {
  for (const part of [/Audiences/, /Role templates/, /^Roles/, /Personas/, /Job titles/, /Examples/, /Engagement/, /^Stages/, /Scores/, /fit AJO/, /Solution interests/]) {
    await nav(part).click();
    await app.page.waitForTimeout(600);
    const { violations } = await new AxeBuilder({ page: app.page }).analyze();
    const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect([part.source, bad.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`))]).toEqual([part.source, []]);
  }
});

test('a phrase that is taught moves the people it is about, and is kept', async () => {
  await nav(/Job titles/).click();
  await app.page.getByRole('button', { name: 'Teach what ninja means' }).click();
  const form = app.page.locator('form');
  await form.getByText(/It is about 1 person/).waitFor();
  await form.locator('[aria-label^="Function:"]').click();
  await app.page.getByRole('option', { name: 'Marketing' }).click();
  await form.locator('[aria-label^="Level:"]').click();
  await app.page.getByRole('option', { name: 'Director' }).click();
  await form.getByRole('button', { name: 'Teach' }).click();
  await draft().getByText('1 change', { exact: true }).waitFor();
  await draft().getByText(/gained|Nobody|nobody/).waitFor({ timeout: 60_000 });
  const meaning = () => app.query("select meaning.seniority, meaning.function from persona.title join persona.title_meaning as meaning using (title_no) where job_title = 'Ninja'");
  await expect.poll(meaning, { timeout: 60_000 }).toEqual([{ seniority: 'director', function: 'marketing' }]);
  await draft().getByRole('button', { name: 'Keep' }).click();
  await draft().waitFor({ state: 'detached' });
  expect((await playbook()).titles.phrases).toEqual([{ phrase: 'Ninja', seniority: 'director', function: 'marketing' }]);
});

test('a draft shows what it changes before it is kept, and leaves nothing when it is discarded', async () => {
  const complete = () => count('select count(*)::integer as n from score.group_state where is_complete');
  const before = await complete();
  await nav(/Scores and thresholds/).click();
  await app.page.getByLabel('Complete from percent').fill('40');
  await app.page.keyboard.press('Tab');
  await draft().getByText(/stages? changed/).waitFor({ timeout: 60_000 });
  await expect.poll(complete, { timeout: 60_000 }).toBeGreaterThan(before);
  await draft().getByRole('button', { name: 'What changes' }).click();
  await draft().getByText('Thresholds: complete from 70 → 40').waitFor();
  await app.screenshot('playbook-draft');
  await draft().getByRole('button', { name: 'Discard' }).click();
  await draft().waitFor({ state: 'detached', timeout: 60_000 });
  await expect.poll(complete, { timeout: 60_000 }).toBe(before);
  expect((await playbook()).thresholds.complete).toBe(70);
});

test('a fault is named where it is edited, and the numbers stay those of before', async () => {
  await nav(/^Roles/).click();
  const before = await count('select count(*)::integer as n from score.seat');
  const name = app.page.getByLabel('Name of the role').nth(5);
  await name.fill('Champion');
  await name.press('Enter');
  await app.page.getByText('“Champion” is there already').first().waitFor();
  await draft().getByText(/the numbers are those of before/).waitFor();
  expect(await draft().getByRole('button', { name: 'Keep' }).isDisabled()).toBe(true);
  expect(await count('select count(*)::integer as n from score.seat')).toBe(before);
  await draft().getByRole('button', { name: 'Discard' }).click();
  await draft().waitFor({ state: 'detached', timeout: 60_000 });
});

test('a template is built by keyboard alone', async () => {
  await nav(/Role templates/).focus();
  await app.page.keyboard.press('Enter');
  await tabTo('Add a template');
  await app.page.keyboard.press('Enter');
  await app.page.getByLabel('Name of the template').nth(2).waitFor();
  await tabTo('Add a seat', true);
  await app.page.keyboard.press('Enter');
  await app.page.waitForFunction(() => window.rolecall.playbook.templates[2]?.seats.length === 2);
  // The second seat goes before the first.
  await tabTo('Move Influencer, 2 of 2: arrow keys', true);
  await app.page.keyboard.press('ArrowUp');
  await app.page.waitForFunction(() => window.rolecall.playbook.templates[2]?.seats[0]?.role === 'Influencer');
  await tabTo('People needed as Influencer');
  await app.page.keyboard.press('Control+A');
  await app.page.keyboard.type('3');
  await tabTo('Required');
  await app.page.keyboard.press('Space');
  await tabTo('Nobody by rule: given by hand or by the CRM');
  await app.page.keyboard.press('Enter');
  await tabTo('Add');
  await app.page.keyboard.press('Enter');
  await app.page.getByRole('menuitem', { name: /A test/ }).waitFor();
  await app.page.keyboard.press('Enter');
  await app.page.waitForFunction(() => window.rolecall.playbook.templates[2]?.seats[0]?.condition !== null);
  const [template] = (await playbook()).templates.slice(2);
  expect(template).toMatchObject({
    name: 'New template', isLive: false,
    seats: [{ role: 'Influencer', people: 3, isRequired: false, condition: { all: [{ field: 'title.seniority', op: 'is one of', value: ['director'] }] } }, { role: 'Decision Maker' }],
  });
  await app.page.keyboard.press('Escape');
  for (let steps = 0; steps < 12 && (await playbook()).templates.length > 2; steps++) {
    await app.page.locator('body').click({ position: { x: 5, y: 400 } });
    await app.page.keyboard.press('Control+Z');
  }
  expect((await playbook()).templates).toHaveLength(2);
});

test('what AJO would not take is named, and leads to where it is changed', async () => {
  await nav(/fit AJO/).click();
  await app.page.getByText('Accounts without a name, which are dropped: 2').waitFor();
  await app.page.getByRole('heading', { name: 'Conditions that AJO cannot express' }).waitFor();
  await nav(/^Engagement/).click();
  await app.page.getByLabel('Days looked back').fill('45');
  await app.page.keyboard.press('Tab');
  await draft().waitFor();
  await nav(/fit AJO/).click();
  const exceeded = app.page.getByRole('list', { name: 'Limits of AJO that are exceeded' });
  await exceeded.getByText('Days that engagement looks back: 45').waitFor();
  await exceeded.getByText('AJO: always 30').waitFor();
  await app.screenshot('playbook-fit');
  await exceeded.getByRole('button', { name: 'Engagement' }).click();
  await app.page.getByRole('heading', { name: 'Engagement', level: 1 }).waitFor();
  await draft().getByRole('button', { name: 'Discard' }).click();
  await draft().waitFor({ state: 'detached', timeout: 60_000 });
});

test('a playbook goes out as a file and comes back as a draft', async () => {
  const download = app.page.waitForEvent('download');
  await app.page.getByRole('button', { name: 'Save playbook' }).click();
  const saved = JSON.parse(String(await (await (await download).createReadStream()).toArray()));
  expect(saved).toEqual({ $schema: new URL('playbook.schema.json', app.page.url()).href, ...(await playbook()) });
  const schema = await app.page.evaluate(async (url) => (await fetch(url)).json() as Promise<{ title: string }>, String(saved.$schema));
  expect(schema.title).toBe('Rolecall playbook');
  const text = JSON.stringify({ ...saved, thresholds: { complete: 60, engaged: 50 } });
  const chooser = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: 'Open a playbook…' }).click();
  await (await chooser).setFiles({ name: 'other.playbook.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await draft().getByText('1 change', { exact: true }).waitFor();
  await draft().getByRole('button', { name: 'Discard' }).click();
  await draft().waitFor({ state: 'detached', timeout: 60_000 });
  const bad = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: 'Open a playbook…' }).click();
  await (await bad).setFiles({ name: 'bad.playbook.json', mimeType: 'application/json', buffer: Buffer.from(text.replace('"complete":60', '"complete":600')) });
  await app.page.getByText(/thresholds.complete: is above 100/).waitFor();
});

test('a playbook is compared with a file part by part, and opened as a draft only when asked', async () => {
  const kept = await playbook();
  const choose = async (name: string, text: string): Promise<void> => {
    const chooser = app.page.waitForEvent('filechooser');
    await app.page.getByRole('button', { name: 'Compare with a file…' }).click();
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  const dialog = app.page.getByRole('dialog', { name: 'Compared with a file' });
  const other = JSON.stringify({ ...kept, thresholds: { ...kept.thresholds, complete: 60 }, engagement: { ...kept.engagement, dailyCap: 10 } });
  await choose('other.playbook.json', other);
  await dialog.getByRole('region', { name: 'Thresholds' }).getByText('Complete from 70 → 60').waitFor();
  await dialog.getByRole('region', { name: 'Engagement' }).getByText('At most a day 20 → 10').waitFor();
  await app.screenshot('playbook-compare');
  await dialog.getByText('Close', { exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await playbook()).toEqual(kept);
  await choose('newer.playbook.json', JSON.stringify({ ...kept, version: 2 }));
  await app.page.getByText(/version: is a version that this Rolecall does not know/).waitFor();
  expect(await playbook()).toEqual(kept);
  await choose('other.playbook.json', other);
  await dialog.getByRole('button', { name: 'Open as a draft' }).click();
  await draft().getByText('2 changes', { exact: true }).waitFor();
  await draft().getByRole('button', { name: 'Discard' }).click();
  await draft().waitFor({ state: 'detached', timeout: 60_000 });
});
