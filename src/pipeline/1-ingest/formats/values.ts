import { quoteText } from '../../../engine/quoting';
import type { ColumnType } from '../entities';
import { dateFormatOf, timestampSql, type DateFormat } from './dates';

/** How a column writes its values. */
export interface ColumnFormat {
  type: ColumnType;
  date: DateFormat;
  /** A person said so: the values may not say otherwise. */
  isDateChosen?: boolean;
  /** `1.234,56` rather than `1,234.56`. */
  hasDecimalComma: boolean;
}

/** What exports write for nothing; taken as null as a whole value, whatever the column. */
export const nullTexts = ['', 'null', 'NULL', 'Null', '(null)', 'N/A', 'n/a', '#N/A', 'NaN', '-', '--', '[null]'];

/** What is usual where a file comes from, for what a sample leaves open. */
export interface Habits {
  /** 3/4/2026 is in March. */
  isMonthFirstUsual: boolean;
  /** Numbers were numbers, so that 1.200 is no thousand. */
  isTyped: boolean;
}

/** The format that a sample of a column's values tells. */
export function formatOf(type: ColumnType, sample: readonly string[], { isMonthFirstUsual, isTyped }: Habits): ColumnFormat {
  const decimals = sample.filter((value) => /^\D*[\d.]*,\d{1,2}\D*$/.test(value) || (!isTyped && /^\D*\d{1,3}(\.\d{3})+(,\d+)?\D*$/.test(value)));
  const points = sample.filter((value) => /\d\.\d{1,2}\D*$/.test(value) || /\d,\d{3}(\D|$)/.test(value));
  return {
    type,
    date: type === 'timestamp' ? dateFormatOf(sample, isMonthFirstUsual) : 'iso',
    hasDecimalComma: decimals.length > points.length,
  };
}

/** SQL for a text value without blanks around it; `trim` is slow, so only what starts or ends with a blank is trimmed. */
export function trimmedSql(value: string): string {
  const blanks = quoteText(' \t\r\n\u00a0');
  const isPadded = `${value} < '!' or ends_with(${value}, ' ')`;
  return `case when ${isPadded} then nullif(trim(${value}, ${blanks}), '') else ${value} end`;
}

/** SQL that gives a trimmed text expression its type; null where it is not of that type. */
export function typedSql(value: string, format: ColumnFormat): string {
  switch (format.type) {
    case 'text':
      return value;
    case 'timestamp':
      return timestampSql(value, format.date);
    case 'boolean':
      return `case when lower(${value}) in (${list(yes)}) then true when lower(${value}) in (${list(no)}) then false end`;
    case 'integer':
    case 'bigint': {
      // With a decimal comma `1.200` is a thousand, which a plain cast would take for one.
      const plain = format.hasDecimalComma ? `case when not contains(${value}, '.') then ${value} end` : value;
      return firstOf(`try_cast(${plain} as ${format.type})`, `try_cast(round(${numberSql(value, format)}) as ${format.type})`);
    }
    case 'double':
      return numberSql(value, format);
  }
}

const yes = ['true', 'yes', 'y', 't', '1', 'x', 'on', 'ja', 'wahr', 'oui', 'vrai', 'si', 'sí'];
const no = ['false', 'no', 'n', 'f', '0', 'off', 'nein', 'falsch', 'non', 'faux'];
const list = (words: readonly string[]): string => words.map(quoteText).join(', ');

/** `$1,234.50`, `1 234,50 €`, `(12)`, `10k`, `1,001-5,000` and `10,000+` are numbers too: a range counts as its low end. */
function numberSql(value: string, { hasDecimalComma }: ColumnFormat): string {
  const thousands = hasDecimalComma ? '.' : ',';
  const plain = hasDecimalComma ? null : `try_cast(${value} as double)`;
  const pattern = '^\\s*\\(?-?[^\\d\\s(.,-]{0,4}\\s*(-?[\\d][\\d.,\\s\u00a0\u202f\'’]*)\\s*([kKmMbB]?)[^\\d]{0,4}(?:[-–][\\d.,\\s]+|\\+)?\\s*[^\\d]{0,4}\\)?$';
  const part = (group: number): string => `regexp_extract(${value}, ${quoteText(pattern)}, ${group})`;
  const digits = `translate(${part(1)}, ${quoteText(`${thousands} \u00a0\u202f'’`)}, '')`;
  const number = `try_cast(${hasDecimalComma ? `replace(${digits}, ',', '.')` : digits} as double)`;
  const unit = `pow(1000, coalesce(strpos('kmb', nullif(lower(${part(2)}), '')), 0))`;
  const sign = `case when regexp_matches(${value}, '^\\s*[(-]') then -1 else 1 end`;
  const read = `${number} * ${unit} * ${sign}`;
  return plain ? firstOf(plain, read) : read;
}

/** `coalesce`, but in a `case`: out of that the engine does not take the parts that `slow` repeats, to run them for every value. */
function firstOf(quick: string, slow: string): string {
  return `case when ${quick} is not null then ${quick} else ${slow} end`;
}
