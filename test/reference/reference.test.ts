import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../../src/engine/wire';
import { membershipSources, type EngagementModel, type Playbook } from '../../src/playbook';
import { askingPlaybooks, playbooks } from './arbitrary-playbooks';
import { disputedWorlds, worlds } from './arbitrary-worlds';
import { bandOf, groupCompletenessOf, seatCompletenessOf } from './completeness';
import { personasOf } from './conditions';
import { groupEngagementOf, personEngagementOf } from './engagement';
import { groupsOf, membersOf, unassignedOf, type Group } from './membership';
import { Product } from './product';
import type { Input } from './world';

const seed = Date.now() | 0;
console.info(`reference: seed ${seed}`);

let product: Product;
beforeAll(async () => void (product = await Product.open()));
afterAll(() => product.close());

/**
 * What the tables say of random worlds and what the specification says: the same rows, numbers to 1e-9. The playbooks of a
 * world come one after another, each in the tables that the one before has left, as an edit has it.
 */
async function agree(count: number, books: fc.Arbitrary<Playbook[]>, comparisons: Comparison[], data = worlds): Promise<void> {
  // Without bias: of so few runs none should be of next to nothing.
  const property = fc.asyncProperty(fc.noBias(data), fc.noBias(books), async (world, playbooks) => {
    await product.load(world);
    for (const [at, playbook] of playbooks.entries()) {
      const input = { playbook, world };
      for (const { wanted, select } of comparisons) expect(sorted(await product.rows(input, select)), `by playbooks[${at}]`).toEqual(sorted(wanted(input)).map(nearly));
    }
  });
  // A step towards a smaller counterexample takes a second: what was found by then is shown.
  await fc.assert(property, { numRuns: count, seed, interruptAfterTimeLimit: patience - 60_000 });
}
const patience = 300_000;

interface Comparison {
  wanted: (input: Input) => Row[];
  select: string;
}

const keyOf = (row: Row): string => JSON.stringify(Object.values(row).filter((value) => typeof value !== 'number'));
const sorted = (rows: Row[]): Row[] => rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
const nearly = (row: Row): Row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? expect.closeTo(value, 9) : value]));

const nameOf = ({ account, interest }: Group): Row => ({ account: account.id, solution: interest.name });
const inWords = `role.buying_group as groups
    join canon.account as accounts using (account_no)
    join config.interest as interests using (interest_no)`;

