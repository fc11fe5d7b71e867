// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { toHtml } from '../../src/ui/markdown';

test('headings, lists and emphasis become HTML', async () => {
  expect(await toHtml('# Hi\n\n- **a**')).toContain('<h1>Hi</h1>');
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '<iframe src="https://elsewhere.example"></iframe>',
  '<style>@import "https://elsewhere.example"</style>',
  '<form action="https://elsewhere.example"><input></form>',
  '![beacon](https://elsewhere.example/p.gif)',
  '<svg onload=alert(1)>',
])('%j neither runs nor fetches', async (markdown) => {
  expect(await toHtml(markdown)).not.toMatch(/script|onerror|onload|javascript:|<img|<iframe|<style|<form|<input/i);
});

test('a link opens beside the page and does not tell where it came from', async () => {
  expect(await toHtml('[x](https://elsewhere.example)')).toContain('target="_blank" rel="noopener noreferrer"');
});
