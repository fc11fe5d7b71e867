import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, settled, type OpenApp } from './helpers';

const folder = process.env.ROLECALL_DIST ?? 'dist';
let app: OpenApp;
const panel = () => app.page.locator('.panel');

beforeAll(async () => {
  app = await openApp({ folder, viewport: { width: 1440, height: 1400 } });
  await app.page.getByRole('button', { name: 'Explore the sample' }).click();
  await app.page.locator('[data-kind="groups"] tbody tr').first().waitFor({ timeout: 120_000 });
  await settled(app);
  const [best] = await app.query('select account_name, solution_interest from score.buying_group order by engagement desc, group_no limit 1 offset 1');
  await app.page.getByRole('searchbox', { name: 'Find groups' }).fill(String(best?.account_name));
  await app.page.getByRole('button', { name: `Open ${String(best?.account_name)}, ${String(best?.solution_interest)}` }).click();
});
afterAll(() => app.close());

test('engagement is taken apart down to the acts of a member, and adds up to the number on the ring', async () => {
  const ring = panel().getByRole('img', { name: /^Engagement: / });
  const shown = Number(/\d+/.exec((await ring.getAttribute('aria-label')) ?? '')?.[0]);
  const button = panel().getByRole('button', { name: /Engaged/ });
  await button.press('Enter');
  const how = panel().getByRole('region', { name: 'How engagement comes about' });
  await how.getByText('Together').waitFor({ timeout: 30_000 });
  const [formula] = await how.locator('.formula').allTextContents();
  expect(Number(/= (\d+)%/.exec(formula ?? '')?.[1])).toBe(shown);
  const number = (text: string) => Number(text.replaceAll(',', ''));
  const brought = (await how.locator('summary .brings').allTextContents()).map(number);
  const together = number((await how.locator('.total b').textContent()) ?? '');
  expect(brought.reduce((sum, each) => sum + each, 0)).toBeCloseTo(together, 0);
  await how.locator('summary').first().press('Enter');
  await how.getByRole('columnheader', { name: 'Counted' }).waitFor({ timeout: 30_000 });
  await app.screenshot('explain-engagement', panel());
  await button.press('Enter');
  await how.waitFor({ state: 'detached' });
});

test('completeness is the sum of its seats, and a seat tells who else fits', async () => {
  const ring = panel().getByRole('img', { name: /^Completeness: / });
  const shown = Number(/\d+/.exec((await ring.getAttribute('aria-label')) ?? '')?.[0]);
  await panel().getByRole('button', { name: /^Completeness/ }).press('Enter');
  const formula = panel().getByRole('region', { name: 'How completeness comes about' }).locator('.formula');
  expect(Number(/= (\d+)%/.exec((await formula.textContent()) ?? '')?.[1])).toBe(shown);
  const others = panel().getByRole('region', { name: 'Influencer', exact: true }).locator('details', { hasText: 'Who else fits Influencer?' });
  await others.locator('summary').press('Enter');
  await others.getByText('It asks: ').waitFor({ timeout: 30_000 });
  await expect.poll(() => others.getByText('Looking…').count(), { timeout: 30_000 }).toBe(0);
  await expect.poll(() => others.locator('p').count()).toBeGreaterThan(1);
  await others.scrollIntoViewIfNeeded();
  await app.screenshot('explain-completeness', panel());
});

test('the panel with its explanations open has no accessibility faults, in light and dark, also on a narrow page', async () => {
  const { page } = app;
  for (const [colorScheme, width] of [['light', 1440], ['dark', 1024]] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 1400 });
    for (const [name, button] of [['engagement', /Engaged/], ['completeness', /^Completeness/]] as const) {
      const door = panel().getByRole('button', { name: button });
      if ((await door.getAttribute('aria-expanded')) !== 'true') await door.press('Enter');
      await panel().getByRole('region', { name: `How ${name} comes about` }).locator('.formula').first().waitFor({ timeout: 30_000 });
      const { violations } = await new AxeBuilder({ page }).include('.panel').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await app.screenshot(`explain-${name}-${colorScheme}`, panel());
    }
  }
});
