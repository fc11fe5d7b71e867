import { expect, test } from 'vitest';
import { missingNotice } from '../../src/notebook/missing';
import { defaultPlaybook, type Condition, type Playbook } from '../../src/playbook';

const zone: Condition = { field: 'person.custom_zone', op: 'is', value: 'west' };
const playbook: Playbook = { ...defaultPlaybook, personas: [{ name: 'West', condition: zone }, { name: 'East', condition: { not: zone } }] };
const tables = (...columns: string[]) => [{ schema: 'canon', table: 'person_custom', columns: columns.map((name) => ({ name, type: 'VARCHAR' })) }];

test('a column that rules ask for and no file has is told with the rules', () => {
  const notice = missingNotice(playbook, tables('person_no', 'custom_other'));
  expect(notice?.title).toBe('1 column that rules ask for is in no file');
  expect(notice?.text).toContain('person.custom_zone is asked for by Persona “West” and Persona “East”.');
});

test('nothing is told when a file has it, or when no rule asks', () => {
  expect(missingNotice(playbook, tables('person_no', 'custom_zone'))).toBeNull();
  expect(missingNotice(defaultPlaybook, [])).toBeNull();
});
