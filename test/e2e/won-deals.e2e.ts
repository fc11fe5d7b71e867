import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, openSamplePlaybook, type OpenApp } from './helpers';

let app: OpenApp;
const nav = (name: RegExp) => app.page.getByRole('navigation', { name: 'Parts of the playbook' }).getByRole('button', { name });
const draft = () => app.page.getByRole('region', { name: 'Draft of the playbook' });
const playbook = () => app.page.evaluate(() => window.rolecall.playbook);
const solution = (name: string) => app.page.getByRole('region', { name, exact: true });

beforeAll(async () => {
  app = await openApp({ folder: process.env.ROLECALL_DIST ?? 'dist', viewport: { width: 1440, height: 900 } });
  await app.page.getByRole('radio', { name: 'Playbook' }).click();
  await nav(/Learn from deals/).click();
});
afterAll(() => app.close());

test('with nothing loaded it says what to add', async () => {
  await app.page.getByText('Add files to learn from').waitFor();
});

test('the closed deals of each solution tell who sat in them, with counts and intervals', async () => {
  await app.page.getByRole('radio', { name: 'Notebook' }).click();
  await openSamplePlaybook(app);
  await nav(/Learn from deals/).click();
  const [base] = await app.query("select base.* from score.deal_base as base join config.interest using (interest_no) where solution_interest = 'Growth Suite'");
  await solution('Growth Suite').getByText(`${base?.closed_deals} closed deals, ${base?.closed_won} won.`).waitFor({ timeout: 60_000 });
  const [row] = await app.query("select * from score.persona_deal where solution_interest = 'Growth Suite' and persona = 'Senior Manager / Manager'");
  expect(Number(row?.deals_with)).toBeGreaterThanOrEqual(10);
  const shown = solution('Growth Suite').getByRole('row', { name: /^Senior Manager/ });
  await shown.getByText(`${Number(row?.lift).toFixed(1)}× (`).waitFor();
  await shown.getByRole('img', { name: new RegExp(`^${Math.round(Number(row?.win_rate))}% won, likely between`) }).waitFor();
  // Never a bare percentage on three deals.
  const few = solution('Growth Suite').getByRole('row', { name: /^SVP/ });
  await few.getByText('too few deals for a rate').waitFor();
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await app.screenshot('learn');
});

test('contact roles tell the same deals apart', async () => {
  await app.page.getByRole('radio', { name: 'Contact roles' }).click();
  await solution('Growth Suite').getByRole('row', { name: /^Influencer/ }).waitFor();
  await app.screenshot('learn-roles');
  await app.page.getByRole('radio', { name: 'Personas' }).click();
});

test('a proposal opens as a draft, with a template that is not live', async () => {
  const before = await playbook();
  const card = app.page.getByRole('region', { name: 'Proposed template for Growth Suite' });
  await card.getByText(/In \d+ of \d+ won deals/).first().waitFor();
  await card.getByRole('button', { name: 'Use as a new template' }).click();
  await app.page.getByRole('heading', { name: 'Role templates', level: 1 }).waitFor();
  await expect.poll(() => app.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('Growth Suite, from won deals');
  await draft().getByText('No group changes its band, nobody a seat').waitFor({ timeout: 60_000 });
  const { templates } = await playbook();
  expect(templates.slice(0, -1)).toEqual(before.templates);
  expect(templates.at(-1)).toMatchObject({ name: 'Growth Suite, from won deals', isLive: false });
  expect(templates.at(-1)?.seats.length).toBeGreaterThan(0);
  await app.screenshot('learn-draft');
  await draft().getByRole('button', { name: 'Discard' }).click();
  await draft().waitFor({ state: 'detached', timeout: 60_000 });
  expect((await playbook()).templates).toEqual(before.templates);
});

test('it can be read in the dark and on a narrower screen', async () => {
  await nav(/Learn from deals/).click();
  await app.page.emulateMedia({ colorScheme: 'dark' });
  await app.page.setViewportSize({ width: 1024, height: 800 });
  await solution('Growth Suite').waitFor();
  expect(await app.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await app.screenshot('learn-dark');
});
