import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { candidatesSql, fitsSql, lossOf, type Candidate } from '../../src/cells/group-panel/explain/candidates';
import { completenessFormula, completenessOf, seatPercent, seatWords, someNames, type CountedSeat } from '../../src/cells/group-panel/explain/completeness';
import { actsSql, bringsOf, contributionsSql, engagementFactsSql, pointsOf, scaled, type ActRow, type Contribution, type EngagementFacts } from '../../src/cells/group-panel/explain/engagement';
import type { MemberRow } from '../../src/cells/group-panel/group-panel.svelte';
import { groupSql, membersSql, seatsSql } from '../../src/cells/group-panel/queries';
import type { Database } from '../../src/engine/database';
import { openNodeDatabase } from '../../src/engine/node-database';
import { queryRows } from '../../src/engine/wire';
import { Ingest, Pipeline, tables } from '../../src/pipeline';
import { defaultPlaybook, noCustom } from '../../src/playbook';

const folder = join(import.meta.dirname, '../../sample-data/exports/2026-09-30');
let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
  const ingest = new Ingest(database);
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.csv'))) {
    await ingest.addFile({ name, content: new Uint8Array(readFileSync(join(folder, name))) });
  }
  await new Pipeline(database, tables).run(defaultPlaybook, { ingest: ingest.fingerprints });
});
afterAll(() => database.close());

// The rows' columns are those of the select that is asked.
const rows = async <Row>(sql: string) => (await queryRows(database, sql)) as unknown as Row[];
const groupsBy = async (order: string, limit: number) => (await rows<{ group_no: number }>(`select group_no from score.buying_group order by ${order}, group_no limit ${limit}`)).map((row) => row.group_no);

describe('the arithmetic that explains a group’s engagement', () => {
  test('comes to the number shown, from what its members bring', async () => {
    for (const groupNo of [...(await groupsBy('engagement desc', 12)), ...(await groupsBy('members desc', 12)), ...(await groupsBy('engagement', 3))]) {
      const [shown] = await rows<{ engagement: number }>(groupSql(groupNo));
      const [facts] = await rows<EngagementFacts>(engagementFactsSql(groupNo));
      const contributions = await rows<Contribution>(contributionsSql(groupNo));
      if (!facts) throw new Error('The group has facts.');
      const sum = contributions.reduce((all, each) => all + bringsOf(each, facts.weight_in_use), 0);
      expect(contributions).toHaveLength(contributions[0]?.people_found ?? 0);
      expect(sum).toBeCloseTo(facts.weighted_sum, 9);
      expect(scaled(sum, facts.best_sum)).toBeCloseTo(shown?.engagement ?? -1, 9);
    }
  });

  test('comes to each member’s own score, from what was done in the window', async () => {
    const [best] = await groupsBy('engagement desc', 1);
    const [facts] = await rows<EngagementFacts>(engagementFactsSql(best ?? 0));
    const people = await rows<Contribution>(contributionsSql(best ?? 0));
    expect(people.length).toBeGreaterThan(2);
    for (const person of people) {
      const acts = await rows<ActRow>(actsSql(person.person_no));
      const points = acts.reduce((sum, act) => sum + pointsOf(act), 0);
      expect(points).toBeCloseTo(person.raw, 9);
      expect(scaled(points, facts?.best_points ?? null)).toBeCloseTo(person.score, 9);
    }
  });

  test('is 0 where nobody did anything', () => expect(scaled(0, null)).toBe(0));
});

describe('the arithmetic that explains completeness', () => {
  test('comes to the number shown', async () => {
    for (const groupNo of [...(await groupsBy('completeness desc', 10)), ...(await groupsBy('completeness', 10)), ...(await groupsBy('members desc', 10))]) {
      const [shown] = await rows<{ completeness: number | null }>(groupSql(groupNo));
      const total = completenessOf(await rows<CountedSeat>(seatsSql(groupNo)), defaultPlaybook.completeness.variant);
      expect(total).toBeCloseTo(shown?.completeness ?? -1, 9);
    }
  });

  const seats: CountedSeat[] = [
    { role: 'Decision Maker', people: 3, people_required: 1, is_required: true },
    { role: 'Influencer', people: 1, people_required: 3, is_required: true },
    { role: 'Other', people: 9, people_required: 1, is_required: false },
  ];
  test('reads as a sum, by both variants', () => {
    expect(completenessFormula(seats, 'mean')).toBe('(100 + 33.33) ÷ 2 = 67%');
    expect(completenessFormula(seats, 'binary')).toBe('(100 + 0) ÷ 2 = 50%');
    expect(completenessFormula(seats.slice(2), 'mean')).toBeNull();
    expect(seats.map((seat) => seatPercent(seat, 'binary'))).toEqual([100, 0, 100]);
    expect(seats.map(seatWords)).toEqual(['3 people, 1 is enough', '1 of 3 people', '9 people, 1 is enough']);
    expect(someNames(['Ada', 'Bo', 'Cy', 'Di', 'Ed'])).toBe('Ada, Bo, Cy and 2 more');
  });
});

