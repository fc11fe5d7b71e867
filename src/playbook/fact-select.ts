import { quoteText } from '../engine/quoting';
import type { CustomColumns } from './custom';
import { describeFact } from './describe';
import type { Fact } from './facts';
import { clockFor, fieldsOf, joinsOf, matchSelect, numberedRule, prepared, selected, type NumberedRule } from './matching';
import type { ActivityCondition, Condition, OpportunityCondition, Playbook, StaticList, Subject } from './playbook';

/** What a fact's select needs to know beside the fact. */
export interface FactSetting {
  playbook: Playbook;
  custom: CustomColumns;
  /** The canonical activity types, for their case. */
  activityTypes: readonly string[];
}

/** The select of a fact's table: the numbers of the accounts or people of whom it is true, each once. */
export function factSelect({ condition, entity }: Fact, setting: FactSetting): string {
  const key = `${entity}_no`;
  // A name may hold anything; in a comment it must not end the line.
  const meaning = describeFact(condition).replace(/\s+/g, ' ');
  const comment = `-- One row per ${entity} of whom this is true: ${meaning}. Key: ${key}.\n`;
  if ('activity' in condition) return comment + activitySelect(condition, key, setting);
  if ('opportunity' in condition) return comment + opportunitySelect(condition, key, setting);
  const own = setting.playbook.lists?.find(({ name }) => name === condition.list);
  if (own) return comment + listSelect(own, key);
  const audience = setting.playbook.audiences.find(({ name }) => name === condition.list);
  return comment + audienceSelect(audience?.condition ?? { all: [] }, setting);
}

/** One row per account that fits a rule, `account_no` beside the rule's number; for audiences and the facts that name one. */
export function accountSelect(rules: readonly NumberedRule[], ruleKey: string, custom: CustomColumns): string {
  const used = fieldsOf(rules, custom);
  const clock = clockFor(rules);
  const joins = joinsOf(used, 'account').map((join) => `\n    ${join}`);
  return `with value as (
    select ${['account.account_no', ...used.map(selected), ...clock.column].join(', ')}
    from canon.account as account${joins.join('')}${clock.join}
),
subject as (
    select ${['*', ...prepared(used, rules)].join(', ')}
    from value
),
chosen as (
${matchSelect('account_no', ruleKey, rules, custom)}
)`;
}

/** Days end with the as-of day and leave out the day they count back to, as in score.activity_window. */
function activitySelect({ activity: { types, channels, atLeast, withinDays } }: ActivityCondition, key: string, { activityTypes }: FactSetting): string {
  const canonical = (name: string): string => activityTypes.find((each) => each.toLowerCase() === name.trim().toLowerCase()) ?? name;
  const among = (column: string, names: string[] | undefined): string[] => (names ? [`${column} in (${names.map(quoteText).join(', ')})`] : []);
  const kinds = [...among('activity_type', types?.map(canonical)), ...among('channel', channels?.map((name) => name.trim().toLowerCase()))];
  const tests = [
    `act.${key} is not null`,
    'act.occurred_at < clock.as_of_date + 1',
    ...(withinDays === undefined ? [] : [`act.occurred_at >= clock.as_of_date - ${withinDays} + 1`]),
    ...(kinds.length === 0 ? [] : [`act.kind_no in (select kind_no from canon.activity_type where ${kinds.join(' and ')})`]),
  ];
  return `-- Days end with the as-of day and leave out the day they count back to, as for engagement.
select act.${key}
from canon.act as act
cross join canon.clock as clock
where ${tests.join('\n    and ')}
group by act.${key}
having count(*) >= ${atLeast}`;
}

function opportunitySelect({ opportunity: { where = { all: [] }, atLeast = 1 } }: OpportunityCondition, key: string, { custom }: FactSetting): string {
  const rules = [{ number: 1, condition: where }];
  const used = fieldsOf(rules, custom);
  const clock = clockFor(rules);
  const isPerson = key === 'person_no';
  const join = used.some(({ owner, isMissing }) => owner === 'opportunity_custom' && !isMissing)
    ? '\n    left join canon.opportunity_custom as opportunity_custom on opportunity_custom.opportunity_no = opportunity.opportunity_no'
    : '';
  return `-- ${isPerson ? 'A person has the opportunities in which they are a contact.' : 'Each opportunity counts once, whoever its contacts are.'}
with value as (
    select ${[`${isPerson ? 'contact' : 'opportunity'}.${key}`, ...used.map(selected), ...clock.column].join(', ')}
    from canon.opportunity as opportunity${isPerson ? '\n    join canon.opportunity_contact as contact using (opportunity_no)' : ''}${join}${clock.join}
),
subject as (
    select ${['*', ...prepared(used, rules)].join(', ')}
    from value
),
chosen as (
${matchSelect(key, 'rule_no', rules, custom)}
)
select ${key}
from chosen
where ${key} is not null
group by ${key}
having count(*) >= ${atLeast}`;
}

function audienceSelect(condition: Condition, { playbook, custom }: FactSetting): string {
  return `-- The same accounts as the audience has.
${accountSelect([numberedRule(1, condition, 'account', playbook)], 'rule_no', custom)}
select account_no
from chosen`;
}

function listSelect({ name, entity }: StaticList, key: string): string {
  const founds = waysOf[entity].map((way) => `select known.${key} from wanted join ${way}`);
  return `-- A key that is of no known ${entity} is in persona.unmatched_list_key.
with wanted as (
    select *
    from config.list_key
    where list = ${quoteText(name)}
),
found as (
    ${founds.join('\n    union all\n    ')}
)
select distinct ${key}
from found`;
}

/** The keys of the playbook's lists that are of no known account or person: `list`, `entity`, `list_key`. */
export function unmatchedKeySelect({ lists = [] }: Playbook): string {
  const entities = [...new Set(lists.map(({ entity }) => entity))];
  const founds = entities.flatMap((entity) => waysOf[entity].map((way) => `select wanted.list, wanted.list_key from wanted join ${way} where wanted.entity = ${quoteText(entity)}`));
  if (founds.length === 0) return 'select list, entity, list_key from config.list_key where false';
  return `with wanted as (
    select *
    from config.list_key
),
found as (
    ${founds.join('\n    union all\n    ')}
)
select distinct wanted.list, wanted.entity, wanted.list_key
from wanted
left join found on found.list = wanted.list and found.list_key = wanted.list_key
where found.list is null`;
}

/** How a key is found: an account by id or by any of its domains, a person by id or e-mail address. */
const waysOf: Record<Subject, string[]> = {
  account: [
    'canon.account_key as known on known.account_key = wanted.list_key',
    '(select account_record.domain, account_match.account_no from canon.account_record as account_record join canon.account_match as account_match using (record_no)) as known on known.domain = wanted.domain',
  ],
  person: [
    'canon.person_key as known on known.person_key = wanted.list_key',
    'canon.person as known on known.email = wanted.folded',
  ],
};
