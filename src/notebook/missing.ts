import { customIn, missingFields, type MissingField, type Playbook } from '../playbook';
import { inWords, plural } from '../ui/format';

/** What to tell of rules that ask for columns no loaded file has; null when there are none. */
export function missingNotice(playbook: Playbook, tables: Parameters<typeof customIn>[0]): { title: string; text: string } | null {
  const missing = missingFields(playbook, customIn(tables));
  if (missing.length === 0) return null;
  const fields = [...new Set(missing.map(({ field }) => field))];
  return {
    title: `${plural(fields.length, 'column')} that rules ask for ${fields.length === 1 ? 'is' : 'are'} in no file`,
    text: `${fields.map((field) => `${field} is asked for by ${inWords(rulesOf(missing, field))}.`).join(' ')} Where a column is missing, a rule takes it as empty. Load a file that has it, or change the rule.`,
  };
}

const rulesOf = (missing: readonly MissingField[], field: string): string[] => [...new Set(missing.filter((each) => each.field === field).map(({ usedBy }) => usedBy))];
