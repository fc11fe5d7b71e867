import { fieldOf, isCustom, ownersOf, type FieldType, type RuleKind } from './fields';
import { testFault } from './fitness';
import { fitted } from './fitted';
import type { Condition, FactCondition, Playbook, Test } from './playbook';

/** A place in the document and what is wrong there. */
export interface Fault {
  path: string;
  reason: string;
}

/** Everything a condition names that is not there or not for this kind of rule, and every test that cannot work on its field. */
export function conditionFaults(condition: Condition | null, kind: RuleKind, playbook: Playbook, path: string): Fault[] {
  if (condition === null) return [];
  const inside = (child: Condition, key: string): Fault[] => conditionFaults(child, kind, playbook, `${path}.${key}`);
  if ('all' in condition) return condition.all.flatMap((child, at) => inside(child, `all[${at}]`));
  if ('any' in condition) return condition.any.flatMap((child, at) => inside(child, `any[${at}]`));
  if ('not' in condition) return inside(condition.not, 'not');
  return 'field' in condition ? testFaults(condition, kind, path) : factFaults(condition, kind, playbook, path);
}

function testFaults(test: Test, kind: RuleKind, path: string): Fault[] {
  const field = fieldOf(test.field);
  const small = test.field.toLowerCase();
  if (!field || field.owner === 'fact') return [{ path: `${path}.field`, reason: `there is no field “${test.field}”` }];
  if (isCustom(field) && small !== test.field) return [{ path: `${path}.field`, reason: `write it in small letters: “${small}”` }];
  if (!ownersOf[kind].includes(field.owner)) return [{ path: `${path}.field`, reason: `“${test.field}” is not known at this point` }];
  const reason = testFault(test, field.type);
  // What a custom column holds is known only with the files: any type will do here.
  if (!reason || (isCustom(field) && anyType.some((type) => fitted(test, type)))) return [];
  return [{ path, reason }];
}

const anyType: FieldType[] = ['text', 'number', 'date', 'boolean'];

function factFaults(condition: FactCondition, kind: RuleKind, playbook: Playbook, path: string): Fault[] {
  if ('list' in condition) return listFaults(condition.list, kind, playbook, `${path}.list`);
  const [key, of] = 'activity' in condition ? ['activity', condition.activity.of] : ['opportunity', condition.opportunity.of];
  if (kind === 'audience' && of === 'person') {
    return [{ path: `${path}.${key}.of`, reason: 'an audience is made of accounts; ask for those of the “account”' }];
  }
  if ('activity' in condition) return [];
  return conditionFaults(condition.opportunity.where ?? null, 'opportunity', playbook, `${path}.opportunity.where`);
}

function listFaults(name: string, kind: RuleKind, { audiences, lists = [] }: Playbook, path: string): Fault[] {
  const list = lists.find((each) => each.name === name);
  if (!list && !audiences.some((each) => each.name === name)) return [{ path, reason: `there is no audience or list “${name}”` }];
  if (kind === 'audience' && list?.entity === 'person') {
    return [{ path, reason: `“${name}” is a list of people, and an audience is made of accounts` }];
  }
  return [];
}
