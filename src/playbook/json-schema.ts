import { toJsonSchema, type ConversionConfig, type JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { conditionForms, conditionSchema, plainForms, plainSchema, playbookSchema } from './schema';

/**
 * The shape of a `.playbook.json` as JSON Schema (draft 7), for editors and other programs. It says what each place may hold;
 * what the parts of a playbook say of each other, and what only a calendar or a trim can tell, is checked at the door alone.
 */
export function playbookJsonSchema(): JsonSchema {
  return {
    ...converted(playbookSchema),
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Rolecall playbook',
    definitions: { condition: oneOf(conditionForms), plainCondition: oneOf(plainForms) },
  };
}

/** A form is chosen by a key that no other form takes, so any of them is just one. */
const oneOf = (forms: Record<string, v.GenericSchema>): JsonSchema => ({ anyOf: Object.values(forms).map(converted) });

/** One schema with no address and no definitions of its own: what is chosen by its input is written where it stands. */
function converted(schema: v.GenericSchema): JsonSchema {
  const json = toJsonSchema(schema, config);
  delete json.$schema;
  delete json.$defs;
  return json;
}

// Conditions hold conditions: named once, and pointed at.
const names = new Map<unknown, string>([[conditionSchema, 'condition'], [plainSchema, 'plainCondition']]);

const config: ConversionConfig = {
  target: 'draft-07',
  typeMode: 'input',
  ignoreActions: ['check'],
  overrideSchema: ({ valibotSchema }) => {
    const name = names.get(valibotSchema);
    if (name !== undefined) return { $ref: `#/definitions/${name}` };
    return isLazy(valibotSchema) ? converted(valibotSchema.getter(undefined)) : undefined;
  },
  overrideAction: ({ valibotAction, jsonSchema }) => {
    if (valibotAction.type === 'trim') return { ...jsonSchema, pattern: '\\S' };
    if (valibotAction.type === 'iso_date') return { ...jsonSchema, pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$' };
    return undefined;
  },
};

const isLazy = (schema: object): schema is v.LazySchema<v.GenericSchema> => 'type' in schema && schema.type === 'lazy';
