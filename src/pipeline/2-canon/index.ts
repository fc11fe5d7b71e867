import { quoteName } from '../../engine/quoting';
import { noCustom, type CustomColumn, type CustomColumns, type Playbook } from '../../playbook';
import type { PipelineTable } from '../table';

/** The views whose columns depend on the files: those that are none of ours, which cost nothing until asked for. */
export const generated: PipelineTable[] = [
  { name: 'canon.account_custom', isGenerated: true, sql: (_: Playbook, custom: CustomColumns = noCustom) => accountCustom(custom.account) },
  { name: 'canon.person_custom', isGenerated: true, sql: (_: Playbook, custom: CustomColumns = noCustom) => personCustom(custom.person) },
  { name: 'canon.opportunity_custom', isGenerated: true, sql: (_: Playbook, custom: CustomColumns = noCustom) => opportunityCustom(custom.opportunity) },
];

const names = (columns: readonly CustomColumn[]): string[] => columns.map(({ column }) => quoteName(column));
const firsts = (columns: readonly CustomColumn[], rank: string): string[] => names(columns).map((name) => `arg_min(custom.${name}, ${rank}) as ${name}`);

function accountCustom(columns: readonly CustomColumn[]): string {
  return `-- A view of one row per account: the columns of its files that are none of ours. Key: account_no.
-- Where several records are one account, each column has the first value there is, by rank, as in canon.account.
${columns.length === 0 ? 'select account_no\nfrom canon.account' : `select
    ${['account_match.account_no', ...firsts(columns, 'account_match.rank')].join(',\n    ')},
from canon.account_match as account_match
join canon.account_record as account_record using (record_no)
join ingest.account_custom as custom
    on custom.file_no = account_record.file_no and custom.source_row = account_record.source_row
group by account_match.account_no`}`;
}

/** A record that is linked to no other is taken as it stands: only the few linked ones are grouped. */
function personCustom(columns: readonly CustomColumn[]): string {
  return `-- A view of one row per person: the columns of the files that are none of ours. Key: person_no.
-- Where several records are one person, each column has the first value there is, by rank, as in canon.person.
${columns.length === 0 ? 'select person_no\nfrom canon.person' : `select
    ${['cast(person_file.start + custom.source_row as integer) as person_no', ...names(columns).map((name) => `custom.${name}`)].join(',\n    ')},
from ingest.person_custom as custom
join canon.person_file as person_file using (file_no)
where person_file.start + custom.source_row not in (select record_no from canon.person_match)
union all
select
    ${['cast(person_match.person_no as integer)', ...firsts(columns, 'person_match.rank')].join(',\n    ')},
from ingest.person_custom as custom
join canon.person_file as person_file using (file_no)
join canon.person_match as person_match on person_match.record_no = person_file.start + custom.source_row
group by person_match.person_no`}`;
}

function opportunityCustom(columns: readonly CustomColumn[]): string {
  return `-- A view of one row per opportunity of a known account: the columns of its file that are none of ours. Key: opportunity_no.
-- Of records with one id the last counts, as in canon.opportunity.
${columns.length === 0 ? 'select opportunity_no\nfrom canon.opportunity' : `select
    ${['opportunity_record.opportunity_no', ...names(columns).map((name) => `custom.${name}`)].join(',\n    ')},
from canon.opportunity_record as opportunity_record
join ingest.opportunity_custom as custom
    on custom.file_no = opportunity_record.file_no and custom.source_row = opportunity_record.source_row
where opportunity_record.fate = 'kept'`}`;
}
