import type { FileReport } from '../../engine/api';
import { inWords } from '../../ui/format';
import { driftWords } from './recipes';

/** What a person should look at in a file: that it breaks off, how it drifted from its recipe, and dates that can be read both ways. */
export function questionsOf({ fileName, columns, recipe, isCutShort }: FileReport): { title: string; text: string }[] {
  const drift = driftWords(recipe?.drift ?? []);
  const drifted = { title: `${fileName} differs from the files of the recipe “${recipe?.name ?? ''}”`, text: drift.join('\n') };
  const unsure = columns.filter((column) => column.isDateUnsure);
  const names = inWords(unsure.slice(0, 4).map((column) => `“${column.sourceColumn}”`));
  const order = unsure[0]?.dateFormat === 'day-first' ? 'day first' : 'month first';
  const asked = { title: `Is it the day or the month that comes first in ${fileName}?`, text: `No value of ${names} tells. They were read with the ${order}.` };
  const cut = { title: `${fileName} breaks off`, text: 'Its last line ends in the middle of a record, which was left out. If more should follow, export or download it again.' };
  return [...(isCutShort ? [cut] : []), ...(drift.length > 0 ? [drifted] : []), ...(unsure.length > 0 ? [asked] : [])];
}
