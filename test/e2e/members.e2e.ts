import { afterAll, beforeAll, expect, test } from 'vitest';
import { drop, openApp, settled, typeIn, type OpenApp } from './helpers';

const folder = process.env.ROLECALL_DIST ?? 'dist';
const accounts = 'Id,Name,Website\n001A00000000001,Acme,acme.example\n001A00000000002,Plain,plain.example\n';
const people = `Id,AccountId,FirstName,LastName,Title,Email
003A00000000001,001A00000000001,Ada,Byron,VP Marketing,ada@acme.example
003A00000000002,001A00000000001,Bo,Low,Marketing Manager,bo@acme.example
003A00000000003,001A00000000002,Zoë,Roe,Consultant,zoe@plain.example
`;

let app: OpenApp;
const panel = () => app.page.getByRole('dialog', { name: 'Acme, Growth Suite' });

beforeAll(async () => {
  app = await openApp({ folder, viewport: { width: 1440, height: 900 } });
  await drop(app, [{ name: 'accounts.csv', text: accounts }, { name: 'contacts.csv', text: people }]);
  await app.page.locator('[data-kind="files"] li').nth(1).waitFor({ timeout: 90_000 });
  await settled(app);
  await app.page.getByRole('button', { name: 'Open Acme, Growth Suite' }).click();
});
afterAll(() => app.close());

test('the panel of a group says why somebody is not in a seat, asked by keyboard alone', async () => {
  const { page } = app;
  await panel().getByRole('button', { name: 'Why is somebody not here?' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Why is somebody not here?' });
  await typeIn(dialog, 'bo low');
  await expect.poll(() => dialog.getByRole('option').allTextContents(), { timeout: 30_000 }).toEqual([expect.stringContaining('Bo Low')]);
  await page.keyboard.press('Enter');
  await dialog.getByText('Bo Low does not pass a test of Decision Maker.').waitFor();
  await dialog.getByText('Seniority is Manager', { exact: true }).first().waitFor();
  await app.screenshot('why-not');
  await dialog.getByRole('button', { name: 'Somebody else' }).click();
  await typeIn(dialog, 'plain');
  await expect.poll(() => dialog.getByRole('option').count(), { timeout: 30_000 }).toBe(1);
  await page.keyboard.press('Enter');
  await dialog.getByText('The files put Zoë Roe at Plain, not at Acme.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('the list of groups says why an account is not in it, asked by keyboard alone', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Close (Esc)' }).click();
  await page.evaluate(() => {
    const { playbook } = window.rolecall;
    window.rolecall.playbook = { ...playbook, audiences: playbook.audiences.map((each) => ({ ...each, condition: { field: 'account.domain', op: 'is', value: 'acme.example' } })) };
  });
  await expect.poll(async () => (await app.query("select count(*) as n from score.buying_group where account_name = 'Plain'"))[0]?.n, { timeout: 60_000 }).toBe(0);
  await page.getByRole('button', { name: 'Why is an account not here?' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Why is an account not here?' });
  await typeIn(dialog, 'plain');
  await expect.poll(() => dialog.getByRole('option').allTextContents(), { timeout: 30_000 }).toEqual([expect.stringContaining('Plain')]);
  await page.keyboard.press('Enter');
  await dialog.getByText(/^Plain does not pass a test of “/).waitFor({ timeout: 30_000 });
  await dialog.getByText('Account domain is plain.example').waitFor();
  await app.screenshot('why-no-group', dialog);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Open Acme, Growth Suite' }).click();
});

test('whose word on a member counts is put in another order by arrow keys, as a draft', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Close (Esc)' }).click();
  await page.getByRole('radio', { name: 'Playbook' }).click();
  await page.getByRole('button', { name: 'Scores and thresholds' }).click();
  const order = page.getByRole('list', { name: 'Whose word on a member counts, best first' });
  await expect.poll(() => order.locator('b').allTextContents()).toEqual(['A hand', 'The CRM', 'A journey', 'The title rule']);
  await page.getByRole('button', { name: 'Move The title rule, 4 of 4: arrow keys' }).press('ArrowUp');
  await expect.poll(() => order.locator('b').allTextContents()).toEqual(['A hand', 'The CRM', 'The title rule', 'A journey']);
  await expect.poll(async () => (await app.query('select source from config.membership_source order by precedence')).map(({ source }) => source), { timeout: 60_000 }).toEqual(['manual', 'crm', 'rule', 'journey']);
  await settled(app);
  await app.screenshot('precedence');
});
