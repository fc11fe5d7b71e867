import { afterAll, beforeAll, expect, test } from 'vitest';
import { drop, openApp, settled, typeIn, type OpenApp } from './helpers';

const folder = process.env.ROLECALL_DIST ?? 'dist';
const accounts = 'Id,Name,Website\n001A00000000001,Acme,acme.example\n001A00000000002,Plain,plain.example\n';
const people = (zoe: string) => `Id,AccountId,FirstName,LastName,Title,Email
003A00000000001,001A00000000001,Ada,Byron,VP Marketing,ada@acme.example
003A00000000002,001A00000000001,Bo,Low,Marketing Manager,bo@acme.example
003A00000000004,001A00000000001,Cy,Fox,Sales Manager,cy@acme.example
003A00000000003,001A00000000002,Zoë,Roe,${zoe},zoe@plain.example
`;
const inGrowthSuite = "join score.buying_group as groups using (group_no) where groups.solution_interest = 'Growth Suite' and groups.account_name = 'Acme'";

let app: OpenApp;
const panel = () => app.page.getByRole('dialog', { name: 'Acme, Growth Suite' });
const seatsOf = async (name: string) => (await app.query(`select members.role, members.source, members.note, members.author from score.member as members ${inGrowthSuite} and members.full_name like '${name}%'`))[0] ?? null;
const becomes = (name: string, role: string | null) => expect.poll(async () => (await seatsOf(name))?.role ?? null, { timeout: 60_000 }).toBe(role);
const completeness = async () => Number((await app.query("select completeness from score.buying_group where solution_interest = 'Growth Suite' and account_name = 'Acme'"))[0]?.completeness);

beforeAll(async () => {
  app = await openApp({ folder, viewport: { width: 1440, height: 1000 } });
  await drop(app, [{ name: 'accounts.csv', text: accounts }, { name: 'contacts.csv', text: people('Consultant') }]);
  await app.page.locator('[data-kind="files"] li').nth(1).waitFor({ timeout: 90_000 });
  await settled(app);
  await app.page.getByRole('button', { name: 'Open Acme, Growth Suite' }).click();
});
afterAll(() => app.close());

test('somebody of another account is added by keyboard alone, with why and by whom, counts like the others, and is undone', async () => {
  const { page } = app;
  const before = await completeness();
  await panel().getByRole('button', { name: 'Add a person as Champion' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add a person' });
  await typeIn(dialog, 'zoe consultant');
  await expect.poll(() => dialog.getByRole('option').allTextContents(), { timeout: 30_000 }).toEqual([expect.stringContaining('Zoë Roe')]);
  await page.keyboard.press('Enter');
  await dialog.getByText('Zoë Roe belongs to Plain, and will count here in every number like Acme’s own people.').waitFor();
  await typeIn(dialog, 'Advises them');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Kim Oh');
  await app.screenshot('add-person', dialog);
  await page.keyboard.press('Enter');
  await becomes('Zoë', 'Champion');
  await expect.poll(() => seatsOf('Zoë')).toEqual({ role: 'Champion', source: 'manual', note: 'Advises them', author: 'Kim Oh' });
  await expect.poll(completeness).toBeGreaterThan(before);
  await settled(app);
  await panel().locator('summary', { hasText: 'Zoë Roe' }).press('Enter');
  await panel().getByText(/^Added by Kim Oh on \d/).waitFor();
  await panel().getByText('Advises them', { exact: true }).waitFor();
  await panel().getByText('From elsewhere: the files put Zoë Roe at Plain').waitFor();
  await app.screenshot('outsider', panel());
  await page.keyboard.press('Control+z');
  await becomes('Zoë', null);
  await page.keyboard.press('Control+Shift+z');
  await becomes('Zoë', 'Champion');
});

test('somebody of another account stays when next month’s file comes', async () => {
  await app.page.getByRole('button', { name: 'Close (Esc)' }).click();
  await app.page.getByRole('button', { name: '2 files' }).click();
  await app.page.getByRole('button', { name: 'Take contacts.csv out' }).click();
  await becomes('Zoë', null);
  await app.page.keyboard.press('Escape');
  await drop(app, [{ name: 'contacts of october.csv', text: people('Chief of Staff') }]);
  await becomes('Zoë', 'Champion');
  await expect.poll(() => seatsOf('Zoë')).toMatchObject({ note: 'Advises them', author: 'Kim Oh' });
});

test('several members are moved, taken out and left to the rules at once, each a single step of undo', async () => {
  const { page } = app;
  await settled(app);
  await page.getByRole('button', { name: 'Open Acme, Growth Suite' }).click();
  const before = { Bo: (await seatsOf('Bo'))?.role, Cy: (await seatsOf('Cy'))?.role };
  const pick = (name: string) => panel().getByRole('checkbox', { name: `Pick ${name}` });
  await pick('Ada Byron').press('Space');
  await expect.poll(() => pick('Ada Byron').isChecked()).toBe(true);
  await pick('Ada Byron').press('Space');
  await pick('Bo Low').press('Space');
  await pick('Cy Fox').press('Shift+Space');
  const bar = panel().getByRole('group', { name: 'What becomes of those picked' });
  await expect.poll(() => bar.locator('b').textContent()).toBe('2 picked');
  await bar.getByRole('textbox', { name: 'Why' }).fill('They run the project');
  await app.screenshot('picked', panel());
  await bar.getByRole('button', { name: 'Move to…' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Practitioner' }).press('Enter');
  await becomes('Bo', 'Practitioner');
  await becomes('Cy', 'Practitioner');
  await expect.poll(() => seatsOf('Cy')).toEqual({ role: 'Practitioner', source: 'manual', note: 'They run the project', author: 'Kim Oh' });
  await settled(app);
  await bar.waitFor({ state: 'detached' });
  await pick('Ada Byron').focus();
  await page.keyboard.press('Control+z');
  await becomes('Bo', String(before.Bo));
  await becomes('Cy', String(before.Cy));
  expect((await seatsOf('Zoë'))?.role).toBe('Champion');
  await settled(app);
  await pick('Bo Low').press('Space');
  await pick('Cy Fox').press('Space');
  await bar.getByRole('button', { name: 'Out of the group' }).press('Enter');
  await becomes('Bo', null);
  await becomes('Cy', null);
  await panel().getByText(/^Removed by Kim Oh on/).first().waitFor();
  await settled(app);
  await pick('Bo Low').press('Space');
  await pick('Cy Fox').press('Space');
  await bar.getByRole('button', { name: 'Leave to the rules' }).press('Enter');
  await becomes('Bo', String(before.Bo));
  await becomes('Cy', String(before.Cy));
});
