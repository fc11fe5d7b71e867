/** How a column writes its times. */
export type DateFormat = 'iso' | 'month-first' | 'day-first' | 'dots' | 'words' | 'compact' | 'epoch-seconds' | 'epoch-milliseconds';

const times = ['', ' %H:%M:%S', ' %H:%M', ' %I:%M %p', ' %I:%M:%S %p'];
const withTimes = (...days: string[]): string[] => days.flatMap((day) => times.map((time) => day + time));

/** What strptime needs; the two-digit year stands first, since `%Y` would take 24 for the year 24. */
const patterns: Partial<Record<DateFormat, string[]>> = {
  'month-first': [...withTimes('%m/%d/%y', '%m/%d/%Y'), '%m/%d/%Y, %I:%M %p', '%m-%d-%Y'],
  'day-first': [...withTimes('%d/%m/%y', '%d/%m/%Y'), '%d/%m/%Y, %H:%M', '%d-%m-%Y', '%d-%m-%Y %H:%M', '%d-%m-%Y %H:%M:%S'],
  dots: [...withTimes('%d.%m.%y', '%d.%m.%Y'), '%d.%m.%Y, %H:%M'],
  words: [...withTimes('%b %d, %Y', '%B %d, %Y', '%d %b %Y', '%d %B %Y', '%d-%b-%Y', '%d-%b-%y'), '%a %b %d %H:%M:%S UTC %Y'],
  compact: ['%Y%m%d', '%Y%m%d%H%M%S'],
};

/** SQL that reads `value`, a text expression, as a UTC timestamp; null where it is none. */
export function timestampSql(value: string, format: DateFormat): string {
  if (format === 'epoch-seconds') return `make_timestamp(try_cast(${value} as bigint) * 1000000)`;
  if (format === 'epoch-milliseconds') return `make_timestamp(try_cast(${value} as bigint) * 1000)`;
  // A plain cast to timestamp would drop an offset without a word (engine.md §1).
  const iso = `cast(try_cast(${value} as timestamptz) as timestamp)`;
  const list = patterns[format];
  if (!list) return iso;
  return `coalesce(try_strptime(${value}, [${list.map((pattern) => `'${pattern}'`).join(', ')}]), ${iso})`;
}

/** The other order of day and month, to be tried when some values do not fit the first. */
export function otherOrder(format: DateFormat): DateFormat | null {
  if (format === 'month-first') return 'day-first';
  return format === 'day-first' ? 'month-first' : null;
}

/** The format that a sample of a column's values tells; `isUsual` decides what 3/4/2026 cannot: month first. Empty: ISO. */
export function dateFormatOf(sample: readonly string[], isMonthFirstUsual = true): DateFormat {
  const values = sample.map((value) => value.trim()).filter((value) => /\d/.test(value)).slice(0, 2_000);
  const most = (pattern: RegExp): boolean =>
    values.length > 0 && values.filter((value) => pattern.test(value)).length * 2 > values.length;
  if (most(/^\d{4}[-/]\d{1,2}[-/]\d{1,2}/)) return 'iso';
  if (most(/^\d{13}$/)) return 'epoch-milliseconds';
  if (most(/^\d{10}$/)) return 'epoch-seconds';
  if (most(/^\d{8}(\d{6})?$/)) return 'compact';
  if (most(/^\d{1,2}\.\d{1,2}\.\d{2,4}/)) return 'dots';
  if (most(/[A-Za-z]{3}/)) return most(/^\d{4}-/) ? 'iso' : 'words';
  const parts = values.flatMap((value) => {
    const [, first, second] = /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/.exec(value) ?? [];
    return first && second ? [[Number(first), Number(second)] as const] : [];
  });
  if (parts.length * 2 <= values.length) return 'iso';
  const dayFirst = parts.filter(([first]) => first > 12).length;
  const monthFirst = parts.filter(([, second]) => second > 12).length;
  if (dayFirst === monthFirst) return isMonthFirstUsual ? 'month-first' : 'day-first';
  return dayFirst > monthFirst ? 'day-first' : 'month-first';
}
