import { compileCondition, fieldsIn } from './condition';
import { clockField, fields } from './fields';
import type { PlainCondition } from './playbook';

/** A stage's condition as the SQL that a run makes of it, over `score.group_sign as facts` and, where it counts days, `canon.clock as clock`. */
export function stageSql(condition: PlainCondition): string {
  return compileCondition(condition, (name) => {
    const field = fields.get(name);
    return field ? { sql: `${field.owner === 'clock' ? 'clock' : 'facts'}.${field.column}`, type: field.type } : null;
  });
}

/** Whether a stage's condition asks what day it is. */
export const asksForDay = (condition: PlainCondition): boolean => fieldsIn(condition).includes(clockField);
