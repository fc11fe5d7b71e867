import type { FileReport } from '../../engine/api';
import { formatCount, inWords, plural } from '../../ui/format';
import { driftWords } from './recipes';

/** A question about a file; `inPlaceOf` is a table that it may be put in the place of. */
export interface Question {
  title: string;
  text: string;
  inPlaceOf: string | null;
}

/** What a person should look at in a file: that it breaks off, how it drifted from its recipe, dates that can be read both ways, another export of the same list. */
export function questionsOf({ fileName, columns, recipe, overlap, isCutShort }: FileReport): Question[] {
  const drift = driftWords(recipe?.drift ?? []);
  const drifted = { title: `${fileName} differs from the files of the recipe “${recipe?.name ?? ''}”`, text: drift.join('\n') };
  const unsure = columns.filter((column) => column.isDateUnsure);
  const names = inWords(unsure.slice(0, 4).map((column) => `“${column.sourceColumn}”`));
  const order = unsure[0]?.dateFormat === 'day-first' ? 'day first' : 'month first';
  const asked = { title: `Is it the day or the month that comes first in ${fileName}?`, text: `No value of ${names} tells. They were read with the ${order}.` };
  const cut = { title: `${fileName} breaks off`, text: 'Its last line ends in the middle of a record, which was left out. If more should follow, export or download it again.' };
  const again = {
    title: `Is ${fileName} a newer export of ${overlap?.fileName ?? ''}?`,
    text: `It holds ${formatCount(overlap?.shared ?? 0)} of its ${plural(overlap?.records ?? 0, 'record')}. Both count now: of a record in both the later word stands, and what only the older one holds stays.`,
  };
  return [
    ...(isCutShort ? [{ ...cut, inPlaceOf: null }] : []),
    ...(drift.length > 0 ? [{ ...drifted, inPlaceOf: null }] : []),
    ...(unsure.length > 0 ? [{ ...asked, inPlaceOf: null }] : []),
    ...(overlap ? [{ ...again, inPlaceOf: overlap.fileName }] : []),
  ];
}
