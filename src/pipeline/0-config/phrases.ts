import type { OwnPhrase } from '../../playbook';
import type { ConfigTable } from './create';

/** The dictionary of titles as rows, the user's own phrases among them. */
export function phraseTables(_own: OwnPhrase[]): ConfigTable[] {
  return [];
}
