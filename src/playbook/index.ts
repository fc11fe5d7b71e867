// The rules of an analysis: one document, its defaults, its check at the door, and its conditions as SQL.
export * from './playbook';
export * from './overrides';
export { activityChannels } from './activity-types';
export { defaultPlaybook } from './defaults';
export { parsePlaybook, playbookFaults } from './parse';
export type { Fault } from './condition-faults';
export * from './edits';
export * from './stage-edits';
export * from './engagement';
export * from './engagement-edits';
export { addWeighting, listedWeightings, removeWeighting, renameWeighting, seatsWith, weighWeighting } from './weightings';
export { conditionSql } from './show-sql';
export { asksForDay, stageSql } from './stage-sql';
export { reached } from './stage-faults';
export { changesBetween, type Change } from './changes';
export { ajoReadings, limitsElsewhere, type LimitedData, type LimitedPart, type LimitReading } from './ajo-limits';
export { languageGaps, type LanguageGap } from './ajo-language';
export { compileCondition, fieldsIn, type Column, type ColumnOf } from './condition';
export { customIn, customOwners, noCustom, type CustomColumn, type CustomColumns, type CustomOwner } from './custom';
export { operatorsFor } from './fitness';
export { fieldOf, fields, ownersOf, type Field, type FieldOwner, type FieldType, type RuleKind } from './fields';
export { activityValues, fieldChoice, fieldChoices, listChoices, type FieldChoice, type KnownValues } from './choices';
export { evidence } from './evidence';
export { ajoKeywordLimit, keywordBands, keywordDefaults, keywordModelOf, keywordRemarks, toKeywordWords, type KeywordRemark } from './keywords';
export { addKeywordProduct, changeKeywordProduct, changeKeywords, removeKeywordProduct } from './keyword-edits';
export { readKeywordSheets, withKeywordProducts, type KeywordSheet } from './keyword-sheet';
export { isTold, proposeTemplate, useProposal, type DealEvidence, type HeldRole, type ProposedSeat, type TemplateProposal } from './template-proposal';
export { describeCondition, describeFact } from './describe';
export { fieldLabel, valueLabel } from './labels';
export { accountSelect, factSelect, unmatchedKeySelect, type FactSetting } from './fact-select';
export { factsOf, missingFields, rulesIn, type Fact, type MissingField } from './facts';
export {
  clockFor, columnName, fieldsOf, isOfTitle, joinsOf, matchSelect, numberedRule, prepared, selected, type NumberedRule,
} from './matching';
export { requirementQuestion, requirementsOf, type Requirement, type RequirementQuestion } from './why-not';
