import { expect, test } from 'vitest';
import { besidePage, nameAt, namedFiles } from '../../src/notebook/named-files';
import { pastedFile } from '../../src/notebook/pasted';

test.each<[string, string, string | null]>([
  ['cells of a spreadsheet', 'Email\tName\na@x.com\tAda\n', 'pasted 3.tsv'],
  ['cells with line ends of Windows and a value of two lines', 'Email\tNote\r\na@x.com\t"one\r\ntwo, three"\r\n', 'pasted 3.tsv'],
  ['cells with commas in them', 'Name\tCity\nDoe, Ada\tParis\nRoe, Bo\tRome\n', 'pasted 3.tsv'],
  ['CSV', 'Email,Name\na@x.com,"Ada, Countess"\n', 'pasted 3.csv'],
  ['CSV with semicolons', 'Email;Name\na@x.com;Ada\n', 'pasted 3.csv'],
  ['a JSON list', '[{"email": "a@x.com"}]', 'pasted 3.json'],
  ['JSON line by line', '{"email": "a@x.com"}\n{"email": "b@x.com"}\n', 'pasted 3.ndjson'],
  ['a notebook', '{"format": "rolecall-notebook", "version": 1, "cells": []}', 'pasted 3.rolecall.json'],
  ['a recipe', '{"format": "rolecall-recipe", "version": 1}', 'pasted 3.recipe.json'],
  ['a list of numbers', '[1, 2, 3]', null],
  ['a sentence with commas', 'Dear all, as you know, it rains.\nBest', null],
  ['one line', 'Email\tName', null],
  ['one column', 'Email\na@x.com\nb@x.com\n', null],
  ['nothing', '', null],
])('what is pasted of %s becomes the right file or none', (_, text, name) => {
  expect(pastedFile(text, 3)?.name ?? null).toBe(name);
});

test('the text of a pasted table is kept as it is', async () => {
  expect(await pastedFile('a\tb\n1\t2\n', 1)?.text()).toBe('a\tb\n1\t2\n');
});

test("a page's address names files, repeated or with commas, each once", () => {
  expect(namedFiles('?files=exports/a.csv,exports/b.csv&x=1&files=c%20d.csv&files=exports/a.csv,')).toEqual(['exports/a.csv', 'exports/b.csv', 'c d.csv']);
  expect(namedFiles('')).toEqual([]);
});

const page = 'https://host.example/some/where/index.html';

test.each([
  ['exports/a.csv', 'https://host.example/some/where/exports/a.csv'],
  ['../a.csv', 'https://host.example/some/a.csv'],
  ['/a.csv?v=1', 'https://host.example/a.csv?v=1'],
  ['https://host.example/a.csv', 'https://host.example/a.csv'],
])('%s lies on the host of the page', (address, url) => {
  expect(besidePage(address, page).href).toBe(url);
});

test.each(['https://other.example/a.csv', '//other.example/a.csv', 'http://host.example/a.csv', 'https://host.example:8443/a.csv', 'data:text/csv,a', 'blob:https://host.example/1', 'https://'])(
  '%s lies elsewhere and is refused by name',
  (address) => {
    if (address.startsWith('blob:')) expect(() => besidePage(address, page)).toThrow('only from its own host');
    else expect(() => besidePage(address, page)).toThrow(`${address} was not fetched: this page takes files only from its own host, host.example.`);
  },
);

test('a file is named by the last part of its path', () => {
  expect(nameAt(new URL('https://host.example/x/Kunden%20M%C3%A4rz.csv?v=1'))).toBe('Kunden März.csv');
  expect(nameAt(new URL('https://host.example/100%.csv'))).toBe('100%.csv');
});
