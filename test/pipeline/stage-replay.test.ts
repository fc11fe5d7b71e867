import { afterAll, beforeAll, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { stageKinds, type Stage } from '../../src/playbook';
import { Scores } from './score-tables';

let scores: Scores;
beforeAll(async () => void (scores = await Scores.open()));
afterAll(() => scores.close());

const names = ['Aware', 'Interested', 'Intent', 'Bought', 'Lost'];

/** Models of any kind, sensible or not: the replay has to follow them as they are. */
const stageOf = (name: string): fc.Arbitrary<Stage> =>
  fc.record({ name: fc.constant(name), kind: fc.constantFrom(...stageKinds), next: fc.subarray(names.filter((each) => each !== name)), condition: fc.constant(null) });
const models = fc.tuple(...names.map(stageOf));

interface Move {
  group: number;
  from: string | null;
  to: string;
  /** null: the record has no date. */
  hour: number | null;
}
const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    group: fc.integer({ min: 1, max: 3 }),
    from: fc.option(fc.constantFrom(...names)),
    to: fc.constantFrom(...names, 'A stage of another model'),
    hour: fc.option(fc.integer({ min: 0, max: 23 }), { freq: 6 }),
  }),
  { maxLength: 25 },
);

/** Where a group's moves lead, and how many of them are refused. */
function walked(stages: readonly Stage[], own: readonly Move[]): { stage: string | null; refused: number } {
  const find = (name: string | null): Stage | null => stages.find((each) => each.name === name) ?? null;
  const first = find(own[0]?.from ?? null);
  let stood = first?.kind === 'entry' ? first : null;
  let applied: Stage | null = null;
  let refused = 0;
  for (const { to, hour } of own) {
    const target = find(to);
    const isAllowed = target !== null && hour !== null && (stood === null ? target.kind === 'entry' : stood.next.includes(to));
    if (isAllowed) stood = applied = target;
    else if (target === null || target !== stood || hour === null) refused++;
  }
  return { stage: applied?.name ?? null, refused };
}

test('recorded moves lead where the model lets them, whatever the model and the moves', async () => {
  await fc.assert(
    fc.asyncProperty(models, moves, async (stages, all) => {
      const time = (hour: number | null): string | null => (hour === null ? null : `2026-06-01 ${String(hour).padStart(2, '0')}:00:00`);
      await scores.run(
        {
          'canon.clock': [{ as_of: '2026-06-30 23:59:59', as_of_date: '2026-06-30' }],
          'canon.account': [1, 2, 3].map((account_no) => ({ account_no, account_name: `account ${account_no}` })),
          'role.buying_group': [1, 2, 3].map((group_no) => ({ group_no, account_no: group_no, interest_no: 1, template_no: 1 })),
          'canon.stage_change_record': all.map(({ group, from, to, hour }, at) => ({
            file_no: 1, source_row: at + 1, account_no: group, solution_interest: 'Growth Suite', from_stage: from, to_stage: to, changed_at: time(hour), fate: 'kept',
          })),
        },
        { stageModel: { name: 'any', stages } },
      );
      const found = await scores.rows(`
        select groups.group_no, stages.stage, cast((select count(*) from score.rejected_move as rejected where rejected.group_no = groups.group_no) as integer) as refused
        from role.buying_group as groups
        left join score.recorded_stage as recorded using (group_no)
        left join config.group_stage as stages using (stage_no)
        order by groups.group_no`);
      const wanted = [1, 2, 3].map((group) => {
        // Moves of one hour count in the order of their rows, which this sort keeps; those without a date come last.
        const { stage, refused } = walked(stages, all.filter((each) => each.group === group).sort((a, b) => (a.hour ?? 24) - (b.hour ?? 24)));
        return { group_no: group, stage, refused };
      });
      expect(found).toEqual(wanted);
    }),
    { numRuns: 25 },
  );
});
