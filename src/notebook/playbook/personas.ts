import { formatCount, formatPercent, plural } from '../../ui/format';

/** How a persona stands: whose persona it is, whom it would fit, and which one before it takes most of those. */
export interface PersonaCount {
  persona: string;
  people: number;
  fitting: number;
  taken_mostly_by: string | null;
  taken: number;
}

/** Each persona that fits anybody; of those it fits and does not win, the persona that wins most. */
export const overlapSql = `with every_fit as (
    select unnest(personas) as fitting_persona, persona as winner
    from persona.person
    where persona is not null
),
fits as (
    select fitting_persona as persona, winner, count(*) as people
    from every_fit
    group by fitting_persona, winner
)
select
    persona,
    coalesce(sum(people) filter (where persona = winner), 0)::integer as people,
    sum(people)::integer as fitting,
    arg_max(winner, people) filter (where persona <> winner) as taken_mostly_by,
    coalesce(max(people) filter (where persona <> winner), 0)::integer as taken,
from fits
group by persona`;

/** What to say of a persona's overlap with those before it; null when there is nothing to say. */
export function overlapWords(count: PersonaCount | null): { text: string; isShadowed: boolean } | null {
  if (count === null) return { text: 'It fits nobody who was loaded.', isShadowed: true };
  const lost = count.fitting - count.people;
  if (count.people === 0) return { text: `It fits ${plural(count.fitting, 'person', 'people')}, and all are taken before: ${formatCount(count.taken)} by ${count.taken_mostly_by}. Move it up.`, isShadowed: true };
  if (lost === 0) return null;
  return { text: `It would also fit ${plural(lost, 'person', 'people')} (${formatPercent((100 * lost) / count.fitting)} of all it fits) who are taken before, most by ${count.taken_mostly_by}.`, isShadowed: false };
}
