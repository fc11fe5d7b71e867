import { quoteName } from '../engine/quoting';
import { compileCondition } from './condition';
import type { CustomColumns } from './custom';
import { withFactsAsTests } from './facts';
import { fieldOf } from './fields';
import type { Condition, Playbook, Subject } from './playbook';

/**
 * A condition as the SQL that a run makes of it, to be read: columns under the name of what they are a fact of
 * (`title.seniority`, `account.industry`), history and lists as the table they are worked out into. Throws what compiling throws.
 */
export function conditionSql(condition: Condition, subject: Subject, playbook: Playbook, custom: CustomColumns): string {
  return compileCondition(withFactsAsTests(condition, subject, playbook), (name) => {
    const field = fieldOf(name, custom);
    return field && { sql: name.split('.').map((part) => (/^[a-z_]\w*$/.test(part) ? part : quoteName(part))).join('.'), type: field.type, isCustom: field.owner.endsWith('_custom') };
  });
}
