import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, openSamplePlaybook, type OpenApp } from './helpers';

const folder = process.env.ROLECALL_DIST ?? 'dist';
let app: OpenApp;
const nav = (name: RegExp) => app.page.getByRole('navigation', { name: 'Parts of the playbook' }).getByRole('button', { name });
const draft = () => app.page.getByRole('region', { name: 'Draft of the playbook' });
const playbook = () => app.page.evaluate(() => window.rolecall.playbook);

/** What a screen reader or a keyboard would stumble over in what is shown. */
async function barriers(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

beforeAll(async () => {
  app = await openApp({ folder, viewport: { width: 1440, height: 900 } });
  await openSamplePlaybook(app);
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
  await app.page.waitForTimeout(300);
  expect(await barriers()).toEqual([]);
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

test('an example is made of a person in one click, and is told before a draft that breaks it is kept', async () => {
  await nav(/Personas/).click();
  await app.page.getByRole('button', { name: /are Senior Director \/ Director: show some/ }).click();
  await app.page.getByRole('button', { name: /^Make an example of/ }).first().click();
  await draft().getByText('1 change', { exact: true }).waitFor();
  await draft().getByRole('button', { name: 'Keep' }).click();
  await draft().waitFor({ state: 'detached' });
  const [example] = (await playbook()).examples ?? [];
  expect(example?.expect).toEqual({ persona: 'Senior Director / Director' });

  await nav(/Examples/).click();
  const table = app.page.getByRole('table', { name: 'Examples' });
  await table.getByText('As expected').waitFor();
  await app.page.getByRole('button', { name: 'Add an example' }).click();
  const form = app.page.getByRole('form', { name: 'Example' });
  await form.getByLabel('Title').fill('Head of Brand');
  await form.locator('[aria-label^="Role:"]').click();
  await app.page.getByRole('option', { name: 'Champion' }).click();
  await form.locator('[aria-label^="for:"]').click();
  await app.page.getByRole('option', { name: 'Growth Suite' }).click();
  await app.screenshot('examples-form');
  await form.getByRole('button', { name: 'Save' }).click();
  await draft().getByRole('button', { name: 'Keep' }).click();
  await draft().waitFor({ state: 'detached' });
  await expect.poll(() => table.getByText('As expected').count(), { timeout: 60_000 }).toBe(2);

  // A rule is changed elsewhere: heads of brand are managers.
  await nav(/Job titles/).click();
  // What comes in late above would move the list that is chosen from.
  await app.page.getByRole('table', { name: 'Titles to review' }).getByText('CRO', { exact: true }).first().waitFor();
  await app.page.getByRole('button', { name: 'Teach another phrase' }).click();
  const phrase = app.page.getByRole('form', { name: 'What a phrase means' });
  await phrase.getByLabel('Phrase').fill('head of brand');
  await phrase.getByText('No title that was loaded holds it.').waitFor();
  await phrase.locator('[aria-label^="Level:"]').click();
  await app.page.getByRole('option', { name: 'Manager', exact: true }).click();
  await phrase.getByRole('button', { name: 'Teach' }).click();
  await draft().getByRole('button', { name: '1 example fails' }).click({ timeout: 60_000 });
  await draft().getByText('Champion for Growth Suite expected, Influencer came out').waitFor();
  await app.screenshot('examples-draft');
  await nav(/Examples/).click();
  await table.getByText('Fails').waitFor();
  await app.page.waitForTimeout(300);
  expect(await barriers()).toEqual([]);
  await app.screenshot('examples');
  await table.getByRole('button', { name: 'Expect of Head of Brand what comes out' }).click();
  await draft().getByRole('button', { name: '1 example fails' }).waitFor({ state: 'detached', timeout: 60_000 });
  await expect.poll(() => table.getByText('As expected').count(), { timeout: 60_000 }).toBe(2);
  await draft().getByRole('button', { name: 'Discard' }).click();
  await draft().waitFor({ state: 'detached', timeout: 60_000 });
});

test('the job titles that AJO lists become personas in one click, and say whom they take from the others', async () => {
  await nav(/Personas/).click();
  await app.page.getByRole('button', { name: 'Add them as personas' }).click();
  await draft().getByText('10 changes', { exact: true }).waitFor();
  await app.page.getByText(/taken before, most by CXO \/ EVP \(AJO\)/).waitFor({ timeout: 60_000 });
  await app.screenshot('personas-ajo');
  expect((await playbook()).personas).toHaveLength(20);
  await draft().getByRole('button', { name: 'Discard' }).click();
  await draft().waitFor({ state: 'detached', timeout: 60_000 });
});
