import type { ConfigTable } from './create';

/** What ships with the app to clean an export: activity names, free mail domains, shared mailboxes, company suffixes. */
export function sourceTables(): ConfigTable[] {
  return [];
}
