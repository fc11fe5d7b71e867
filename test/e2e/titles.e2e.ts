import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, settled, type OpenApp } from './helpers';

const folder = process.env.ROLECALL_DIST ?? 'dist';
let app: OpenApp;
const nav = (name: RegExp) => app.page.getByRole('navigation', { name: 'Parts of the playbook' }).getByRole('button', { name });
const draft = () => app.page.getByRole('region', { name: 'Draft of the playbook' });
const playbook = () => app.page.evaluate(() => window.rolecall.playbook);

beforeAll(async () => {
  app = await openApp({ folder, viewport: { width: 1440, height: 900 } });
  await app.page.getByRole('button', { name: /explore the sample/i }).click();
  await app.page.locator('[data-kind="files"] li').nth(10).waitFor({ timeout: 90_000 });
  await settled(app);
  await app.page.getByRole('radio', { name: 'Playbook' }).click();
  await nav(/Job titles/).click();
});
afterAll(() => app.close());

test('letters of several meanings are taught in one click, with everyone they move in sight and a persona of their own', async () => {
  const queue = app.page.getByRole('table', { name: 'Titles to review' });
  await queue.getByRole('button', { name: 'CRO is Risk' }).waitFor();
  await app.screenshot('titles-queue');
  await queue.getByRole('button', { name: 'Teach what CRO means' }).click();
  const form = app.page.getByRole('form', { name: 'What CRO means' });
  await form.getByText(/It is about \d+ (person|people) with/).waitFor();
  await form.locator('[aria-label^="Persona:"]').click();
  await app.page.getByRole('option', { name: 'Consultant' }).click();
  await app.screenshot('titles-form');
  await form.getByRole('button', { name: 'Risk' }).click();
  await draft().getByText('1 change', { exact: true }).waitFor();
  const meaning = () => app.query("select distinct function, persona from persona.person join canon.person as people using (person_no) where people.job_title = 'CRO'");
  await expect.poll(meaning, { timeout: 60_000 }).toEqual([{ function: 'finance', persona: 'Consultant' }]);
  await queue.getByRole('button', { name: 'Teach what CRO means' }).waitFor({ state: 'detached' });
  expect((await playbook()).titles.phrases).toEqual([{ phrase: 'CRO', seniority: 'c_level', function: 'finance', persona: 'Consultant' }]);
  await app.screenshot('titles-taught');
  await draft().getByRole('button', { name: 'Discard' }).click();
  await draft().waitFor({ state: 'detached', timeout: 60_000 });
});
