import { formatDay } from '../../ui/format';

/** A decision about a member, as a table tells it. */
export interface Decided {
  /** "Added by hand", "Opportunity contact role Champion on Deal". */
  rule: string | null;
  made_at: Date | null;
  author: string | null;
}

/** Why somebody was decided about, as a quotation behind a sentence's words; empty where nobody said. */
export const quoted = (note: string | null): string => (note ? `: “${note}”` : '');

/** What put somebody here or took them out, by whom and when: "Added by Kim Oh on 1 Oct 2026". */
export function decidedWords({ rule, made_at: at, author }: Decided): string {
  const words = author === null ? (rule ?? 'Decided') : (rule ?? 'Decided by hand').replace(/ by (?:hand|a journey)$/, () => ` by ${author}`);
  return `${words}${at ? ` on ${formatDay(at)}` : ''}`;
}

/** A removal with all that is known of it: "Removed by Kim Oh on 1 Oct 2026: “Left the company”". */
export const removalWords = (removal: { removal: string | null; removed_at: Date | null; removed_by: string | null; removal_note: string | null }): string =>
  `${decidedWords({ rule: removal.removal, made_at: removal.removed_at, author: removal.removed_by })}${quoted(removal.removal_note)}`;
