import { hashOf } from '../util/hash';
import type { CustomColumns } from './custom';
import { fieldOf } from './fields';
import { fieldsIn } from './condition';
import type { Condition, FactCondition, PlainCondition, Playbook, Subject } from './playbook';

/** A condition on history, opportunities or a list, worked out once for all accounts or people into a table of its own. */
export interface Fact {
  /** As a field of a test: `fact.account_0123456789abcd`; equal conditions have equal names. */
  name: string;
  /** Whose numbers the table holds. */
  entity: Subject;
  /** `persona.fact_account_0123456789abcd`: one column, `account_no` or `person_no`. */
  table: `persona.fact_${string}`;
  /** With everything said that may be left out. */
  condition: FactCondition;
}

/** Whether a condition is neither a test nor made of others. */
export const isFact = (condition: Condition): condition is FactCondition =>
  'activity' in condition || 'opportunity' in condition || 'list' in condition;

/** Which rules are in use, whose facts they ask for, and where they stand in the document; a seat that waits for a hand asks nothing. */
export function rulesIn({ personas, audiences, templates }: Playbook): { path: string; usedBy: string; subject: Subject; condition: Condition }[] {
  return [
    ...personas.map(({ name, condition }, at) => ({ path: `personas[${at}].condition`, usedBy: `Persona “${name}”`, subject: 'person' as const, condition })),
    ...audiences.flatMap(({ name, condition }, at) =>
      condition ? [{ path: `audiences[${at}].condition`, usedBy: `Audience “${name}”`, subject: 'account' as const, condition }] : [],
    ),
    ...templates.flatMap((template, at) =>
      template.seats.flatMap(({ role, isAutoAssign, condition }, index) =>
        isAutoAssign && condition
          ? [{ path: `templates[${at}].seats[${index}].condition`, usedBy: `Seat “${role}” of “${template.name}”`, subject: 'person' as const, condition }]
          : [],
      ),
    ),
  ];
}

/** Every fact that a playbook's rules ask for, each once, in the order of the document; none for most. */
export function factsOf(playbook: Playbook): Fact[] {
  const facts = rulesIn(playbook).flatMap(({ condition, subject }) => factConditions(condition).map((each) => factOf(each, subject, playbook)));
  return [...new Map(facts.map((fact) => [fact.name, fact])).values()];
}

/** A condition with each fact as a test on the fact's table: what `compileCondition` takes. */
export function withFactsAsTests(condition: Condition, subject: Subject, playbook: Playbook): PlainCondition {
  const inside = (each: Condition): PlainCondition => withFactsAsTests(each, subject, playbook);
  if ('all' in condition) return { all: condition.all.map(inside) };
  if ('any' in condition) return { any: condition.any.map(inside) };
  if ('not' in condition) return { not: inside(condition.not) };
  if (isFact(condition)) return { field: factOf(condition, subject, playbook).name, op: 'is', value: true };
  return condition;
}

/** A custom field that a rule names and no loaded file has, and where. */
export interface MissingField {
  /** The rule's place in the document. */
  path: string;
  /** The rule as a person knows it: `Persona “VP”`. */
  usedBy: string;
  field: string;
}

/** What the rules ask of custom columns that no loaded file has: there they find nothing, which a person should be told. */
export function missingFields(playbook: Playbook, custom: CustomColumns): MissingField[] {
  return rulesIn(playbook).flatMap(({ path, usedBy, condition }) =>
    namesIn(condition)
      .filter((field) => fieldOf(field, custom)?.isMissing)
      .map((field) => ({ path, usedBy, field })),
  );
}

/** A fact condition with the table that holds its answer; `subject` is whose it is where the condition does not say. */
export function factOf(condition: FactCondition, subject: Subject, playbook: Playbook): Fact {
  const full = filled(condition, subject);
  const entity = 'activity' in full ? full.activity.of : 'opportunity' in full ? full.opportunity.of : entityOf(full.list, playbook);
  const hash = `${entity ?? subject}_${hashOf(JSON.stringify(full))}`;
  return { name: `fact.${hash}`, entity: entity ?? subject, table: `persona.fact_${hash}`, condition: full };
}

/** What may be left out said, in one order, so that equal conditions are written alike. */
function filled(condition: FactCondition, subject: Subject): FactCondition {
  if ('activity' in condition) {
    const { of = subject, types, channels, atLeast, withinDays } = condition.activity;
    return { activity: { of, types: types && [...types].sort(), channels: channels && [...channels].sort(), atLeast, withinDays } };
  }
  if ('opportunity' in condition) {
    const { of = subject, where, atLeast = 1 } = condition.opportunity;
    return { opportunity: { of, where, atLeast } };
  }
  return condition;
}

/** An audience is of accounts; a list says what it is of. */
function entityOf(list: string, { lists = [] }: Playbook): Subject {
  return lists.find(({ name }) => name === list)?.entity ?? 'account';
}

/** The facts inside a condition, in its order. */
export function factConditions(condition: Condition): FactCondition[] {
  if ('all' in condition) return condition.all.flatMap(factConditions);
  if ('any' in condition) return condition.any.flatMap(factConditions);
  if ('not' in condition) return factConditions(condition.not);
  return isFact(condition) ? [condition] : [];
}

/** Every field inside a condition, those asked of opportunities among them. */
function namesIn(condition: Condition): string[] {
  const inside = (list: Condition[]): string[] => [...new Set(list.flatMap(namesIn))];
  if ('all' in condition) return inside(condition.all);
  if ('any' in condition) return inside(condition.any);
  if ('not' in condition) return namesIn(condition.not);
  if ('opportunity' in condition) return condition.opportunity.where ? fieldsIn(condition.opportunity.where) : [];
  return isFact(condition) ? [] : [condition.field];
}
