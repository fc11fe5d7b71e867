import { mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import type { ConsoleApi } from '../../src/notebook/console-api';
import { serve, type Quirks, type StaticServer } from './server';

declare global {
  interface Window {
    rolecall: ConsoleApi;
  }
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium to test with: CHROMIUM_PATH, or the first of the usual places. */
export function chromiumPath(): string {
  const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];
  const found = places.find((place) => place && existsSync(place));
  if (!found) throw new Error('No Chromium found. Set CHROMIUM_PATH.');
  return found;
}

export interface OpenApp {
  browser: Browser;
  context: BrowserContext;
  page: Page;
  server: StaticServer;
  /** URLs asked for that lie outside the app's own origin. */
  foreign: string[];
  /** What the page wrote to the console as an error, and what it threw. */
  errors: string[];
  query(sql: string): Promise<Record<string, unknown>[]>;
  /** Saves a picture of the page, or of a part, under .cache/screenshots/, to be looked at by a person. */
  screenshot(name: string, part?: Locator): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions extends Quirks {
  viewport?: { width: number; height: number };
  /** False: do not wait for the engine. */
  isReady?: boolean;
  /** Another folder than `dist`. */
  folder?: string;
  /** What stands after the page's address, such as `?files=a.csv`. */
  search?: string;
}

/** Opens the built app in a fresh browser, under a sub-path of a server without headers. */
export async function openApp(options: OpenOptions = {}): Promise<OpenApp> {
  const server = await serve(options.folder ?? 'dist', options);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: flags });
  const context = await browser.newContext({ viewport: options.viewport ?? { width: 1280, height: 800 } });
  const page = await context.newPage();
  const foreign: string[] = [];
  const errors: string[] = [];
  const origin = new URL(server.url).origin;
  context.on('request', (request) => {
    const isOwn = request.url().startsWith(origin) || /^(blob|data):/.test(request.url());
    if (!isOwn) foreign.push(request.url());
  });
  page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(server.url + (options.search ?? ''));
  await page.waitForFunction(() => 'rolecall' in window);
  if (options.isReady !== false) await page.evaluate(() => window.rolecall.ready);

  return {
    browser,
    context,
    page,
    server,
    foreign,
    errors,
    query: (sql) => page.evaluate((text) => window.rolecall.query(text), sql),
    screenshot: async (name, part) => {
      await mkdir('.cache/screenshots', { recursive: true });
      const path = join('.cache/screenshots', `${name}.png`);
      await (part ? part.screenshot({ path }) : page.screenshot({ path, fullPage: true }));
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Drops files into the app through `window.rolecall`, as a person would with a mouse. */
export async function addFiles(page: Page, files: { name: string; text: string }[]): Promise<unknown[]> {
  return page.evaluate(
    (all) => window.rolecall.addFiles(all.map(({ name, text }) => new File([text], name))),
    files,
  );
}

/** Drops files on the page as a mouse would. */
export async function drop(app: OpenApp, files: { name: string; text: string }[]): Promise<void> {
  await app.page.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const { name, text } of all) transfer.items.add(new File([text], name, { type: 'text/csv' }));
    for (const kind of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }, files);
}

/** Loads the sample data from the first screen, waits for its scores and goes to the playbook. */
export async function openSamplePlaybook(app: OpenApp): Promise<void> {
  await app.page.getByRole('button', { name: /explore the sample/i }).click();
  await app.page.locator('[data-kind="files"] li').nth(10).waitFor({ timeout: 90_000 });
  await settled(app);
  await app.page.getByRole('radio', { name: 'Playbook' }).click();
}

/** Types into the field that a dialog gives the focus, once it has it. */
export async function typeIn(dialog: Locator, text: string): Promise<void> {
  await dialog.locator('input:focus, textarea:focus').waitFor();
  await dialog.page().keyboard.type(text);
}

/** Waits until the engine and all cells are at rest. */
export const settled = (app: OpenApp): Promise<void> => app.page.getByRole('status').getByText(/^Ready/).waitFor({ timeout: 90_000 });
