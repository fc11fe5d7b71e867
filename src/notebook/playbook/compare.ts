import { changesBetween, type Playbook } from '../../playbook';
import { changeWords, partLabel } from './change-words';

/** What another playbook would change in one part, as sentences. */
export interface PartChanges {
  part: string;
  sentences: string[];
}

/** What stands otherwise in `after` than in `before`, by part, in the order of the document; none when they are alike. */
export function changesByPart(before: Playbook, after: Playbook): PartChanges[] {
  const parts = new Map<string, string[]>();
  for (const change of changesBetween(before, after)) {
    const part = partLabel(change.place[0] ?? '');
    parts.set(part, [...(parts.get(part) ?? []), within(part, changeWords(change))]);
  }
  return [...parts].map(([part, sentences]) => ({ part, sentences }));
}

/** A sentence under the heading of its part, which it need not say again. */
function within(part: string, sentence: string): string {
  const rest = sentence.startsWith(`${part}: `) ? sentence.slice(part.length + 2) : sentence;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
