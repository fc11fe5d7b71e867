import { describeCondition } from './describe';
import { clockFor, columnName, fieldsOf, joinsOf, matchSelect, numberedRule, prepared, selected, type NumberedRule } from './matching';
import type { CustomColumns } from './custom';
import { factConditions, factOf } from './facts';
import type { Field } from './fields';
import { capitalised, fieldLabel, listed } from './labels';
import type { Condition, Playbook, Subject } from './playbook';

/** One thing that a rule asks, and how its subject stands to it. */
export interface Requirement {
  /** "Function is Marketing or Customer success". */
  asks: string;
  /** What the subject has of what is asked for: "Function is Sales"; empty where nothing is asked of it. */
  has: string[];
  isMet: boolean;
}

/**
 * What a condition asks, as parts all of which must be true, in reading order. A choice (`any`) stays one part, since no
 * single one of its tests failed. No parts: true of everything.
 */
export function requirementsOf(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all.flatMap(requirementsOf);
  if ('any' in condition) {
    const [only, ...others] = condition.any;
    return only && others.length === 0 ? requirementsOf(only) : [condition];
  }
  if (!('not' in condition)) return [condition];
  const inner = condition.not;
  if ('not' in inner) return requirementsOf(inner.not);
  if ('any' in inner) return inner.any.flatMap((each) => requirementsOf({ not: each }));
  return 'all' in inner ? requirementsOf({ any: inner.all.map((each) => ({ not: each })) }) : [condition];
}

/** A question to the engine about one account or person, and how its one row is read; no row: there is no such subject. */
export interface RequirementQuestion {
  sql: string;
  read(row: Readonly<Record<string, unknown>>): Requirement[];
}

/** Asks of one account or person, by its number, which parts of a rule it meets; facts are those that a run worked out. */
export function requirementQuestion(condition: Condition, subject: Subject, subjectNo: number, playbook: Playbook, custom: CustomColumns): RequirementQuestion {
  const parts = requirementsOf(condition);
  const rules = parts.map((part, at) => numberedRule(at + 1, part, subject, playbook));
  const used = fieldsOf(rules, custom);
  const facts = new Map(factConditions(condition).map((each) => [factOf(each, subject, playbook).name, each]));
  const read: RequirementQuestion['read'] = (row) => {
    const met = new Set(typeof row.met === 'string' ? row.met.split(' ').map(Number) : []);
    const valueOf = (field: Field): string => {
      const value = row[`value_${used.indexOf(field)}`];
      const fact = facts.get(field.name);
      if (fact) return describeCondition(value === 'true' ? fact : { not: fact });
      return valueWords(field, typeof value === 'string' ? value : '');
    };
    return parts.map((part, at) => ({
      asks: describeCondition(part),
      has: fieldsOf(rules.slice(at, at + 1), custom).map((field) => valueOf(used.find(({ name }) => name === field.name) ?? field)),
      isMet: met.has(at + 1),
    }));
  };
  return { sql: questionSql(rules, used, subject, subjectNo, custom), read };
}

/** Asks which accounts or people of some, told by a test on `person.` or `account.` columns, fit a rule: their numbers. */
export function fittingSql(condition: Condition, subject: Subject, among: string, playbook: Playbook, custom: CustomColumns): string {
  const rules = [numberedRule(1, condition, subject, playbook)];
  const key = `${subject}_no`;
  return `with ${subjectSql(rules, fieldsOf(rules, custom), subject, among)},
met as (
${matchSelect(key, 'requirement_no', rules, custom)}
)
select ${key}
from met`;
}

function questionSql(rules: NumberedRule[], used: Field[], subject: Subject, subjectNo: number, custom: CustomColumns): string {
  const key = `${subject}_no`;
  return `with ${subjectSql(rules, used, subject, `${subject}.${key} = ${subjectNo}`)},
met as (
${matchSelect(key, 'requirement_no', rules, custom)}
)
select
    ${["(select string_agg(cast(requirement_no as varchar), ' ') from met) as met", ...used.map((field, at) => `${asText(field)} as value_${at}`)].join(',\n    ')}
from subject`;
}

/** The CTE `subject` and what it stands on: the facts come from where role.profile and role.audience_account have them. */
function subjectSql(rules: NumberedRule[], used: Field[], subject: Subject, among: string): string {
  const key = `${subject}_no`;
  const clock = clockFor(rules);
  const owners = new Set(used.map(({ owner }) => owner));
  const joins = [
    ...(owners.has('title') || owners.has('meaning') ? ['left join persona.person_title as holder using (person_no)'] : []),
    ...(owners.has('title') ? ['left join persona.title as title using (title_no)'] : []),
    ...(owners.has('meaning') ? ['left join persona.title_meaning as meaning using (title_no)'] : []),
    ...(owners.has('typed') ? ['left join persona.person as typed on typed.person_no = person.person_no'] : []),
    ...(subject === 'person' && owners.has('account') ? ['left join canon.account as account on account.account_no = person.account_no'] : []),
    ...joinsOf(used, subject),
  ];
  return `value as (
    select ${[`${subject}.${key}`, ...used.map(selected), ...clock.column].join(', ')}
    from canon.${subject} as ${subject}
    ${joins.join('\n    ')}${clock.join}
    where ${among}
),
subject as (
    select ${['*', ...prepared(used, rules)].join(', ')}
    from value
)`;
}

const asText = (field: Field): string =>
  field.type === 'list' ? `array_to_string(${columnName(field)}, ', ')` : `cast(${columnName(field)} as varchar)`;

/** "Function is Sales", "Country is empty", "The post is not current". */
function valueWords({ name, type }: Field, value: string): string {
  if (value === '') return describeCondition({ field: name, op: 'is empty' });
  if (value === 'unknown' && name.startsWith('title.')) return `${capitalised(fieldLabel(name))} is not known`;
  if (type === 'list') return `${capitalised(fieldLabel(name))}: ${listed(value.split(', '), 'and')}`;
  const typed = type === 'number' ? Number(value) : type === 'boolean' ? value === 'true' : value.replace(/ 00:00:00$/, '');
  return describeCondition({ field: name, op: 'is', value: typed });
}
