import type { FileHints } from '../../../engine/import';
import { nullTexts } from './values';
import { zoneOf, type Zone } from './zones';

/** What a file's writer meant where its values do not say it. */
export interface Conventions {
  /** What is taken for no value; an empty text always is. */
  nullTexts: readonly string[];
  /** Where times without a zone were read off the clock; null: UTC. */
  zone: Zone | null;
}

/** Nobody said otherwise. */
export const usual: Conventions = { nullTexts, zone: null };

/** What was decided about a file, or the usual. Throws `ingest.unknown-zone`. */
export function conventionsOf(hints: FileHints): Conventions {
  return { nullTexts: hints.nullTexts ? [...new Set(['', ...hints.nullTexts])] : nullTexts, zone: zoneOf(hints.timeZone) };
}
