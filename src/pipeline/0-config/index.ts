import { noOverrides, type Overrides, type Playbook } from '../../playbook';
import type { ConfigTable } from './create';
import { evidenceTable } from './evidence';
import { exampleTables } from './examples';
import { givenRoleTable } from './given-role';
import { keywordTables } from './keywords';
import { levelTables } from './levels';
import { listTable } from './lists';
import { overrideTables } from './override-rows';
import { phraseTables } from './phrases';
import { ruleTables } from './rules';
import { scaleTables } from './scales';
import { settingTables } from './settings';
import { sourceTables } from './source-data';
import { stageTables } from './stages';

/** The playbook, the decisions by hand, and what ships with the app, as the rows that the pipeline's SQL reads. */
export function configTables(playbook: Playbook, overrides: Overrides = noOverrides): ConfigTable[] {
  return [
    ...settingTables(playbook),
    ...ruleTables(playbook),
    listTable(playbook),
    ...scaleTables(playbook),
    ...stageTables(playbook.stageModel),
    givenRoleTable(playbook.roles),
    evidenceTable,
    ...keywordTables(playbook),
    ...phraseTables(playbook.titles.phrases),
    ...levelTables(playbook),
    ...exampleTables(playbook),
    ...sourceTables(playbook.activityAliases),
    ...overrideTables(overrides),
  ];
}
