import * as v from 'valibot';
import { ajoActivityBands } from './ajo-defaults';
import { stageModel } from './defaults/stages';
import { levelQuestions, type LevelChoices } from './levels';
import { functions, modifiers, seniorityRanks } from './phrases/phrase';
import { membershipSources, operators, spareStatuses, stageKinds, type Condition, type PlainCondition } from './playbook';

const text = v.string();
const name = v.pipe(v.string(), v.trim(), v.nonEmpty('needs a name'), v.maxLength(255, 'is longer than 255 characters'));
const percent = v.pipe(v.number(), v.minValue(0, 'is below 0'), v.maxValue(100, 'is above 100'));
const likeness = v.pipe(v.number(), v.minValue(0.8, 'is below 0.8'), v.maxValue(1, 'is above 1'));
const count = v.pipe(v.number(), v.integer('is not a whole number'), v.minValue(1, 'is below 1'), v.maxValue(100_000, 'is above 100000'));

const aList = v.custom<never>(() => false, 'is a list; it needs names with values');
/** A list is an object too, and without keys that must be there it would pass for one. */
const noList = <T>(schema: v.GenericSchema<T>): v.GenericSchema<T> => v.lazy((input) => (Array.isArray(input) ? aList : schema));

const test = v.strictObject({
  field: text,
  op: v.picklist(operators),
  value: v.optional(v.union([text, v.number(), v.boolean(), v.array(v.union([text, v.number()]))])),
  isExact: v.optional(v.boolean()),
});

/** The form that was meant, told by its key, so that a fault is told of the kind of condition that was meant. */
function meant<T>(forms: Record<string, v.GenericSchema<T>>, otherwise: v.GenericSchema<T>, input: unknown): v.GenericSchema<T> {
  const key = Object.keys(forms).find((each) => typeof input === 'object' && input !== null && each in input);
  return (key === undefined ? undefined : forms[key]) ?? otherwise;
}

/** What an opportunity is asked: tests and nothing else. */
export const plainSchema: v.GenericSchema<PlainCondition> = v.lazy((input) => meant<PlainCondition>(plainForms, test, input));

/** Every form of what an opportunity is asked, by the key that tells it. */
export const plainForms: Record<string, v.GenericSchema<PlainCondition>> = {
  all: v.strictObject({ all: v.array(plainSchema) }),
  any: v.strictObject({ any: v.array(plainSchema) }),
  not: v.strictObject({ not: plainSchema }),
  field: test,
};

const subject = v.optional(v.picklist(['account', 'person']));
const names = v.optional(v.pipe(v.array(name), v.nonEmpty('is an empty list; leave it out for any')));
const atLeast = v.pipe(
  v.number(),
  v.integer('is not a whole number'),
  v.minValue(1, 'is below 1; for none, put the condition in a “not”'),
  v.maxValue(100_000, 'is above 100000'),
);

const activity = v.strictObject({
  activity: v.strictObject({ of: subject, types: names, channels: names, atLeast, withinDays: v.optional(count) }),
});
const opportunity = v.strictObject({
  opportunity: noList(v.strictObject({ of: subject, where: v.optional(plainSchema), atLeast: v.optional(atLeast) })),
});
const list = v.strictObject({ list: name });

/** A tree of tests and facts. */
export const conditionSchema: v.GenericSchema<Condition> = v.lazy((input) => meant<Condition>(conditionForms, test, input));

/** Every form of a condition, by the key that tells it. */
export const conditionForms: Record<string, v.GenericSchema<Condition>> = {
  all: v.strictObject({ all: v.array(conditionSchema) }),
  any: v.strictObject({ any: v.array(conditionSchema) }),
  not: v.strictObject({ not: conditionSchema }),
  activity,
  opportunity,
  list,
  field: test,
};

const seat = v.strictObject({
  role: name,
  weighting: name,
  people: count,
  isRequired: v.boolean(),
  isAutoAssign: v.boolean(),
  condition: v.nullable(conditionSchema),
});

const engagementModel = {
  name,
  windowDays: count,
  dailyCap: count,
  normalisation: v.picklist(['max', 'min-max']),
  // Younger than version 1: a playbook without bands has AJO's.
  bands: v.optional(v.array(v.strictObject({ name, value: percent })), [...ajoActivityBands]),
  weights: noList(v.record(name, v.union([percent, name]))),
};

