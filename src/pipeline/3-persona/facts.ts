import { quoteText } from '../../engine/quoting';
import { activityChannels, describeFact, factsOf, factSelect, noCustom, unmatchedKeySelect, type Playbook } from '../../playbook';
import type { PipelineTable } from '../table';

/** What conditions ask of history, opportunities and lists: one table each, worked out once however many rules ask. */
export const factTables: PipelineTable[] = [
  {
    name: 'persona.fact',
    isGenerated: true,
    sql: catalogue,
    family: (playbook, custom = noCustom) =>
      factsOf(playbook).map((fact) => ({ name: fact.table, sql: factSelect(fact, { playbook, custom, activityTypes: Object.keys(activityChannels) }) })),
  },
  {
    name: 'persona.unmatched_list_key',
    isGenerated: true,
    sql: (playbook) => `-- One row per key of a list that is of no known account or person. Key: list, list_key.
-- An account is known by its ids and domains, a person by ids and e-mail address.
${unmatchedKeySelect(playbook)}`,
  },
];

function catalogue(playbook: Playbook): string {
  const rows = factsOf(playbook).map(
    ({ table, entity, condition }) =>
      `select ${quoteText(table)} as fact, ${quoteText(entity)} as entity, ${quoteText(describeFact(condition))} as meaning, count(*)::integer as members from ${table}`,
  );
  return `-- One row per condition on history, opportunities or a list that some rule has. Key: fact.
-- Rules that ask for the same share one table; \`members\` counts the accounts or people of whom it is true.
${rows.join('\nunion all\n') || 'select null::varchar as fact, null::varchar as entity, null::varchar as meaning, null::integer as members where false'}`;
}
