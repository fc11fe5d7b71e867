import type { ResultColumn } from '../../ui/result';
import type { ChartOptions } from '.';

/** Stands for "count the rows", where an empty y means that nothing was chosen yet. */
export const countOfRows = '*';

/** The columns to draw: those chosen and still there, else the first for x and the first other number for y. */
export function chosenColumns(options: ChartOptions, columns: readonly ResultColumn[]): { x: string | null; y: string | null; color: string | null } {
  const has = (name: string) => columns.some((column) => column.name === name);
  const x = has(options.x) ? options.x : (columns[0]?.name ?? null);
  const number = columns.find((column) => column.kind === 'number' && column.name !== x)?.name ?? null;
  const y = options.y === countOfRows ? null : has(options.y) ? options.y : number;
  return { x, y, color: has(options.color) ? options.color : null };
}
