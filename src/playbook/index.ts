// The rules of an analysis: one document, its defaults, its check at the door, and its conditions as SQL.
export * from './playbook';
export { defaultPlaybook } from './defaults';
export { parsePlaybook } from './validate';
