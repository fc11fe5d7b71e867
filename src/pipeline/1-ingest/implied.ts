import { headerKey } from './aliases';

/** Header keys of files that hold one type of activity only, without a column that says which. */
const implied: Record<string, string> = {
  formid: 'form submission', formname: 'form submission', formguid: 'form submission', pageviewid: 'page view',
};

/** The type of activity that these headers tell by themselves, as a system would call it; null when none. */
export function impliedType(headers: readonly string[]): string | null {
  return headers.map((header) => implied[headerKey(header)]).find((type) => type !== undefined) ?? null;
}