test('a member whom the CRM seats names the deal, the day, and the row of the file that told of it', async () => {
  const [crm] = await rows<{ group_no: number; person_no: number }>("select group_no, person_no from role.member where source = 'crm' and opportunity_no is not null order by group_no, person_no limit 1");
  const member = (await rows<MemberRow>(membersSql(crm?.group_no ?? 0))).find((each) => each.person_no === crm?.person_no);
  expect(member).toMatchObject({ source: 'crm', told_file_name: 'salesforce-opportunity-contact-roles.csv' });
  expect(member?.rule).toContain(` on ${member?.opportunity}`);
  const [told] = await rows<{ rows: number }>(`select cast(count(*) as integer) as rows from ingest.opportunity_contact join ingest.file using (file_no) where file_name = '${member?.told_file_name}' and source_row = ${member?.told_row} and '${member?.rule}' like '% ' || role || ' on %'`);
  expect(told?.rows).toBe(1);
  expect(member?.made_at).toBeInstanceOf(Date);
});

describe('who else fits a seat', () => {
  const template = defaultPlaybook.templates[0];
  const largest = async (limit: number) =>
    (await rows<{ group_no: number }>(`select group_no from score.buying_group join role.buying_group using (group_no) where template_no = 1 order by members desc, group_no limit ${limit}`)).map((row) => row.group_no);
  const candidatesOf = async (groupNo: number, role: string) => {
    const [seat] = await rows<{ seat_no: number }>(`select seat_no from score.seat where group_no = ${groupNo} and role = '${role}'`);
    const rule = template?.seats.find((each) => each.role === role);
    if (!seat || !rule) throw new Error(`There is no seat ${role}.`);
    return { rule, found: await rows<Candidate>(candidatesSql(groupNo, seat.seat_no, fitsSql(groupNo, rule, { playbook: defaultPlaybook, custom: noCustom }))) };
  };

  test('is nobody who sits there, and everybody has the row of a file', async () => {
    const [groupNo = 0] = await largest(1);
    for (const { role } of template?.seats ?? []) {
      const { found } = await candidatesOf(groupNo, role);
      expect(found.filter((each) => each.role === role)).toEqual([]);
      expect(found.every((each) => each.file_name !== null && each.source_row !== null)).toBe(true);
    }
  });

  test('says to which seat, and by what, each was lost', async () => {
    const lost: string[] = [];
    for (const groupNo of await largest(20)) {
      for (const seat of template?.seats ?? []) {
        const { rule, found } = await candidatesOf(groupNo, seat.role);
        lost.push(...found.map((each) => lossOf(each, rule)));
      }
    }
    expect(lost.some((words) => /^Is .+ instead, which comes before .+ in the template\.$/.test(words))).toBe(true);
    expect(lost.some((words) => /^Is .+ instead: (Opportunity contact role|Buying role) .+, which counts before the title rule\.$/.test(words))).toBe(true);
    expect(lost.filter((words) => words.includes('not those of these rules'))).toEqual([]);
  });

  test('that waits for a hand is found by asking its rule of the account’s people', async () => {
    const [groupNo = 0] = await largest(1);
    const rule = template?.seats.find(({ condition, isAutoAssign }) => isAutoAssign && condition);
    if (!rule) throw new Error('Some seat fills itself.');
    const asked = fitsSql(groupNo, { ...rule, isAutoAssign: false }, { playbook: defaultPlaybook, custom: noCustom }) ?? '';
    const filled = `select pool.person_no from role.pool join role.seat_match using (profile_no) join config.seat_order using (seat_no) where pool.group_no = ${groupNo} and role = '${rule.role}' and seat_order.template_no = pool.template_no`;
    const found = await rows<{ person_no: number }>(`select person_no from (${asked}) order by person_no`);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(await rows(`select person_no from (${filled}) order by person_no`));
  });

  const candidate: Candidate = { person_no: 1, full_name: 'Ada', email: null, job_title: null, phrases: null, file_name: 'a.csv', source_row: 1, claim: 'crm', claim_rule: 'Contact role', role: null, source: null, rule: null, made_at: null, author: null, note: null, removal: null, removed_at: null, removed_by: null, removal_note: null, people_found: 1 };
  const seat = { role: 'Influencer', isAutoAssign: true };
  test('names a removal with its day, a rule that outranks, and a seat that waits', () => {
    expect(lossOf({ ...candidate, removal: 'Removed by hand', removed_at: new Date('2026-10-01T00:00:00Z') }, seat)).toBe('Removed by hand on 1 Oct 2026, which counts before the CRM.');
    expect(lossOf({ ...candidate, role: 'Champion', source: 'manual', rule: 'Added by hand', author: 'Kim Oh', note: 'Asked for it' }, seat)).toBe('Is Champion instead: Added by Kim Oh: “Asked for it”, which counts before the CRM.');
    expect(lossOf({ ...candidate, role: 'Champion', source: 'rule' }, seat)).toBe('Is Champion instead: the playbook has the title rule count before the CRM.');
    expect(lossOf({ ...candidate, claim: 'rule' }, { ...seat, isAutoAssign: false })).toBe('Has no seat. Influencer is not filled by its rule: it waits for the CRM, a journey or a hand.');
  });
});
