import { draw, nothing, type ChartOptions } from '../chart';
import { counted, formatDay } from '../format';
import { numbers, words, type Twin } from '../twin';
import { bar } from './bar';
import { dot } from './dot';
import { histogram } from './histogram';
import { line } from './line';
import type { Drawing, Sheet } from './sheet';
import { kindOf, toValue, type Kind, type PlainRow, type Value } from './values';

export type { PlainRow } from './values';

export type PlainMark = 'bar' | 'line' | 'dot' | 'histogram';

/** Which columns of the rows go where; a missing y counts rows. */
export interface PlainEncoding {
  mark: PlainMark;
  x: string | null;
  y?: string | null;
  color?: string | null;
}

export type PlainChartOptions = ChartOptions & PlainEncoding;

const drawings: Record<PlainMark, (sheet: Sheet) => Drawing | string> = { bar, line, dot, histogram };

/** Any table as bars, a line, dots or a histogram; axes follow the kind of values. Says what is missing if it can't. */
export function plainChart(rows: PlainRow[], options: PlainChartOptions): Element {
  if (!rows.length) return nothing(options, 'No rows to draw.');
  const sheet = sheetOf(rows, options);
  if (typeof sheet === 'string') return nothing(options, sheet);
  const drawing = drawings[options.mark](sheet);
  if (typeof drawing === 'string') return nothing(options, drawing);
  return draw(options, `${drawing.says} ${counted(rows.length, 'row')}.`, drawing.plot);
}

/** The columns that are drawn, as they are. */
export function toTwin(rows: PlainRow[], { x, y, color }: PlainEncoding): Twin {
  const names = [...new Set([x, y, color].filter((name): name is string => Boolean(name)))];
  const kinds = names.map((name) => kindOf(rows.map((row) => row[name])));
  return {
    columns: names.map((name, at) => (kinds[at] === 'number' ? numbers(name, name) : words(name, name))),
    rows: rows.map((row) => names.map((name, at) => toCell(toValue(row[name], kinds[at] ?? 'word')))),
  };
}

function sheetOf(rows: PlainRow[], options: PlainChartOptions): Sheet | string {
  const { x, y, color, width, height = 280 } = options;
  if (!x) return 'Choose a column for x.';
  const missing = [x, y, color].find((name) => name && !rows.some((row) => name in row));
  if (missing) return `There is no column ${missing} in these rows. Choose another.`;
  const kindIn = (name: string | null | undefined): Kind => kindOf(name ? rows.map((row) => row[name]) : [1]);
  const kinds = { x: kindIn(x), y: kindIn(y) };
  const points = rows.map((row) => ({
    x: toValue(row[x], kinds.x),
    y: y ? toValue(row[y], kinds.y) : 1,
    color: color ? String(toValue(row[color], 'word')) : '',
  }));
  return { points, kinds, x, y: y || 'rows', isCount: !y, color: color || null, width, height };
}

function toCell(value: Value): string | number | null {
  return value instanceof Date ? formatDay(value) : value;
}