const fact = v.optional(v.pipe(text, v.maxLength(255, 'is longer than 255 characters')));
const amount = v.optional(v.pipe(v.number(), v.minValue(0, 'is below 0'), v.maxValue(1e15, 'is above 1000000000000000')));
const wholeAmount = v.optional(v.pipe(v.number(), v.integer('is not a whole number'), v.minValue(0, 'is below 0'), v.maxValue(2_000_000_000, 'is above 2000000000')));
const level = v.picklist([...Object.keys(seniorityRanks), 'unknown']);
const duty = v.picklist([...functions, 'unknown']);

const levelOf = (key: keyof LevelChoices) => v.optional(v.picklist(levelQuestions.find((each) => each.key === key)?.levels ?? []));

const example = v.strictObject({
  person: v.strictObject({
    title: text, name: fact, email: fact, department: fact, country: fact, region: fact, city: fact, leadSource: fact, company: fact, domain: fact,
    industry: fact, accountCountry: fact, accountType: fact, employees: wholeAmount, annualRevenue: amount,
  }),
  expect: noList(v.strictObject({
    persona: v.optional(v.nullable(name)), seniority: v.optional(level), function: v.optional(duty),
    solutionInterest: v.optional(name), role: v.optional(v.nullable(name)),
  })),
});

const stage = v.strictObject({
  name,
  description: v.optional(text),
  kind: v.picklist(stageKinds),
  next: v.array(name),
  condition: v.nullable(plainSchema),
});

/** The shape of a playbook; what its parts say of each other is for `reference-faults`. */
export const playbookSchema = v.strictObject({
  // Where the file says its JSON Schema is; no rule of the playbook.
  $schema: v.optional(text),
  format: v.literal('rolecall-playbook'),
  version: v.literal(1, 'is a version that this Rolecall does not know; it reads version 1'),
  name: text,
  personas: v.array(v.strictObject({ name, description: v.optional(text), condition: conditionSchema })),
  roles: v.array(name),
  weightings: noList(v.record(name, percent)),
  templates: v.array(v.strictObject({ name, isLive: v.boolean(), seats: v.array(seat) })),
  audiences: v.array(v.strictObject({ name, condition: v.nullable(conditionSchema) })),
  lists: v.optional(v.array(v.strictObject({ name, entity: v.picklist(['account', 'person']), keys: v.array(name) }))),
  interests: v.array(v.strictObject({ name, template: name, audience: name })),
  engagement: v.strictObject({ ...engagementModel, name: text }),
  engagementModels: v.optional(
    v.array(v.strictObject({ ...engagementModel, status: v.picklist(spareStatuses, 'is neither draft nor archived; the active model is in “engagement”') })),
  ),
  completeness: v.strictObject({ variant: v.picklist(['mean', 'binary']) }),
  thresholds: v.strictObject({ complete: percent, engaged: percent }),
  asOf: v.nullable(v.pipe(text, v.isoDate('is not a date such as 2026-01-31'), v.check(isDay, 'is a day that no calendar has'))),
  funnel: v.strictObject({ windowDays: count, months: count }),
  titles: v.strictObject({
    phrases: v.array(
      v.strictObject({
        phrase: name,
        isAlone: v.optional(v.boolean()),
        seniority: v.optional(level),
        function: v.optional(duty),
        modifier: v.optional(v.picklist(modifiers)),
        persona: v.optional(name),
      }),
    ),
    levels: v.optional(noList(v.strictObject({ directorInUk: levelOf('directorInUk'), managingDirectorInBanks: levelOf('managingDirectorInBanks'), headOf: levelOf('headOf') }))),
  }),
  // Playbooks of before there was this setting are read as if it stood at its default.
  matching: v.optional(v.strictObject({ companyName: likeness }), { companyName: 0.9 }),
  examples: v.optional(v.array(example)),
  precedence: v.optional(
    v.pipe(v.array(v.picklist(membershipSources)), v.check((order) => new Set(order).size === order.length && order.length === membershipSources.length, 'needs manual, crm, journey and rule, each once')),
  ),
  // Younger than version 1: a playbook without it says nothing of types.
  activityAliases: v.optional(noList(v.record(text, name)), {}),
  stageModel: v.optional(v.strictObject({ name, stages: v.array(stage) }), stageModel),
  keywords: v.optional(
    v.strictObject({
      products: v.array(v.strictObject({ category: name, name, keywords: v.pipe(v.array(name), v.maxLength(5000, 'has more than 5000 keywords')), interest: v.optional(name) })),
      halfLifeDays: v.optional(count),
      lookBackDays: v.optional(count),
      weights: v.optional(noList(v.record(name, percent))),
    }),
  ),
});

function isDay(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
