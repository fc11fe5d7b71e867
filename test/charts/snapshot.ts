import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { expect } from 'vitest';

const folder = 'test/charts/output';

/** A document to draw in. */
export const { document } = new JSDOM('').window;

/** Compares a drawn element with `output/<name>.svg`; `UPDATE=1` writes it anew, and so does its absence. */
export function expectDrawing(name: string, element: Element | string): void {
  const file = `${folder}/${name}.svg`;
  const drawn = tidy(typeof element === 'string' ? element : element.outerHTML);
  if (process.env.UPDATE || !existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, drawn);
  }
  expect(drawn, file).toBe(readFileSync(file, 'utf8'));
}

/** One element a line, two decimals: a diff then shows what moved. */
function tidy(markup: string): string {
  return `${markup
    .replace('<svg class', '<svg xmlns="http://www.w3.org/2000/svg" class')
    .replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
    .replace(/(<[^/][^>]*>)(?=<)/g, '$1\n')
    .replace(/(<\/[^>]+>)(?=<)/g, '$1\n')}\n`;
}
