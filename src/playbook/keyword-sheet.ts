import { EngineError } from '../engine/errors';
import { toKeywordWords } from './keywords';
import type { KeywordProduct, Playbook } from './playbook';

/** A sheet of rows, as `readSheets` gives it. */
interface Sheet {
  name: string;
  rows: readonly (readonly string[])[];
}

/** The products that a file of keywords holds, and what of it was left out. */
export interface KeywordSheet {
  products: KeywordProduct[];
  /** Keywords that a product had already, or that have no letter or digit. */
  leftOut: string[];
  /** Sheets of which nothing was taken, each with its reason, as sentences. */
  skipped: string[];
}

const columns = ['category', 'product', 'keyword', 'interest'] as const;
type Column = (typeof columns)[number];

/** What the columns of a flat table may be called. */
const headers: Record<Column, readonly string[]> = {
  category: ['category', 'categories', 'intent category', 'kategorie', 'categorie', 'categoria', 'group', 'topic group'],
  product: ['product', 'products', 'product name', 'intent product', 'produkt', 'produit', 'producto', 'prodotto', 'produto', 'solution', 'topic'],
  keyword: ['keyword', 'keywords', 'key word', 'key words', 'intent keyword', 'term', 'terms', 'phrase', 'phrases', 'schlusselwort', 'schlusselworter', 'stichwort', 'stichworter', 'mot cle', 'mots cles', 'palabra clave', 'palabras clave', 'parola chiave', 'parole chiave', 'palavra chave', 'trefwoord', 'trefwoorden'],
  interest: ['solution interest', 'interest', 'buying group solution'],
};

/** A header stands at the top, under a title or two. */
const headerRows = 5;
const unnamed = /^(sheet|tabelle|feuil|hoja|foglio|blad|planilha|シート)\s*\d*$/i;

/**
 * Reads a taxonomy of keywords: a workbook as AJO takes it (the file is the category, a tab a product, one column its keywords), or a
 * flat table with columns for category, product and keyword. A cell may hold several, parted by semicolons or lines.
 * Throws `keywords.none` with the reasons when there is nothing to take.
 */
export function readKeywordSheets(fileName: string, sheets: readonly Sheet[], { interests }: Pick<Playbook, 'interests'>): KeywordSheet {
  const category = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '').trim() || 'Keywords';
  const found = new Map<string, KeywordProduct>();
  const result: KeywordSheet = { products: [], leftOut: [], skipped: [] };
  for (const sheet of sheets) {
    const product = sheets.length === 1 && unnamed.test(sheet.name.trim()) ? category : sheet.name.trim();
    const entries = entriesOf(sheet);
    if (typeof entries === 'string') result.skipped.push(entries);
    else for (const entry of entries) take({ ...entry, category: entry.category || category, product: entry.product || product });
  }
  result.products = [...found.values()];
  if (result.products.length === 0) {
    throw new EngineError('keywords.none', [`${fileName} has no keywords.`, ...result.skipped, 'Give each product a tab with one column of keywords, or one table with the columns category, product and keyword.'].join(' '));
  }
  return result;

  function take(entry: Required<Entry>): void {
    const key = `${entry.category}\n${entry.product}`.toLowerCase();
    const interest = interests.find(({ name }) => name.trim().toLowerCase() === entry.interest.toLowerCase())?.name;
    const product = found.get(key) ?? { category: entry.category, name: entry.product, keywords: [], ...(interest === undefined ? {} : { interest }) };
    found.set(key, product);
    const words = toKeywordWords(entry.keyword);
    if (words === '' || product.keywords.some((each) => toKeywordWords(each) === words)) result.leftOut.push(entry.keyword);
    else product.keywords.push(entry.keyword);
  }
}

/** A playbook with the products of a sheet: those of a name and category that it has are replaced, and keep their solution. */
export function withKeywordProducts(playbook: Playbook, products: readonly KeywordProduct[]): Playbook {
  const keyOf = ({ category, name }: KeywordProduct): string => `${category}\n${name}`.toLowerCase();
  const before = playbook.keywords?.products ?? [];
  const fresh = new Map(products.map((product) => [keyOf(product), product]));
  const kept = before.map((product) => ({ ...product, ...fresh.get(keyOf(product)) }));
  const known = new Set(before.map(keyOf));
  return { ...playbook, keywords: { ...playbook.keywords, products: [...kept, ...products.filter((product) => !known.has(keyOf(product)))] } };
}

interface Entry { category: string; product: string; keyword: string; interest: string }

/** The keywords of a sheet, each with what its row says of it; or why there are none. */
function entriesOf({ name, rows }: Sheet): Entry[] | string {
  const cells = rows.map((row) => row.map((cell) => cell.trim()));
  const at = cells.slice(0, headerRows).findIndex((row) => row.some((cell) => columnOf(cell) === 'keyword'));
  if (at >= 0) return tableEntries(cells[at] ?? [], cells.slice(at + 1));
  const filled = [...new Set(cells.flatMap((row) => row.flatMap((cell, column) => (cell === '' ? [] : [column]))))];
  const [only, ...more] = filled;
  if (only === undefined) return `${name} is empty.`;
  if (more.length > 0) return `${name} has several columns and none is called keyword.`;
  return cells.flatMap((row) => split(row[only] ?? '').map((keyword) => ({ category: '', product: '', keyword, interest: '' })));
}

function tableEntries(header: readonly string[], rows: readonly string[][]): Entry[] {
  const places = header.map(columnOf);
  const value = (row: readonly string[], column: Column): string => row[places.indexOf(column)] ?? '';
  // A table that people read writes a category and a product once, above the rows that share them.
  let [category, product] = ['', ''];
  return rows.flatMap((row) => {
    if (value(row, 'category') !== '' && value(row, 'category') !== category) [category, product] = [value(row, 'category'), ''];
    product = value(row, 'product') || product;
    return split(value(row, 'keyword')).map((keyword) => ({ category, product, keyword, interest: value(row, 'interest') }));
  });
}

const split = (cell: string): string[] => cell.split(/[;\n\r]+/).map((each) => each.trim()).filter((each) => each !== '');

function columnOf(cell: string): Column | null {
  const key = toKeywordWords(cell);
  return columns.find((column) => headers[column].includes(key)) ?? null;
}
