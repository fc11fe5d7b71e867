import { quoteText } from '../../engine/quoting';

/** A word that titles nobody understood have in common, and how much hangs on it. */
export interface TitleCluster {
  word: string;
  titles: number;
  people: number;
  /** Of its people those whose groups still lack somebody. */
  wanted: number;
  examples: string[];
}

/**
 * Titles without a known function, each under the one of its words that most people without one share; clusters with the
 * most people in groups with an empty seat first. Only the two thousand commonest titles are looked at.
 */
export const clustersSql = `with open_title as (
    select unmatched.title_no, unmatched.job_title, unmatched.people, title.normalised
    from persona.unmatched_title as unmatched
    join persona.title as title using (title_no)
    where unmatched.reason in ('no known phrase', 'a level, no function')
    order by unmatched.people desc, unmatched.title_no
    limit 2000
),
known_level as (
    select distinct phrase
    from config.phrase
    where seniority is not null or effect is not null or modifier is not null
),
word as (
    select distinct title_no, people, unnest(string_split(normalised, ' ')) as word
    from open_title
),
shared as (
    select word, sum(people) as people
    from word
    where (length(word) > 1 or unicode(word) > 12000) and word not in (',', '/') and word not in (select phrase from known_level)
    group by word
),
best as (
    select word.title_no, arg_max(word.word, shared.people) as word
    from word
    join shared using (word)
    group by word.title_no
),
wanting as (
    select distinct groups.account_no
    from score.group_fact as facts
    join role.buying_group as groups using (group_no)
    where facts.people_missing > 0
),
want as (
    select titles.title_no, count(*) as wanted
    from persona.person_title as titles
    join canon.person as people using (person_no)
    join wanting using (account_no)
    where titles.title_no in (select title_no from open_title)
    group by titles.title_no
)
select
    best.word,
    count(*)::integer as titles,
    sum(open_title.people)::integer as people,
    coalesce(sum(want.wanted), 0)::integer as wanted,
    list(open_title.job_title order by open_title.people desc)[1:4] as examples,
from best
join open_title using (title_no)
left join want using (title_no)
group by best.word
order by wanted desc, people desc, best.word
limit 60`;

/** Whom a phrase is about: titles that hold its words together. */
export interface PhraseReach {
  job_title: string;
  people: number;
  seniority: string;
  function: string;
  all_people: number;
  all_titles: number;
}

/** The commonest titles that hold a phrase, as they are understood now; null for a phrase without words. */
export function reachSql(phrase: string): string | null {
  const words = phrase.trim().toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  if (words === '') return null;
  return `select title.job_title, title.people, meaning.seniority, meaning.function, sum(title.people) over ()::integer as all_people, count(*) over ()::integer as all_titles
from persona.title as title
join persona.title_meaning as meaning using (title_no)
where contains(' ' || title.normalised || ' ', ${quoteText(` ${words} `)})
order by title.people desc, title.job_title
limit 6`;
}
