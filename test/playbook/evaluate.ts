import type { FieldType } from '../../src/playbook';
import type { PlainCondition, Test } from '../../src/playbook';

export type Cell = string | number | boolean | string[] | null;

/** What a condition means, said a second time in TypeScript, to hold the SQL against. Dates are `yyyy-mm-dd hh:mm:ss`. */
export function holds(condition: PlainCondition, cells: Record<string, Cell>, types: Record<string, FieldType>, asOf: string | null): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, cells, types, asOf));
  if ('any' in condition) return condition.any.some((each) => holds(each, cells, types, asOf));
  if ('not' in condition) return !holds(condition.not, cells, types, asOf);
  const cell = cells[condition.field] ?? null;
  switch (types[condition.field]) {
    case 'text':
      return textHolds(condition, cell === null ? '' : String(cell));
    case 'list':
      return listHolds(condition, Array.isArray(cell) ? cell : []);
    case 'date':
      return dateHolds(condition, cell === null ? null : String(cell), asOf);
    default:
      return valueHolds(condition, Array.isArray(cell) ? null : cell, values(condition));
  }
}

const values = ({ value }: Test): (string | number | boolean)[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

export const fold = (text: string): string => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();
const words = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

function textHolds(test: Test, cell: string): boolean {
  const clean = test.isExact ? (text: string): string => text : fold;
  const text = clean(cell);
  const list = values(test).map((value) => clean(String(value)));
  const value = list[0] ?? '';
  if (['<', '<=', '>', '>=', 'between'].includes(test.op) && values(test).every((each) => typeof each === 'number')) {
    return valueHolds(test, /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : null, values(test));
  }
  switch (test.op) {
    case 'is empty':
      return cell === '';
    case 'is not empty':
      return cell !== '';
    case 'contains':
      return text.includes(value);
    case 'contains word':
      return words(text).includes(words(value));
    case 'starts with':
      return text.startsWith(value);
    case 'ends with':
      return text.endsWith(value);
    case 'matches':
      return new RegExp(test.isExact ? String(test.value) : String(test.value).normalize('NFD').replace(/\p{Mn}/gu, ''), test.isExact ? 'u' : 'iu').test(
        test.isExact ? cell : cell.normalize('NFD').replace(/\p{Mn}/gu, ''),
      );
    default:
      return valueHolds(test, text, list);
  }
}

function listHolds(test: Test, cell: string[]): boolean {
  const clean = test.isExact ? (text: string): string => text : fold;
  if (test.op === 'is empty') return cell.length === 0;
  if (test.op === 'is not empty') return cell.length > 0;
  const list = values(test).map((value) => clean(String(value)));
  const some = cell.some((each) => list.includes(clean(each)));
  return test.op === 'is not' || test.op === 'is none of' ? !some : some;
}

function dateHolds(test: Test, cell: string | null, asOf: string | null): boolean {
  if (test.op === 'within last days') {
    if (cell === null || asOf === null) return false;
    const start = Date.parse(`${asOf.replace(' ', 'T')}Z`) - Number(test.value) * 86_400_000;
    const at = Date.parse(`${cell.replace(' ', 'T')}Z`);
    return at > start && cell <= asOf;
  }
  const isDay = values(test).every((value) => String(value).length === 10);
  return valueHolds(test, isDay ? (cell?.slice(0, 10) ?? null) : cell, values(test));
}

function valueHolds(test: Test, cell: string | number | boolean | null, list: (string | number | boolean)[]): boolean {
  const [value = '', second = ''] = list;
  if (test.op === 'is empty') return cell === null;
  if (test.op === 'is not empty') return cell !== null;
  if (test.op === 'is') return cell === value;
  if (test.op === 'is not') return cell !== value;
  if (test.op === 'is none of') return cell === null || !list.includes(cell);
  if (cell === null) return false;
  switch (test.op) {
    case 'is one of':
      return list.includes(cell);
    case '<':
    case 'before':
      return order(cell, value) < 0;
    case '<=':
      return order(cell, value) <= 0;
    case '>':
    case 'after':
      return order(cell, value) > 0;
    case '>=':
      return order(cell, value) >= 0;
    default:
      return order(cell, value) >= 0 && order(cell, second) <= 0;
  }
}

/** Text in the order of its code points, as DuckDB has it without a collation. */
function order(left: string | number | boolean, right: string | number | boolean): number {
  if (typeof left === 'string' && typeof right === 'string') return Buffer.compare(Buffer.from(left), Buffer.from(right));
  return left < right ? -1 : left > right ? 1 : 0;
}
