import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows, type Row } from '../../src/engine/wire';
import { evidence } from '../../src/playbook';
import { tableSql } from './score-tables';

/** Deals with and without somebody, and how many of each were won. */
interface Case { wonWith: number; dealsWith: number; wonWithout: number; dealsWithout: number }

let database: Database;
let rows: Row[];
let rates: Row[];
const sizes = [0, 1, 3, 9, 10, 11, 20, 40, 250];
const cases: Case[] = sizes.flatMap((dealsWith) => sizes.flatMap((dealsWithout) => wins(dealsWith).flatMap((wonWith) => wins(dealsWithout).map((wonWithout) => ({ wonWith, dealsWith, wonWithout, dealsWithout })))));

beforeAll(async () => {
  database = await openNodeDatabase();
  await database.run('create schema config; create schema score');
  await database.run(`create table config.evidence as select ${evidence.leastDeals} as least_deals, ${evidence.z}::double as z`);
  const values = cases.map((each, at) => `(${at}, ${each.dealsWith + each.dealsWithout}, ${each.wonWith + each.wonWithout}, ${each.dealsWith}, ${each.wonWith}, ${each.dealsWithout}, ${each.wonWithout})`);
  await database.run(`create table score.deal_count as select 1 as interest_no, 'persona' as part, *, 1.5 as people_in_won from (values ${values.join(', ')}) as given (part_no, deals, won, deals_with, won_with, deals_without, won_without)`);
  await database.run(`create view score.deal_rate as ${tableSql('score.deal_rate')}`);
  rates = await queryRows(database, "select * from score.deal_rate where rate = 'win with' order by part_no");
  rows = await queryRows(database, `select * from (${tableSql('score.deal_lift')}) order by part_no`);
});
afterAll(() => database.close());

describe('the interval of a rate', () => {
  // Newcombe 1998, table I, method 3: the score interval without continuity correction.
  test.each([[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]])('of %i of %i is that of the literature', async (hits, deals, low, high) => {
    await database.run(`create or replace table score.known as select 1 as interest_no, 'persona' as part, 1 as part_no, ${deals} as deals, ${hits} as won, ${deals} as deals_with, ${hits} as won_with, 0 as deals_without, 0 as won_without`);
    const [found] = await queryRows(database, `${tableSql('score.deal_rate').replace('score.deal_count', 'score.known')} where rate = 'win with'`);
    expect(Number(found?.low)).toBeCloseTo(low, 4);
    expect(Number(found?.high)).toBeCloseTo(high, 4);
  });

  test('ends where the share is just as far away as chance allows, whatever the counts', () => {
    for (const { row, given: { wonWith, dealsWith } } of paired(rates)) {
      const limits = dealsWith === 0 ? { low: 0, high: 1 } : scoreLimits(wonWith, dealsWith);
      expect(Number(row.low)).toBeCloseTo(limits.low, 9);
      expect(Number(row.high)).toBeCloseTo(limits.high, 9);
    }
  });
});

describe('lift', () => {
  test('and its interval agree with a computation apart from the SQL', () => {
    const compared = paired(rows).filter(({ row }) => row.lift_low !== null);
    expect(compared.length).toBeGreaterThan(200);
    for (const { row, given } of compared) {
      const limits = ratioLimits(given);
      expect([Number(row.lift_low) - limits.low, given]).toEqual([expect.closeTo(0, 6), given]);
      if (limits.high === null) expect([row.lift, row.lift_high]).toEqual([null, null]);
      else expect([Number(row.lift_high) / limits.high, given]).toEqual([expect.closeTo(1, 6), given]);
    }
  });

  test('lies inside its interval', () => {
    for (const row of rows.filter(({ lift }) => lift !== null)) {
      expect(Number(row.lift_low)).toBeLessThanOrEqual(Number(row.lift) + 1e-12);
      expect(Number(row.lift_high)).toBeGreaterThanOrEqual(Number(row.lift) - 1e-12);
    }
  });

  test('of ten won deals of ten on both sides is one, and may be more or less', () => {
    const row = rows[cases.findIndex((each) => each.dealsWith === 10 && each.wonWith === 10 && each.dealsWithout === 10 && each.wonWithout === 10)];
    expect(row?.lift).toBe(1);
    expect(Number(row?.lift_low)).toBeLessThan(0.8);
    expect(Number(row?.lift_high)).toBeGreaterThan(1.25);
  });
});

test('of fewer than ten deals no rate is told, and nothing is compared with fewer than ten', () => {
  for (const { row, given: { dealsWith, dealsWithout } } of paired(rows)) {
    expect(row.win_rate !== null).toBe(dealsWith >= 10);
    expect(row.lift_low !== null).toBe(dealsWith >= 10 && dealsWithout >= 10);
    expect(row.membership_rate !== null).toBe(dealsWith + dealsWithout >= 10);
  }
});

/** Each row with the case it was made of; part_no is the case's place. */
function paired(found: readonly Row[]): { row: Row; given: Case }[] {
  return found.flatMap((row) => cases.slice(Number(row.part_no), Number(row.part_no) + 1).map((given) => ({ row, given })));
}

function wins(deals: number): number[] {
  return [...new Set([0, 1, 2, Math.floor(deals / 2), deals - 1, deals])].filter((won) => won >= 0 && won <= deals);
}

/** Where |share − p| is z standard errors of p, found by halving rather than by Wilson's solution of it. */
function scoreLimits(hits: number, deals: number): { low: number; high: number } {
  const share = hits / deals;
  const isFar = (p: number): boolean => Math.abs(share - p) > evidence.z * Math.sqrt((p * (1 - p)) / deals);
  const halve = (far: number, near: number): number => {
    for (let step = 0; step < 200; step++) {
      const middle = (far + near) / 2;
      if (isFar(middle)) far = middle; else near = middle;
    }
    return near;
  };
  return { low: hits === 0 ? 0 : halve(0, share), high: hits === deals ? 1 : halve(1, share) };
}

/** Donner and Zou 2012, as they print it: the roots of a quadratic in the ratio. */
function ratioLimits({ wonWith, dealsWith, wonWithout, dealsWithout }: Case): { low: number; high: number | null } {
  const [one, other] = [scoreLimits(wonWith, dealsWith), scoreLimits(wonWithout, dealsWithout)];
  const [p, q] = [wonWith / dealsWith, wonWithout / dealsWithout];
  // The ratio r is a limit where (p − r q)² is the sum of the squared distances of p and r q to their own limits.
  const roots = (edge: number, otherEdge: number): number[] => {
    const [a, b, c] = [q * q - (q - otherEdge) ** 2, -2 * p * q, p * p - (p - edge) ** 2];
    const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
    return Math.abs(a) < 1e-9 ? [-c / b] : [(-b - root) / (2 * a), (-b + root) / (2 * a)];
  };
  const lower = roots(one.low, other.high).filter((r) => r >= -1e-9 && p - r * q >= -1e-9);
  const upper = q === 0 ? [] : roots(one.high, other.low).filter((r) => p - r * q <= 1e-9);
  return { low: p === 0 ? 0 : Math.max(0, ...lower), high: q === 0 ? null : Math.max(...upper) };
}
