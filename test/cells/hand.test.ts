import { describe, expect, test } from 'vitest';
import { HandState } from '../../src/cells/group-panel/hand.svelte';
import { decidedWords, removalWords } from '../../src/cells/group-panel/member-words';
import type { MemberAbout, MemberAction } from '../../src/playbook';
import { emptyResult, type Result } from '../../src/ui/result';

const keys = (person_no: number) => ({ person_no, solution_interest: 'S1', account_id: '001', account_system: 'Salesforce', domain: null, account_name: 'Acme', person_id: null, person_system: 'Other', email: person_no === 9 ? null : `p${person_no}@acme.example`, full_name: null });

function open(author = '') {
  const seated: (readonly MemberAction[])[] = [];
  const unseated: (readonly MemberAbout[])[] = [];
  const query = async (sql: string): Promise<Result> => {
    const asked = /person_no in \(([\d, ]+)\)/.exec(sql)?.[1]?.split(', ').map(Number) ?? [];
    return { ...emptyResult, rows: asked.map(keys) };
  };
  const doors = { query, author, seat: (actions: readonly MemberAction[]) => void seated.push(actions), unseat: (about: readonly MemberAbout[]) => void unseated.push(about) };
  return { hand: new HandState(doors, () => ({ groupNo: 7, roles: ['Champion'] })), seated, unseated };
}

describe('picking people of a group', () => {
  const listed = [1, 2, 3, 4, 5];
  test('takes one, lets go of one, and with Shift all between, in either direction', () => {
    const { hand } = open();
    hand.pick(2, true, false, listed);
    hand.pick(4, true, true, listed);
    expect(hand.picked).toEqual([2, 3, 4]);
    hand.pick(3, false, false, listed);
    expect(hand.picked).toEqual([2, 4]);
    hand.pick(1, true, true, listed);
    expect([...hand.picked].sort()).toEqual([1, 2, 3, 4]);
    hand.clear();
    expect(hand.picked).toEqual([]);
  });
});

describe('what is decided by hand', () => {
  test('about several people is one decision, with its note and name, and nobody is picked then', async () => {
    const { hand, seated } = open('Kim Oh');
    hand.pick(1, true, false, [1, 2]);
    await hand.seat([1, 2], 'Champion', 'Met them');
    expect(seated).toHaveLength(1);
    expect(seated[0]?.map(({ person, role, note, by }) => ({ person, role, note, by }))).toEqual([
      { person: { email: 'p1@acme.example' }, role: 'Champion', note: 'Met them', by: 'Kim Oh' },
      { person: { email: 'p2@acme.example' }, role: 'Champion', note: 'Met them', by: 'Kim Oh' },
    ]);
    expect(hand.picked).toEqual([]);
    expect(hand.fault).toBeNull();
  });

  test('can be taken back for several at once', async () => {
    const { hand, unseated } = open();
    await hand.unseat([1, 2]);
    expect(unseated.map((about) => about.length)).toEqual([2]);
  });

  test('leaves out who has nothing to be known by next month, and says so', async () => {
    const { hand, seated } = open();
    await hand.seat([1, 9], null);
    expect(seated[0]).toHaveLength(1);
    expect(hand.fault).toMatch(/^One person could not be decided about/);
    await hand.seat([9], null);
    expect(seated).toHaveLength(1);
  });
});

test('a decision reads as what was done, by whom, when and why', () => {
  const at = new Date('2026-10-01T09:00:00Z');
  expect(decidedWords({ rule: 'Added by hand', made_at: at, author: null })).toBe('Added by hand on 1 Oct 2026');
  expect(decidedWords({ rule: 'Added by hand', made_at: at, author: 'Kim Oh' })).toBe('Added by Kim Oh on 1 Oct 2026');
  expect(decidedWords({ rule: 'Removed by a journey', made_at: null, author: 'journey: Welcome' })).toBe('Removed by journey: Welcome');
  expect(decidedWords({ rule: 'Title rule: Champion of T', made_at: null, author: null })).toBe('Title rule: Champion of T');
  expect(removalWords({ removal: 'Removed by hand', removed_at: at, removed_by: null, removal_note: 'Left' })).toBe('Removed by hand on 1 Oct 2026: “Left”');
});
