import type { Playbook } from '../../playbook';
import type { ConfigTable } from './create';

/** The playbook's own lists as rows: each key as written, in lower case, and as a domain where it looks like one. */
export function listTable({ lists = [] }: Playbook): ConfigTable {
  return {
    name: 'config.list_key',
    columns: { list: 'text', entity: 'text', list_key: 'text', folded: 'text', domain: 'text' },
    rows: lists.flatMap(({ name, entity, keys }) =>
      [...new Set(keys.map((key) => key.trim()))].map((key) => [name, entity, key, key.toLowerCase(), entity === 'account' ? domainOf(key) : null]),
    ),
  };
}

/** `https://www.Acme.com/en` → `acme.com`; null for what is none, such as an id. */
function domainOf(key: string): string | null {
  return /^(?:[a-z]+:\/*)?(?:www\d*\.)?([^/:?#\s@]+\.[^/:?#\s@.]{2,})/.exec(key.toLowerCase())?.[1] ?? null;
}