const groups: Comparison = {
  wanted: (input) => groupsOf(input).map(nameOf),
  select: `select accounts.account_id as account, interests.solution_interest as solution from ${inWords}`,
};
const members: Comparison = {
  wanted: (input) => membersOf(input).map(({ group, person, role, source }) => ({ ...nameOf(group), person: person.id, role, source })),
  select: `select accounts.account_id as account, interests.solution_interest as solution, people.person_id as person, members.role, members.source
    from role.member as members join ${inWords} using (group_no) join canon.person as people using (person_no)`,
};
const unassigned: Comparison = {
  wanted: (input) => unassignedOf(input).map(({ group, person }) => ({ ...nameOf(group), person: person.id })),
  select: `select accounts.account_id as account, interests.solution_interest as solution, people.person_id as person
    from role.unassigned as unassigned join ${inWords} using (group_no) join canon.person as people using (person_no)`,
};
const personas: Comparison = {
  wanted: (input) => input.world.people.map((person) => {
    const [first = null, ...others] = personasOf(person, input);
    const place = input.playbook.personas.findIndex(({ name }) => name === first) + 1;
    return { person: person.id, personas: first === null ? [] : [first, ...others], persona: first, persona_no: place || null };
  }),
  select: `select people.person_id as person, typed.personas, typed.persona, typed.persona_no
    from persona.person as typed join canon.person as people using (person_no)`,
};
const seats: Comparison = {
  wanted: (input) => seatCompletenessOf(input).map(({ group, role, people, missing, completeness, isRequired }) => ({ ...nameOf(group), role, people, missing, completeness, is_required: isRequired })),
  select: `select accounts.account_id as account, interests.solution_interest as solution, seats.role, seats.people, seats.missing, seats.completeness, seats.is_required
    from score.seat as seats join ${inWords} using (group_no)`,
};
const completeness: Comparison = {
  wanted: (input) => groupCompletenessOf(input).map(({ group, mean, binary, completeness, required: { seats, full, empty, missing } }) => ({
    ...nameOf(group), mean, binary, completeness, band: bandOf(completeness),
    seats_required: seats, seats_filled: full, seats_empty: empty, people_missing: missing,
  })),
  select: `select accounts.account_id as account, interests.solution_interest as solution,
        scores.completeness_mean as mean, scores.completeness_binary as binary, scores.completeness, bands.band,
        scores.seats_required, scores.seats_filled, scores.seats_empty, scores.people_missing
    from score.group_completeness as scores join ${inWords} using (group_no) join score.group_fact as facts using (group_no)
    left join score.percent_band as bands on bands.measure = 'completeness' and bands.percent = facts.completeness_percent`,
};
const personEngagement: Comparison = {
  wanted: (input) => personEngagementOf(input).map(({ person, raw, score }) => ({ person: person.id, raw, score })),
  select: 'select people.person_id as person, scores.raw, scores.score from score.person_engagement as scores join canon.person as people using (person_no)',
};
const groupEngagement: Comparison = {
  wanted: (input) => groupEngagementOf(input).map(({ group, weightedSum, engagement }) => ({ ...nameOf(group), weighted_sum: weightedSum, engagement, band: bandOf(engagement) })),
  select: `select accounts.account_id as account, interests.solution_interest as solution, scores.weighted_sum, scores.engagement, bands.band
    from score.group_engagement as scores join ${inWords} using (group_no) join score.group_fact as facts using (group_no)
    left join score.percent_band as bands on bands.measure = 'engagement' and bands.percent = facts.engagement_percent`,
};

const several = (playbook: fc.Arbitrary<Playbook>, count = 4): fc.Arbitrary<Playbook[]> => fc.array(playbook, { minLength: count, maxLength: count });
const normalisedBy = (normalisation: EngagementModel['normalisation']): fc.Arbitrary<Playbook[]> =>
  several(playbooks.map((playbook) => ({ ...playbook, engagement: { ...playbook.engagement, normalisation } })));
const inEveryOrder = playbooks.map((playbook) => permutations(membershipSources).map((precedence) => ({ ...playbook, precedence })));

function permutations<T>(items: readonly T[]): T[][] {
  return items.length === 0 ? [[]] : items.flatMap((first) => permutations(items.filter((each) => each !== first)).map((rest) => [first, ...rest]));
}

describe('whatever the playbook and the data, the tables say what the specification says of', () => {
  test('personas: all that match, the first in order being the persona', () => agree(3, several(playbooks), [personas]), patience);
  test('facts: what rules ask of history, opportunities and lists', () => agree(3, several(askingPlaybooks), [personas]), patience);
  test('buying groups: live templates, audiences, named accounts', () => agree(3, several(playbooks, 8), [groups]), patience);
  test('membership: who sits in which seat and by whose word, and who has none', () => agree(6, several(playbooks), [members, unassigned]), patience);
  test('precedence: whose word counts, in each of the 24 orders', () => agree(3, inEveryOrder, [members], disputedWorlds), patience);
  test('completeness: of seats and of groups, as a mean and in full seats, and its bands', () => agree(5, several(playbooks), [seats, completeness]), patience);
  test('engagement with weights as shares of the highest', () => agree(5, normalisedBy('max'), [personEngagement, groupEngagement]), patience);
  test('engagement with weights between the lowest and the highest', () => agree(5, normalisedBy('min-max'), [personEngagement, groupEngagement]), patience);
});
