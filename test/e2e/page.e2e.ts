import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type OpenApp } from './helpers';

// A build that is not in dist/, for those who work beside others.
const folder = process.env.ROLECALL_DIST ?? 'dist';

/** Drops files on the page as a mouse would. */
async function drop(app: OpenApp, files: { name: string; text: string }[]): Promise<void> {
  await app.page.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const { name, text } of all) transfer.items.add(new File([text], name, { type: 'text/csv' }));
    for (const kind of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }, files);
}

/** What axe finds serious or worse. */
async function barriers(app: OpenApp): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return bad.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

describe('a first visit', () => {
  let app: OpenApp;
  beforeAll(async () => void (app = await openApp({ isReady: false, folder })));
  afterAll(() => app.close());

  test('says what this is and offers two ways in, before the engine is there', async () => {
    expect(await app.page.locator('h1').innerText()).toContain('buying groups');
    expect(await app.page.getByRole('button', { name: 'Explore the sample' }).isVisible()).toBe(true);
    expect(await app.page.getByRole('button', { name: 'Open your files' }).isVisible()).toBe(true);
    expect(await app.page.getByText('Nothing leaves this tab').isVisible()).toBe(true);
    expect(await barriers(app)).toEqual([]);
  });

  test('what is no data is named with the way out, and a good file beside it is loaded', async () => {
    await drop(app, [
      { name: 'holiday.jpg', text: '\u0000\u0001ÿØÿà' },
      { name: 'empty.csv', text: '' },
      { name: 'accounts.csv', text: 'Account ID,Account Name,Industry,Website\nA1,Northwind,Retail,northwind.example\n' },
      { name: 'people.csv', text: 'Contact ID,Account ID,First Name,Last Name,Email,Title\nP1,A1,Ada,Byron,ada@northwind.example,VP Marketing\n' },
    ]);
    await app.page.locator('[data-group]').first().waitFor({ timeout: 90_000 });
    const notices = await app.page.locator('.notices .notice').allInnerTexts();
    expect(notices).toHaveLength(2);
    expect(notices[0]).toContain('holiday.jpg was not loaded');
    expect(notices[1]).toContain('empty.csv was not loaded');
    expect(await app.page.locator('[data-group]').allInnerTexts()).toContain('Northwind');
    await app.page.getByRole('button', { name: 'Dismiss' }).first().click();
    expect(await app.page.locator('.notices .notice').count()).toBe(1);
  });
});

describe('the sample', () => {
  let app: OpenApp;
  beforeAll(async () => {
    app = await openApp({ folder, viewport: { width: 1440, height: 900 } });
    await app.page.getByRole('button', { name: 'Explore the sample' }).click();
    await app.page.locator('[data-kind="group-funnel"][data-status="done"]').waitFor({ timeout: 110_000 });
  });
  afterAll(() => app.close());

  test('fills every cell of the review, calls nobody and throws nothing', async () => {
    const failed = await app.page.locator('[data-status="failed"]').evaluateAll((cells) => cells.map((cell) => cell.textContent));
    expect(failed).toEqual([]);
    expect(await app.page.locator('[data-kind="totals"] dl > div').count()).toBe(8);
    await app.page.locator('#cell-stages svg').first().waitFor();
    expect(app.foreign).toEqual([]);
    expect(app.errors).toEqual([]);
    await app.screenshot('sample');
  });

  test('can be read without seeing it', async () => {
    expect(await barriers(app)).toEqual([]);
  });

  test('lists the groups of one next step', async () => {
    await app.page.getByRole('group', { name: 'Next step' }).getByRole('button', { name: /^Warm up/ }).click();
    await app.page.waitForFunction(() => {
      const steps = [...document.querySelectorAll('#cell-groups tbody .pill')].map((pill) => pill.textContent);
      return steps.length > 0 && steps.every((step) => step === 'Warm up');
    });
    await app.page.keyboard.press('Control+z');
    await app.page.waitForFunction(() => document.querySelector('#cell-groups tbody .pill')?.textContent !== 'Warm up');
  });

  test('opens a group whose members say why, down to file and row; Escape goes back to the row', async () => {
    await app.page.locator('[data-group]').first().click();
    const panel = app.page.getByRole('dialog');
    await panel.locator('details').first().locator('summary').click();
    expect(await panel.locator('details[open]').innerText()).toMatch(/Why[\s\S]+Source\s+\S+\.csv, row \d+/);
    expect(await panel.getByText('Decision Maker', { exact: true }).count()).toBeGreaterThan(0);
    await app.page.keyboard.press('Escape');
    expect(await panel.count()).toBe(0);
    expect(await app.page.evaluate(() => document.activeElement?.hasAttribute('data-group'))).toBe(true);
  });

  test('shows its SQL, runs a copy of it, and marks an error at its place', async () => {
    const coverage = app.page.locator('#cell-coverage');
    await coverage.getByRole('button', { name: 'Show SQL' }).click();
    await coverage.getByText('score.coverage').waitFor();
    await coverage.getByRole('button', { name: 'Copy as SQL cell' }).click();
    const cell = app.page.locator('[data-kind="sql"]');
    await cell.getByText('12 rows').waitFor();

    await cell.locator('.cm-content').click();
    await app.page.keyboard.press('Control+End');
    await app.page.keyboard.type('\nlimt 5');
    await app.page.keyboard.press('Control+Enter');
    await cell.getByText('Line 4, column 1').waitFor();
    expect(await cell.locator('.cm-error').innerText()).toBe('limt');
    expect(await cell.getByText('12 rows').count()).toBe(1);
  });

  test('keeps what it had when a bad file is added', async () => {
    const before = await app.query('select count(*) as groups from score.buying_group');
    await drop(app, [{ name: 'nonsense.csv', text: 'alpha,beta\n1,2\n' }]);
    await app.page.waitForFunction(() => document.querySelector('.notices') !== null || document.querySelector('header')?.textContent?.includes('12 files'));
    await app.page.getByRole('status').getByText(/^Ready/).waitFor({ timeout: 60_000 });
    expect(await app.query('select count(*) as groups from score.buying_group')).toEqual(before);
  });

  test('changes with the playbook, from the console', async () => {
    const steps = 'select count(*) as ready from score.buying_group where is_complete';
    const before = await app.query(steps);
    await app.page.evaluate(async () => {
      window.rolecall.playbook = { ...window.rolecall.playbook, thresholds: { complete: 0, engaged: 0 } };
      await window.rolecall.run();
    });
    expect(await app.query(steps)).not.toEqual(before);
  });
});
