import type { SqlValue } from '../../src/engine/quoting';
import type { Given } from './score-tables';

/** Numbers from 0 that look random and are the same every time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** A small world without sense: people in any seats of the default playbook, acts, deals and steps on any days. */
export function world(seed: number): Given {
  const roll = dice(seed);
  const day = (): string => new Date(Date.UTC(2026, 8, 30) - roll(500) * 864e5).toISOString().slice(0, 10);
  const maybe = <T extends SqlValue>(value: T): T | null => (roll(2) ? value : null);
  const people = Array.from({ length: 120 }, (_, at) => at + 1);
  const groups = Array.from({ length: 30 }, (_, at) => {
    const half = 1 + Math.floor(at / 15);
    return { group_no: at + 1, account_no: 1 + (at % 15), interest_no: half, template_no: half, group_name: `group ${at + 1}` };
  });
  return {
    'canon.clock': [{ as_of: '2026-09-30 12:00:00', as_of_date: '2026-09-30' }],
    'canon.account': Array.from({ length: 15 }, (_, at) => ({ account_no: at + 1, account_name: `account ${at + 1}` })),
    'canon.person': people.map((person_no) => ({
      person_no,
      created_at: maybe(day()),
      lead_at: maybe(day()),
      mql_at: maybe(day()),
      sal_at: maybe(day()),
      sql_at: maybe(day()),
      opportunity_at: maybe(day()),
      customer_at: maybe(day()),
    })),
    'canon.activity': Array.from({ length: 2000 }, () => ({
      person_no: maybe(1 + roll(80)),
      occurred_at: `${day()} ${String(roll(24)).padStart(2, '0')}:30:00`,
      activity_type: ['Page Views', 'Email Clicked', 'Attend Event', 'Email Sent'][roll(4)] ?? null,
    })),
    'canon.opportunity': Array.from({ length: 25 }, (_, at) => ({
      opportunity_no: at + 1,
      account_no: 1 + roll(15),
      amount: roll(900) - 50,
      currency: ['EUR', 'USD', null][roll(3)] ?? null,
      is_closed: roll(2) === 0,
      is_won: roll(4) === 0,
      solution_interest: maybe(['Growth Suite', 'data platform', 'Other'][roll(3)] ?? ''),
    })),
    'role.buying_group': groups,
    'role.member': groups.flatMap(({ group_no, template_no }) =>
      people
        .filter(() => roll(20) === 0)
        .map((person_no) => ({ group_no, person_no, seat_no: (template_no - 1) * 6 + 1 + roll(6), source: 'rule' })),
    ),
  };
}
