// The rules of an analysis: one document, its defaults, its check at the door, and its conditions as SQL.
export * from './playbook';
export { activityChannels } from './activity-types';
export { defaultPlaybook } from './defaults';
export { parsePlaybook } from './parse';
export { compileCondition, fieldsIn, type Column, type ColumnOf } from './condition';
export { fields, ownersOf, type Field, type FieldOwner, type FieldType } from './fields';
export { clockFor, columnName, fieldsOf, isOfTitle, matchSelect, prepared, selected, type NumberedRule } from './matching';
