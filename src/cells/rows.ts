import type { Result } from '../ui/result';

/** The rows of a result as what the cell's own query selects. */
export function rowsOf<Row>(result: Result | null): Row[] {
  // A view and its query are written side by side; the columns are those of the select.
  return (result?.rows ?? []) as unknown as Row[];
}
