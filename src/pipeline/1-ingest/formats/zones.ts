import { EngineError } from '../../../engine/errors';
import { quoteText } from '../../../engine/quoting';

/** How far a zone's clocks are from UTC, in seconds east of it. */
export interface Zone {
  /** Before the first change. */
  first: number;
  /** In order; `from` is the local time, as seconds since 1970 by the zone's own clocks, from which `offset` counts. */
  changes: { from: number; offset: number }[];
}

const day = 86_400;
// Before, clocks were set by decree; after, nobody knows: what counted at the end goes on.
const years = { from: Date.UTC(1970, 0, 1) / 1000, to: Date.UTC(2070, 0, 1) / 1000 };
/** No zone changes its clocks twice in that time. */
const step = 14 * day;

/**
 * A zone by its IANA name or as `+02:00`; null for UTC. A time that the clocks skip or show twice is read by the offset
 * before the change: 02:30 becomes 03:30 when they skip it, and is the first of the two when they show it twice.
 * Throws `ingest.unknown-zone`.
 */
export function zoneOf(name: string | undefined): Zone | null {
  if (name === undefined || name === 'UTC') return null;
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = fixedZone(name) ?? namedZone(name);
  zones.set(name, zone);
  return zone;
}

// A hundred years of a zone take a tenth of a second to find.
const zones = new Map<string, Zone>();

function fixedZone(name: string): Zone | null {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(name) ?? [];
  if (sign === undefined || Number(hours) > 18 || Number(minutes) > 59) return null;
  return { first: (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60), changes: [] };
}

function namedZone(name: string): Zone {
  const offsetAt = clockOf(name);
  const zone: Zone = { first: offsetAt(years.from), changes: [] };
  let before = zone.first;
  for (let at = years.from + step; at <= years.to; at += step) {
    const offset = offsetAt(at);
    if (offset !== before) {
      // At a skip the new offset begins where the skip ends, at a repetition where it ends: with the later of both clocks.
      zone.changes.push({ from: changeIn(at - step, at, offsetAt) + Math.max(before, offset), offset });
      before = offset;
    }
  }
  return zone;
}

/** The second at which the offset changes between two. */
function changeIn(start: number, end: number, offsetAt: (second: number) => number): number {
  const old = offsetAt(start);
  let [low, high] = [start, end];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === old) low = middle;
    else high = middle;
  }
  return high;
}

/** How far a zone's clocks are from UTC at a second since 1970. */
function clockOf(timeZone: string): (second: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  } catch (cause) {
    throw new EngineError('ingest.unknown-zone', `There is no time zone ${timeZone.slice(0, 60)}. Choose one such as Europe/Berlin, or an offset such as +02:00.`, { cause });
  }
  return (second) => {
    const [month = 0, date = 0, year = 0, hour = 0, minute = 0, seconds = 0] = format.format(second * 1000).match(/\d+/g)?.map(Number) ?? [];
    return Date.UTC(year, month - 1, date, hour, minute, seconds) / 1000 - second;
  };
}

/**
 * SQL that makes UTC of `value`, a timestamp as the clocks of `zone` showed it, read from `text`. A text with an offset of
 * its own, and a day without a time, stay as they are.
 */
export function zonedSql(value: string, text: string, zone: Zone): string {
  const isLocal = `(contains(${text}, ':') or length(${text}) = 14) and ${value} between timestamp '1900-01-01' and timestamp '2200-01-01' and not (${ownZoneSql(text)})`;
  return `case when ${isLocal} then ${value} - to_seconds(${offsetSql(value, zone.first, zone.changes)}) else ${value} end`;
}

/** Offsets stand at the end: `Z`, `+02`, `+0200`, `+02:00`, with either sign; these tests are quicker than a pattern. */
function ownZoneSql(text: string): string {
  const minus = [6, 5, 3].map((from) => `substr(rtrim(${text}), -${from}, 1) = '-'`);
  // No English month or day has a z.
  const words = ['+', 'Z', 'z', 'UTC', 'GMT'].map((word) => `contains(${text}, ${quoteText(word)})`);
  return [...words, ...minus].join(' or ');
}

/** A `case` in halves, so that two hundred changes cost a value eight comparisons. */
function offsetSql(value: string, first: number, changes: Zone['changes']): string {
  if (changes.length === 0) return String(first);
  const middle = Math.floor(changes.length / 2);
  const change = changes[middle];
  if (!change) return String(first);
  const at = new Date(change.from * 1000).toISOString().replace('T', ' ').slice(0, 19);
  return `case when ${value} < timestamp '${at}' then ${offsetSql(value, first, changes.slice(0, middle))} else ${offsetSql(value, change.offset, changes.slice(middle + 1))} end`;
}

/** Whether a text is a time of day without a zone, which needs to be told one. */
export function isLocalTime(text: string): boolean {
  return (/\d:\d/.test(text) || /^\d{14}$/.test(text)) && !/[zZ+]|UTC|GMT|-\d{2}(:?\d{2})?\s*$/.test(text);
}
