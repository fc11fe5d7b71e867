import type { Playbook } from '../../playbook';
import type { ConfigTable } from './create';
import { givenRoleTable } from './given-role';
import { phraseTables } from './phrases';
import { ruleTables } from './rules';
import { scaleTables } from './scales';
import { settingTables } from './settings';
import { sourceTables } from './source-data';

/** The playbook, and what ships with the app, as the rows that the pipeline's SQL reads. */
export function configTables(playbook: Playbook): ConfigTable[] {
  return [
    ...settingTables(playbook),
    ...ruleTables(playbook),
    ...scaleTables(),
    givenRoleTable(playbook.roles),
    ...phraseTables(playbook.titles.phrases),
    ...sourceTables(playbook.activityAliases),
  ];
}
