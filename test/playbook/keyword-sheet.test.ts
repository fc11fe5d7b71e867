import { describe, expect, test } from 'vitest';
import { readSheets } from '../../src/pipeline';
import { defaultPlaybook, parsePlaybook, readKeywordSheets, withKeywordProducts } from '../../src/playbook';
import { workbook } from '../pipeline/workbook';

const text = (csv: string): Uint8Array => new TextEncoder().encode(csv);
const read = async (name: string, content: Uint8Array) => readKeywordSheets(name, await readSheets({ name, content }), defaultPlaybook);

describe('a workbook as AJO takes it (domain.md §1.9)', () => {
  test('is a category, its tabs are products, their one column keywords, with a header or without', async () => {
    const sheet = await read('Sales tools.xlsx', workbook({ CRM: [['Keywords'], ['crm'], ['customer list']], Forecasting: [[null], [null, 'forecast'], [null, 'quota 2026']], Years: [[2026], [2027]] }));
    expect(sheet).toEqual({
      products: [
        { category: 'Sales tools', name: 'CRM', keywords: ['crm', 'customer list'] },
        { category: 'Sales tools', name: 'Forecasting', keywords: ['forecast', 'quota 2026'] },
        { category: 'Sales tools', name: 'Years', keywords: ['2026', '2027'] },
      ],
      leftOut: [],
      skipped: [],
    });
  });

  test('whose only tab has no name of its own is a product called like the file', async () => {
    expect((await read('CRM.xlsx', workbook({ Sheet1: [['crm']] }))).products).toEqual([{ category: 'CRM', name: 'CRM', keywords: ['crm'] }]);
  });

  test('a tab of several columns that are not named is left out, and said so', async () => {
    const { products, skipped } = await read('Tools.xlsx', workbook({ CRM: [['crm']], Notes: [['a', 'b'], ['c', 'd']] }));
    expect(products.map(({ name }) => name)).toEqual(['CRM']);
    expect(skipped).toEqual(['Notes has several columns and none is called keyword.']);
  });
});

describe('a flat table', () => {
  test('has a category, a product and a keyword in each row, in any order and dialect', async () => {
    const { products } = await read('all.csv', text('\uFEFFOur list\nSchlüsselwort;Produkt;Kategorie;Solution interest\ncrm;CRM;Sales;growth suite\nKundenliste;CRM;Sales;\n"data; lake";Storage;Data;Unheard of\n'));
    expect(products).toEqual([
      { category: 'Sales', name: 'CRM', keywords: ['crm', 'Kundenliste'], interest: 'Growth Suite' },
      { category: 'Data', name: 'Storage', keywords: ['data', 'lake'] },
    ]);
  });

  test('may write a category and a product once for the rows beneath', async () => {
    const { products } = await read('all.xlsx', workbook({ Sheet1: [['Category', 'Product', 'Keyword'], ['Sales', 'CRM', 'crm'], [null, null, 'leads'], ['Data', null, 'lake'], [null, 'Store', 'blob']] }));
    expect(products).toEqual([
      { category: 'Sales', name: 'CRM', keywords: ['crm', 'leads'] },
      { category: 'Data', name: 'all', keywords: ['lake'] },
      { category: 'Data', name: 'Store', keywords: ['blob'] },
    ]);
  });

  test('whose keyword is told twice, or has no letter, is left out by name', async () => {
    const { products, leftOut } = await read('crm.csv', text('product,keyword\nCRM,Crm\ncrm,CRM\nCRM,?!\n'));
    expect(products).toEqual([{ category: 'crm', name: 'CRM', keywords: ['Crm'] }]);
    expect(leftOut).toEqual(['CRM', '?!']);
  });
});

describe('a file without keywords says what it would need', () => {
  test.each([
    ['deals.csv', text('a,b\n1,2\n'), /^deals\.csv has no keywords\. deals has several columns and none is called keyword\. Give each product a tab/],
    ['empty.xlsx', workbook({ A: [[null]] }), /empty\.xlsx has no sheet with values/],
    ['empty.csv', text(''), /empty\.csv is empty/],
    ['header.csv', text('category,product,keyword\n'), /header\.csv has no keywords/],
    ['picture.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]), /is a PNG picture/],
    ['archive.xlsx', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), /archive\.xlsx/],
  ])('%s', async (name, content, message) => {
    await expect(read(name, content)).rejects.toThrow(message);
  });
});

test('products of a sheet replace those of their name, which keep their solution, and come after the others', () => {
  const first = withKeywordProducts(defaultPlaybook, [{ category: 'Sales', name: 'CRM', keywords: ['crm'], interest: 'Growth Suite' }, { category: 'Sales', name: 'Old', keywords: ['old'] }]);
  const second = withKeywordProducts({ ...first, keywords: { products: first.keywords?.products ?? [], halfLifeDays: 7 } }, [{ category: 'sales', name: 'crm', keywords: ['leads'] }, { category: 'Data', name: 'CRM', keywords: ['data'] }]);
  expect(second.keywords).toEqual({
    halfLifeDays: 7,
    products: [{ category: 'sales', name: 'crm', keywords: ['leads'], interest: 'Growth Suite' }, { category: 'Sales', name: 'Old', keywords: ['old'] }, { category: 'Data', name: 'CRM', keywords: ['data'] }],
  });
  expect(parsePlaybook(second)).toEqual(second);
});
