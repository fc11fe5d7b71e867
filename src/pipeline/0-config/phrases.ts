import type { OwnPhrase } from '../../playbook';
import { shippedPhrases, toNormalWords } from '../../playbook/phrases';
import type { ConfigTable, ConfigValue } from './create';

/** What a phrase of the user's own outranks: everything shipped. */
const ownRank = 1000;

const columns = {
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

let shippedRows: ConfigValue[][] | null = null;

/**
 * The dictionary of titles as rows: `config.phrase` as shipped and `config.user_phrase`, which wins. Two tables, so that a
 * phrase of the user's own does not make the shipped ones stale. Of one phrase given twice the later counts.
 */
export function phraseTables(own: OwnPhrase[]): ConfigTable[] {
  shippedRows ??= shippedPhrases().map((phrase, at) => [
    at + 1, phrase.phrase, phrase.label, phrase.shape, phrase.seniority, phrase.seniorityRank, phrase.function,
    phrase.functionRank, phrase.modifier, phrase.effect, phrase.hidesLevel,
  ]);
  const ownRows = new Map(own.map((phrase) => [toNormalWords(phrase.phrase), toOwnRow(phrase)]));
  ownRows.delete('');
  return [
    { name: 'config.phrase', columns: { phrase_no: 'integer', ...columns }, rows: shippedRows },
    { name: 'config.user_phrase', columns, rows: [...ownRows.values()] },
  ];
}

function toOwnRow(own: OwnPhrase): ConfigValue[] {
  const given = (value: string | undefined): string | null => value || null;
  const rank = (value: string | undefined): number | null => (value ? ownRank : null);
  return [
    toNormalWords(own.phrase), own.phrase, 'words', given(own.seniority), rank(own.seniority), given(own.function),
    rank(own.function), given(own.modifier), null, Boolean(own.seniority),
  ];
}
