import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, openSamplePlaybook, type OpenApp } from './helpers';

const folder = process.env.ROLECALL_DIST ?? 'dist';
let app: OpenApp;
const nav = (name: RegExp) => app.page.getByRole('navigation', { name: 'Parts of the playbook' }).getByRole('button', { name });
const draft = () => app.page.getByRole('region', { name: 'Draft of the playbook' });
const models = () => app.page.getByRole('list', { name: 'Engagement models' }).getByRole('listitem');
const playbook = () => app.page.evaluate(() => window.rolecall.playbook);
const weightOf = async (type: string): Promise<unknown> => (await app.query(`select weight from score.activity_weight where activity_type = '${type}'`))[0]?.weight;

/** Chooses the band of a kind of act. */
async function choose(type: string, band: RegExp): Promise<void> {
  await app.page.getByLabel(`Band of ${type}:`).click();
  await app.page.getByRole('option', { name: band }).click();
}

beforeAll(async () => {
  app = await openApp({ folder, viewport: { width: 1440, height: 900 } });
  await openSamplePlaybook(app);
  await nav(/^Engagement/).click();
});
afterAll(() => app.close());

test('a copy of the model scores nobody until it is made active, and the one before is archived', async () => {
  await models().first().getByRole('button', { name: 'Duplicate Activity weighting model 1' }).click();
  await models().nth(1).getByText('Draft', { exact: true }).waitFor();
  const name = app.page.getByLabel('Name of the model');
  await expect.poll(() => name.inputValue()).toBe('Activity weighting model 1 copy');
  await name.fill('Webinars first');
  await name.press('Enter');
  await models().nth(1).getByText('Webinars first').waitFor();
  await choose('Page Views', /^Important/);
  await expect.poll(async () => (await playbook()).engagementModels?.[0]?.weights['Page Views']).toBe('Important');
  await app.page.getByRole('button', { name: 'Use band names' }).click();
  await app.page.getByLabel('Band of Attend Event: Normal').waitFor();
  await app.screenshot('models-draft');
  expect(await weightOf('Page Views')).toBe(40);

  await models().nth(1).getByRole('button', { name: /^Make Webinars first the active model/ }).click();
  await models().first().getByText('Webinars first').waitFor();
  await models().nth(1).getByText('Archived', { exact: true }).waitFor();
  await expect.poll(() => weightOf('Page Views'), { timeout: 60_000 }).toBe(90);
  await draft().getByRole('button', { name: 'What changes' }).click();
  await draft().getByText('Engagement: weight of Page Views 40 → Important').waitFor();
  await draft().getByRole('button', { name: 'Keep' }).click();
  await draft().waitFor({ state: 'detached' });
});

test('an archived model cannot be changed or deleted, only duplicated and made active', async () => {
  const archived = models().nth(1);
  await archived.getByRole('button', { name: /^Activity weighting model 1/ }).click();
  await app.page.getByText('An archived model is kept as it was').waitFor();
  expect(await app.page.getByLabel('Days looked back').isDisabled()).toBe(true);
  expect(await archived.getByRole('button', { name: /^Delete/ }).count()).toBe(0);
  await archived.getByRole('button', { name: 'Duplicate Activity weighting model 1' }).click();
  await models().nth(2).getByRole('button', { name: 'Delete Activity weighting model 1 copy' }).click();
  await expect.poll(() => models().count()).toBe(2);
  await draft().waitFor({ state: 'detached', timeout: 60_000 });
});

test('a band by another name is followed by its weights, and no two bands are alike', async () => {
  await models().first().getByRole('button', { name: /^Webinars first/ }).click();
  const important = app.page.getByLabel('Name of the band').nth(3);
  await important.fill('vital');
  await important.press('Enter');
  await app.page.getByText('“Vital” is there already').waitFor();
  await app.screenshot('models-band-fault');
  await important.fill('Serious');
  await important.press('Enter');
  await app.page.getByLabel('Band of Page Views: Serious').waitFor();
  await app.page.getByLabel('What Serious counts').fill('95');
  await app.page.keyboard.press('Tab');
  await expect.poll(() => weightOf('Page Views'), { timeout: 60_000 }).toBe(95);
  await draft().getByRole('button', { name: 'Discard' }).click();
  await draft().waitFor({ state: 'detached', timeout: 60_000 });
});

test('a weighting of roles by another name is followed by its seats', async () => {
  await nav(/Scores and thresholds/).click();
  const vital = app.page.getByLabel('Name of the weighting').nth(4);
  await vital.fill('Decisive');
  await vital.press('Enter');
  await expect.poll(async () => (await playbook()).templates[0]?.seats[0]?.weighting).toBe('Decisive');
  await draft().getByText('No group changes its band, nobody a seat').waitFor({ timeout: 60_000 });
  expect(await app.page.getByRole('button', { name: /^Decisive is used by Decision Maker/ }).isDisabled()).toBe(true);
  await app.screenshot('settings');
  await draft().getByRole('button', { name: 'Discard' }).click();
  await draft().waitFor({ state: 'detached', timeout: 60_000 });
});

test('models and settings are shown without barriers, in the dark and on a narrow screen too', async () => {
  await app.page.setViewportSize({ width: 1024, height: 800 });
  await app.page.emulateMedia({ colorScheme: 'dark' });
  for (const [part, name] of [[/^Engagement/, 'models-dark'], [/Scores and thresholds/, 'settings-dark']] as const) {
    await nav(part).click();
    await app.page.getByRole('button', { name: /Add a (band|weighting)/ }).waitFor();
    await app.screenshot(name);
    const { violations } = await new AxeBuilder({ page: app.page }).analyze();
    const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect([name, bad.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`))]).toEqual([name, []]);
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
});
