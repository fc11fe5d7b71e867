import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workbook } from '../pipeline/workbook';
import { openApp, openSamplePlaybook, type OpenApp } from './helpers';

let app: OpenApp;
const nav = (name: RegExp) => app.page.getByRole('navigation', { name: 'Parts of the playbook' }).getByRole('button', { name });
const draft = () => app.page.getByRole('region', { name: 'Draft of the playbook' });
const playbook = () => app.page.evaluate(() => window.rolecall.playbook);
const product = (name: string) => app.page.getByRole('region', { name });
const count = async (sql: string): Promise<number> => Number((await app.query(`select count(*)::integer as n from ${sql}`))[0]?.n);

async function openSheet(name: string, buffer: Uint8Array): Promise<void> {
  const chooser = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: 'Open a sheet…' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) });
}

beforeAll(async () => {
  app = await openApp({ folder: process.env.ROLECALL_DIST ?? 'dist', viewport: { width: 1440, height: 900 } });
  await openSamplePlaybook(app);
  await nav(/^Keywords/).click();
});
afterAll(() => app.close());

test('a file without keywords says what it would need', async () => {
  await app.page.getByText('No keywords yet').waitFor();
  await app.screenshot('keywords-empty');
  await openSheet('deals.csv', new TextEncoder().encode('a,b\n1,2\n'));
  await app.page.getByText(/none is called keyword/).waitFor();
  await app.page.getByRole('button', { name: 'Dismiss' }).first().click();
  expect((await playbook()).keywords).toBeUndefined();
});

test('a taxonomy is taken from a sheet as a draft, and what its keywords hit is shown', async () => {
  await openSheet('Revenue tools.xlsx', workbook({
    Growth: [['Keywords'], ['growth suite'], ['buying groups'], ['GROWTH  SUITE'], ['perpetual motion']],
    Data: [['data contracts'], ['data platform']],
  }));
  await app.page.getByText(/2 products with 5 keywords.*1 keyword left out, told twice or without a letter: GROWTH\s+SUITE/).waitFor();
  await draft().waitFor();
  await product('Revenue tools, Growth').getByText('1 hit nothing').waitFor({ timeout: 60_000 });
  const texts = await count("(select distinct text_no from score.keyword_hit where product_no = 1)");
  const people = await count('score.person_keyword where product_no = 1');
  expect(texts).toBeGreaterThan(3);
  await product('Revenue tools, Growth').getByText(`${texts} texts hit`).waitFor();
  await product('Revenue tools, Growth').getByText(`${people.toLocaleString('en')} people`).waitFor();
  await product('Revenue tools, Growth').getByRole('button', { name: 'Growth: 3 keywords' }).click();
  await app.page.getByText('In no text that was loaded: perpetual motion.').waitFor();
  const hits = app.page.getByRole('table', { name: 'Texts in which keywords of Growth stand' });
  await hits.getByText('/growth-suite', { exact: true }).waitFor();
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await app.screenshot('keywords');
});

test('a keyword is added and taken away by hand, and the counts follow', async () => {
  const field = app.page.getByLabel('Add to: Keywords of Growth');
  await field.fill('customer story');
  await field.press('Enter');
  const hit = () => count("score.keyword_hit join config.keyword using (keyword_no) where keyword = 'customer story'");
  await expect.poll(hit, { timeout: 60_000 }).toBeGreaterThan(0);
  await app.page.getByRole('button', { name: 'Remove perpetual motion' }).click();
  await app.page.getByText('In no text that was loaded').waitFor({ state: 'detached', timeout: 60_000 });
  await field.fill('?!');
  await field.press('Enter');
  await app.page.getByText('“?!” has no letter or digit to look for').first().waitFor();
  await app.page.getByRole('button', { name: 'Remove ?!' }).click();
  await draft().getByRole('button', { name: 'Keep' }).click();
  await draft().waitFor({ state: 'detached' });
  expect((await playbook()).keywords?.products.map(({ name, keywords }) => [name, keywords])).toEqual([['Growth', ['growth suite', 'buying groups', 'customer story']], ['Data', ['data contracts', 'data platform']]]);
});

test('a group says what its members read about, in a band', async () => {
  const [top] = await app.query("select group_no, account_name, solution_interest, product, band from score.group_keyword_interest where band = 'High' order by strength desc, product limit 1");
  expect(top?.band).toBe('High');
  await app.page.getByRole('radio', { name: 'Notebook' }).click();
  const groups = app.page.locator('[data-kind="groups"]');
  await groups.getByLabel('Find groups').fill(String(top?.account_name));
  await groups.getByRole('button', { name: `Open ${top?.account_name}, ${top?.solution_interest}`, exact: true }).click();
  const interest = app.page.getByRole('region', { name: 'Keyword interest' });
  await interest.getByRole('listitem').filter({ hasText: String(top?.product) }).getByText('High').waitFor({ timeout: 60_000 });
  await interest.scrollIntoViewIfNeeded();
  await app.page.waitForTimeout(300);
  await app.page.screenshot({ path: '.cache/screenshots/keywords-group.png' });
  await app.page.getByRole('button', { name: 'Close (Esc)' }).click();
});

test('it can be read in the dark and on a narrower screen', async () => {
  await app.page.getByRole('radio', { name: 'Playbook' }).click();
  await nav(/^Keywords/).click();
  await app.page.emulateMedia({ colorScheme: 'dark' });
  await app.page.setViewportSize({ width: 1024, height: 800 });
  await product('Revenue tools, Growth').waitFor();
  await app.page.getByRole('radio', { name: 'by themselves' }).click();
  await app.page.getByLabel('Keyword weight of Page Views').waitFor();
  expect(await app.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await app.screenshot('keywords-dark');
  await draft().getByRole('button', { name: 'Discard' }).click();
  await draft().waitFor({ state: 'detached', timeout: 60_000 });
});
