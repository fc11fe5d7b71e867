import type { ConfigTable } from './create';
import { activityAliases } from './activity-aliases';
import { companySuffixes, companyWords, fillers, freeMailDomains, sharedMailboxes } from './cleaning-words';

/** What ships with the app to clean an export, and the playbook's own activity names: free mail domains, shared mailboxes, company suffixes. */
export function sourceTables(chosenActivities: Readonly<Record<string, string>> = {}): ConfigTable[] {
  return [
    {
      name: 'config.activity_alias',
      columns: { source_type: 'varchar', activity_type: 'varchar', channel: 'varchar' },
      rows: activityAliases(chosenActivities),
    },
    listTable('config.free_mail_domain', 'domain', freeMailDomains),
    listTable('config.shared_mailbox', 'local_part', sharedMailboxes),
    listTable('config.company_suffix', 'word', companySuffixes),
    {
      name: 'config.company_word',
      columns: { word: 'varchar', meaning: 'varchar' },
      rows: companyWords.trim().split(/\s*,\s*/).map((pair) => pair.split('=').map((word) => word.trim())),
    },
    listTable('config.filler', 'word', fillers),
    {
      name: 'config.source_preference',
      columns: { source_system: 'varchar', preference: 'integer' },
      rows: sourcePreference.map((system, at) => [system, at + 1]),
    },
  ];
}

/** Whose word counts when two systems know the same record: sales keeps its records by hand, marketing's are filled in by forms. */
const sourcePreference = ['Salesforce', 'HubSpot', 'Experience Platform', 'Marketo', 'Pardot', 'Other'];

function listTable(name: ConfigTable['name'], column: string, words: string): ConfigTable {
  return { name, columns: { [column]: 'varchar' }, rows: [...new Set(words.trim().split(/\s*,\s*/))].map((word) => [word]) };
}
