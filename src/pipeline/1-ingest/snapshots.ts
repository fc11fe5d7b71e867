import type { Entity } from './entities';

/** What tells whether a loaded table counts: another export of the same list may stand in its place. */
export interface Dated {
  fileNo: number;
  fileName: string;
  entity: Entity;
  sourceSystem: string | null;
  /** The day it was exported, ISO; null when nobody knows, and then it always counts. */
  snapshot: string | null;
  /** The table it replaces, by name, whatever the dates. */
  inPlaceOf: string | null;
}

/**
 * The loaded tables that count on a day (ISO; null: the latest). Of the exports of one list the last one up to that day
 * counts, or the first of all when there is none before; exports of a log (acts, moves, costs) up to that day count together.
 */
export function inForce(files: readonly Dated[], day: string | null): Set<number> {
  const replaced = new Set(files.flatMap(({ inPlaceOf }) => inPlaceOf ?? []));
  const standing = files.filter(({ fileName }) => !replaced.has(fileName));
  const keyOf = (file: Dated): string => [file.entity, file.sourceSystem, seriesOf(file.fileName)].join('\n');
  const series = new Set(standing.map(keyOf));
  return new Set([...series].flatMap((key) => current(standing.filter((file) => keyOf(file) === key), day)).map(({ fileNo }) => fileNo));
}

function current(series: readonly Dated[], day: string | null): Dated[] {
  const days = series.flatMap(({ snapshot }) => snapshot ?? []).sort();
  const past = days.filter((each) => day === null || each <= day);
  const last = past.at(-1) ?? days[0];
  const isLog = series[0] !== undefined && logs.has(series[0].entity);
  return series.filter(({ snapshot }) => snapshot === null || snapshot === last || (isLog && last !== undefined && snapshot < last));
}

/** Records of what happened: a later export adds to an earlier one rather than standing in its place. */
const logs: ReadonlySet<Entity> = new Set(['activity', 'stage_change', 'campaign_cost', 'membership_override']);

/** The day in a file's name, ISO, as an export's name tells it: `contacts-2026-09-30.csv`, `20260930`, `30.09.2026`; a month is its last day. */
export function snapshotIn(fileName: string): string | null {
  return datesIn(fileName).at(-1)?.day ?? null;
}

/** A file's name without its dates and without a browser's ` (1)`: what exports of one list have in common. */
export function seriesOf(fileName: string): string {
  const dates = datesIn(fileName);
  const rest = dates.reduceRight((name, { start, end }) => name.slice(0, start) + name.slice(end), fileName);
  return rest.toLowerCase().replace(/\s*\(\d+\)/g, '').replace(/[\s_-]+(?=\.|\/|$)/g, '').replace(/(^|\/)[\s_-]+/g, '$1');
}

interface FoundDate {
  day: string;
  start: number;
  end: number;
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const names = `(?<name>${months.map((month) => `${month}|${month.slice(0, 3)}`).join('|')}|sept)`;
/** Most telling first. Day and month by numbers alone are only taken where dots say which is which. */
const patterns = [
  /(?<!\d)(?<year>20\d\d)(?<sign>[-_.]?)(?<month>0[1-9]|1[0-2])\k<sign>(?<date>0[1-9]|[12]\d|3[01])(?!\d)/g,
  /(?<!\d)(?<date>0?[1-9]|[12]\d|3[01])\.(?<month>0?[1-9]|1[0-2])\.(?<year>20\d\d)(?!\d)/g,
  new RegExp(`(?<![a-z\\d])(?<date>0?[1-9]|[12]\\d|3[01])[ _.-]*${names}[ _.,-]*(?<year>20\\d\\d)(?!\\d)`, 'gi'),
  new RegExp(`(?<![a-z])${names}[ _.-]*(?<date>0?[1-9]|[12]\\d|3[01])[ _.,-]+(?<year>20\\d\\d)(?!\\d)`, 'gi'),
  /(?<!\d)(?<year>20\d\d)[-_.](?<month>0[1-9]|1[0-2])(?!\d|[-_.]\d)/g,
  new RegExp(`(?<![a-z])${names}[ _.-]*(?<year>20\\d\\d)(?!\\d)`, 'gi'),
];

/** Every day that a name holds, in order; what one pattern took no later one takes again. */
function datesIn(fileName: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const pattern of patterns) {
    for (const match of fileName.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const day = dayOf(match.groups ?? {});
      if (day !== null && found.every((each) => end <= each.start || start >= each.end)) found.push({ day, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function dayOf({ year = '', month, name, date }: Record<string, string | undefined>): string | null {
  const monthNo = month ? Number(month) : months.findIndex((each) => each.startsWith((name ?? '').slice(0, 3).toLowerCase())) + 1;
  // Day 0 of the next month is the last of this one.
  const time = date === undefined ? new Date(Date.UTC(Number(year), monthNo, 0)) : new Date(Date.UTC(Number(year), monthNo - 1, Number(date)));
  return time.getUTCMonth() + 1 === monthNo ? time.toISOString().slice(0, 10) : null;
}
