import { formatValue, plural } from '../../ui/format';
import type { Result } from '../../ui/result';

/** Something that the pipeline found in a file, in words. */
export interface Finding {
  kind: Kind;
  words: string;
}

type Kind = 'spelling' | 'similar name' | 'parent' | 'orphan';

interface FindingRow {
  kind: Kind;
  entity: string;
  /** What stands in the file; of several one, null when nothing does. */
  value: string | null;
  /** What it was taken for. */
  other: string | null;
  reason: string;
  /** The product list that says so. */
  file_name: string | null;
  /** How alike two names are, 0 to 1. */
  score: number | null;
  /** How alike the playbook asks names to be. */
  threshold: number;
  records: number;
}

/** One query for all that is to be said of a file: spellings, names that are alike, parents and orphans, the most records first. */
export const findingsSql = (fileNo: number): string => `with found as (
select 'spelling' as kind, spelling.entity, spelling.written as value, spelling.taken_for as other,
    spelling.source as reason, file.file_name, null::double as score, spelling.records
from canon.spelling as spelling
left join ingest.file as file on file.file_no = spelling.source_file_no
where spelling.file_no = ${fileNo}
union all
select 'similar name', 'person', min(person.company_name), min(account.account_name), '', null, min(matches.similarity), count(*)::integer
from canon.account_person as matches
join canon.person as person_place using (person_no)
join ingest.person as person on person.file_no = person_place.file_no and person.source_row = person_place.source_row
join canon.account as account on account.account_no = matches.account_no
where matches.similarity is not null and person.file_no = ${fileNo}
group by matches.account_no, person.company_name
union all
select 'similar name', 'opportunity', deal.account_id, min(account.account_name), '', null, min(guess.score), count(*)::integer
from canon.opportunity_record as deal
join canon.company_name as company_name on company_name.company_name = deal.account_id
join canon.company_guess as guess on guess.name_key = company_name.name_key and guess.account_no = deal.account_no
join canon.account as account on account.account_no = deal.account_no
where deal.fate = 'kept' and deal.file_no = ${fileNo}
group by deal.account_id
union all
select 'parent', 'account', min(parent.named_parent), null, parent.problem, null, null, count(*)::integer
from canon.account_parent as parent
join canon.account as account using (account_no)
where parent.problem is not null and account.file_no = ${fileNo}
group by parent.problem
union all
select 'orphan', entity, min(key_value), null, reason, null, null, count(*)::integer
from canon.orphan
where file_no = ${fileNo}
group by entity, reason
)
select found.*, matching.company_name as threshold
from found
cross join config.matching as matching
order by found.records desc, found.value`;

/** As many of a kind are told one by one; the rest are counted. */
const most = 5;

/** The findings of a file as sentences; a file with nothing to tell gives none. */
export function toFindings(result: Result): Finding[] {
  // The columns are those of the query above.
  const rows = result.rows as unknown as FindingRow[];
  return (Object.keys(sentences) as Kind[]).flatMap((kind) => { // Object.keys forgets which keys.
    const all = rows.filter((row) => row.kind === kind);
    const told = all.slice(0, most).map((row) => ({ kind, words: sentences[kind](row) }));
    return all.length > most ? [...told, { kind, words: `And ${plural(all.length - most, rest[kind], `${rest[kind]}s`)} more.` }] : told;
  });
}

const rest: Record<Kind, string> = { orphan: 'reason', spelling: 'spelling', 'similar name': 'name', parent: 'circle of parents' };

const sentences: Record<Kind, (row: FindingRow) => string> = {
  orphan: ({ entity, reason, value, records }) => {
    const such = value === null ? '' : records === 1 ? `, “${value}”` : `, such as “${value}”`;
    return `${counted(entity, records)} ${lacks(reason, records)}${such}: left out.`;
  },
  spelling: ({ value, other, reason, file_name, records }) => {
    const where = reason === 'product list' ? `is spelled “${other}” in ${file_name ?? 'a product list'}` : reason === 'playbook' ? `is spelled “${other}” in the playbook` : `is spelled “${other}” more often`;
    return `“${value}” (${plural(records, 'record')}) ${where}: taken for one.`;
  },
  'similar name': ({ entity, value, other, score, threshold, records }) =>
    `“${value}” (${counted(entity, records)}) is taken for the account “${other}”: the names are ${formatValue(score, 'number')} alike, and ${formatValue(threshold, 'number')} is enough.`,
  parent: ({ value, reason, records }) =>
    reason === 'no such account'
      ? `${counted('account', records)} ${records === 1 ? 'names' : 'name'} a parent that no file holds, ${records === 1 ? '' : 'such as '}“${value}”.`
      : `Parents lead round in a circle, which was cut: ${reason.replace(/^.*?: /, '')}.`,
};

const nouns: Record<string, [one: string, many: string]> = {
  account: ['account', 'accounts'],
  person: ['person', 'people'],
  account_person: ['link', 'links'],
  activity: ['activity', 'activities'],
  opportunity: ['opportunity', 'opportunities'],
  opportunity_contact: ['contact role', 'contact roles'],
  stage_change: ['stage change', 'stage changes'],
  membership_override: ['membership edit', 'membership edits'],
  product: ['product', 'products'],
};

const counted = (entity: string, count: number): string => plural(count, ...(nouns[entity] ?? ['record', 'records']));

/** `no such account` → "name an account that no file holds". */
function lacks(reason: string, count: number): string {
  const verb = count === 1 ? 'names' : 'name';
  const missing = /^no such (.*)$/.exec(reason)?.[1];
  if (!missing) return reason.replace(/^names/, verb);
  return `${verb} ${/^[aeiou]/.test(missing) ? 'an' : 'a'} ${missing} that no file holds`;
}
