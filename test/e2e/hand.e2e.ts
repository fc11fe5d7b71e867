import { afterAll, beforeAll, expect, test } from 'vitest';
import { drop, openApp, settled, type OpenApp } from './helpers';

const folder = process.env.ROLECALL_DIST ?? 'dist';
const accounts = 'Id,Name,Website\n001A00000000001,Acme,acme.example\n';
const people = (name: string, title: string) => `Id,AccountId,FirstName,LastName,Title,Email\n003A00000000001,001A00000000001,Ada,${name},${title},ada@acme.example\n003A00000000002,001A00000000001,Bo,Low,Marketing Manager,bo@acme.example\n`;

let app: OpenApp;
const panel = () => app.page.getByRole('dialog', { name: 'Acme, Growth Suite' });
const adaSeat = async (): Promise<Record<string, unknown> | null> =>
  (await app.query("select members.role, members.source from score.member as members join score.buying_group as groups using (group_no) where groups.solution_interest = 'Growth Suite' and members.full_name like 'Ada%'"))[0] ?? null;
/** Waits until Ada sits there; null: nowhere. */
const becomes = (role: string | null) => expect.poll(async () => (await adaSeat())?.role ?? null, { timeout: 60_000 }).toBe(role);

/** Opens what may be decided about Ada, who sits somewhere in the open group. */
async function openSeatMenu(): Promise<void> {
  const button = panel().getByRole('button', { name: 'Seat of Ada Byron' });
  await settled(app);
  if (!(await button.isVisible())) await panel().locator('summary', { hasText: 'Ada Byron' }).click();
  await button.click();
}

beforeAll(async () => {
  app = await openApp({ folder, viewport: { width: 1440, height: 900 } });
  await drop(app, [{ name: 'accounts.csv', text: accounts }, { name: 'contacts.csv', text: people('Byron', 'VP Marketing') }]);
  await app.page.locator('[data-kind="files"] li').nth(1).waitFor({ timeout: 90_000 });
  await settled(app);
});
afterAll(() => app.close());

test('a person is given another seat by hand, and taken out and left to the rules again', async () => {
  expect(await adaSeat()).toEqual({ role: 'Decision Maker', source: 'rule' });
  await app.page.getByRole('button', { name: 'Open Acme, Growth Suite' }).click();
  await openSeatMenu();
  await app.page.getByRole('menuitem', { name: 'Champion' }).click();
  await becomes('Champion');
  expect(await adaSeat()).toEqual({ role: 'Champion', source: 'manual' });
  await app.page.getByRole('button', { name: 'Undo' }).last().click();
  await becomes('Decision Maker');
  await openSeatMenu();
  await app.page.getByRole('menuitem', { name: 'Out of the group' }).click();
  await becomes(null);
  await panel().getByText('Removed by hand').waitFor();
  await panel().getByRole('button', { name: 'Seat of Ada Byron' }).click();
  await app.page.getByRole('menuitem', { name: 'Leave it to the rules' }).click();
  await becomes('Decision Maker');
});

test('a seat given by hand survives next month’s file', async () => {
  await openSeatMenu();
  await app.page.getByRole('menuitem', { name: 'Influencer' }).click();
  await becomes('Influencer');
  await app.page.getByRole('button', { name: 'Close (Esc)' }).click();
  await app.page.getByRole('button', { name: '2 files' }).click();
  await app.page.getByRole('button', { name: 'Take contacts.csv out' }).click();
  await becomes(null);
  await app.page.keyboard.press('Escape');
  await drop(app, [{ name: 'contacts of october.csv', text: people('Lovelace', 'Chief Marketing Officer') }]);
  await becomes('Influencer');
  expect(await app.query("select full_name, source from score.member where full_name like 'Ada%' and source = 'manual'")).toEqual([{ full_name: 'Ada Lovelace', source: 'manual' }]);
});
