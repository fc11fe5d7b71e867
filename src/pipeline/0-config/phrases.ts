import type { OwnPhrase } from '../../playbook';
import { ambiguousPhrases, seniorities, seniorityRanks, shippedPhrases, toNormalWords, type Phrase } from '../../playbook/phrases';
import type { ConfigTable, ConfigValue } from './create';

const columns = {
  phrase_no: 'integer',
  phrase: 'text',
  label: 'text',
  shape: 'text',
  seniority: 'text',
  seniority_rank: 'integer',
  function: 'text',
  function_rank: 'integer',
  modifier: 'text',
  effect: 'text',
  hides_level: 'boolean',
};

const ownColumns = {
  phrase: 'text',
  label: 'text',
  seniority: 'text',
  seniority_rank: 'integer',
  function: 'text',
  modifier: 'text',
  persona: 'text',
  is_alone: 'boolean',
  hides_level: 'boolean',
};

const readingColumns = { phrase: 'text', reading_no: 'integer', reading: 'text', seniority: 'text', function: 'text' };
const readingRows = ambiguousPhrases.flatMap(({ phrase, readings }) => readings.map((each, at): ConfigValue[] => [phrase, at + 1, each.label, each.seniority, each.function]));

let shippedRows: ConfigValue[][] | null = null;

/**
 * The dictionary of titles as rows: `config.phrase` as shipped and `config.user_phrase`, which wins. Two tables, so that a
 * phrase of the user's own does not make the shipped ones stale. Of one phrase given twice the later counts. `config.phrase_reading`:
 * what those of several meanings may stand for.
 */
export function phraseTables(own: OwnPhrase[]): ConfigTable[] {
  shippedRows ??= shippedPhrases().map(toRow);
  const ownRows = new Map(own.map((phrase) => [toNormalWords(phrase.phrase), phrase]));
  ownRows.delete('');
  return [
    { name: 'config.phrase', columns, rows: shippedRows },
    { name: 'config.phrase_reading', columns: readingColumns, rows: readingRows },
    { name: 'config.user_phrase', columns: ownColumns, rows: [...ownRows].map(toOwnRow) },
  ];
}

const toRow = (phrase: Phrase, at: number): ConfigValue[] => [
  at + 1, phrase.phrase, phrase.label, phrase.shape, phrase.seniority, phrase.seniorityRank, phrase.function,
  phrase.functionRank, phrase.modifier, phrase.effect, phrase.hidesLevel,
];

function toOwnRow([words, own]: [string, OwnPhrase]): ConfigValue[] {
  const given = (value: string | undefined): string | null => value || null;
  const level = seniorities.find((seniority) => seniority === own.seniority);
  return [
    words, own.phrase, given(own.seniority), level ? seniorityRanks[level] : 0, given(own.function), given(own.modifier),
    given(own.persona), own.isAlone === true, Boolean(own.seniority),
  ];
}
