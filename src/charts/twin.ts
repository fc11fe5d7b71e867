/** The same facts as the chart, as a table: what a screen reader reads and what is copied. */
export interface Twin {
  columns: TwinColumn[];
  rows: TwinValue[][];
}

export interface TwinColumn {
  name: string;
  label: string;
  align: 'left' | 'right';
}

export type TwinValue = string | number | null;

/** A column of words. */
export const words = (name: string, label: string): TwinColumn => ({ name, label, align: 'left' });

/** A column of numbers. */
export const numbers = (name: string, label: string): TwinColumn => ({ name, label, align: 'right' });

/** A number for a table: two decimals at most, null stays null. */
export function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}
