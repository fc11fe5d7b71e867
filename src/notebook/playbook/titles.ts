import { quoteText } from '../../engine/quoting';
import { toNormalWords } from '../../playbook/phrases/normal-words';
import { ambiguousPhrases, type AmbiguousPhrase } from '../../playbook/phrases/readings';

/** What the review queue is sorted by. */
export type QueueOrder = 'seats' | 'people';

/** Titles to be looked at together, and how much hangs on them. */
export interface TitleCluster {
  /** The phrase of several meanings that decides them, or the word that those nobody understood share. */
  word: string;
  isAmbiguous: boolean;
  titles: number;
  people: number;
  /**
   * Open seats that could be filled at most: in each group of their accounts as many as lack people, but no more than the
   * cluster has people there who hold no required seat. Those of the past fill none. Whether a rule would then seat them, only a draft tells.
   */
  seats: number;
  examples: string[];
}

/** The letters of a cluster that stand for several things, with what they may mean; null for those that do not. */
export function readingsOf({ word }: { word: string }): AmbiguousPhrase | null {
  return ambiguousPhrases.find(({ phrase }) => phrase === word) ?? null;
}

/**
 * The review queue: titles that a phrase of several meanings decides, by that phrase, and titles without a known function, each
 * under the one of its words that most people without one share. Of these only the two thousand commonest are looked at.
 */
export const clustersSql = (order: QueueOrder): string => `with open_title as (
    select unmatched.title_no, unmatched.job_title, unmatched.people, title.normalised
    from persona.unmatched_title as unmatched
    join persona.title as title using (title_no)
    where unmatched.reason in ('no known phrase', 'a level, no function')
        and unmatched.title_no not in (select title_no from persona.ambiguous_title)
        and unmatched.title_no not in (select title_no from persona.title_hit where axis = 'persona')
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
queued as (
    select word.title_no, arg_max(word.word, shared.people) as word, false as is_ambiguous
    from word
    join shared using (word)
    group by word.title_no
    union all
    select title_no, min(phrase), true
    from persona.ambiguous_title
    group by title_no
),
open_group as (
    select groups.group_no, groups.account_no, facts.people_missing
    from score.group_fact as facts
    join role.buying_group as groups using (group_no)
    where facts.people_missing > 0
),
holder as (
    select queued.word, queued.is_ambiguous, account_person.account_no, account_person.person_no
    from queued
    join persona.title_meaning as meaning using (title_no)
    join persona.person_title as titles using (title_no)
    join canon.account_person as account_person using (person_no)
    where meaning.is_current
),
required as (
    select seated.group_no, seated.person_no
    from role.seated as seated
    join config.seat_need as need using (seat_no)
    where need.is_required
),
free as (
    select holder.word, holder.is_ambiguous, open_group.group_no, least(count(distinct holder.person_no), any_value(open_group.people_missing)) as seats
    from holder
    join open_group using (account_no)
    anti join required on required.group_no = open_group.group_no and required.person_no = holder.person_no
    group by holder.word, holder.is_ambiguous, open_group.group_no
),
hanging as (
    select word, is_ambiguous, sum(seats) as seats
    from free
    group by word, is_ambiguous
)
select
    queued.word,
    queued.is_ambiguous as "isAmbiguous",
    count(*)::integer as titles,
    sum(title.people)::integer as people,
    coalesce(any_value(hanging.seats), 0)::integer as seats,
    list(title.job_title order by title.people desc, title.job_title)[1:4] as examples,
from queued
join persona.title as title using (title_no)
left join hanging using (word, is_ambiguous)
group by queued.word, queued.is_ambiguous
order by ${order === 'seats' ? 'seats desc, people desc' : 'people desc, seats desc'}, queued.word
limit 60`;

/** Whom a phrase is about: titles that hold its words together. */
export interface PhraseReach {
  job_title: string;
  people: number;
  seniority: string;
  function: string;
  /** The persona that most of them are; null for none. */
  persona: string | null;
  all_people: number;
  all_titles: number;
}

/** The commonest titles that hold a phrase (alone: as all of their first part), as they are understood now; null for a phrase without words. */
export function reachSql(phrase: string, isAlone = false): string | null {
  const words = toNormalWords(phrase);
  if (words === '') return null;
  const held = isAlone
    ? `trim(regexp_extract(title.normalised, '^[^,/]*')) = ${quoteText(words)}`
    : `contains(' ' || title.normalised || ' ', ${quoteText(` ${words} `)})`;
  return `select
    title.job_title, title.people, meaning.seniority, meaning.function, typed.persona,
    sum(title.people) over ()::integer as all_people, count(*) over ()::integer as all_titles
from persona.title as title
join persona.title_meaning as meaning using (title_no)
left join (select title_no, min(persona) as persona from persona.profile_meaning group by title_no) as typed using (title_no)
where ${held}
order by title.people desc, title.job_title
limit 6`;
}

/** How many people have a title, and of how many its function is known. */
export interface KnownShare {
  people: number;
  known: number;
}

export const knownSql = `select
    sum(title.people)::integer as people,
    coalesce(sum(title.people) filter (where meaning.function <> 'unknown'), 0)::integer as known
from persona.title as title
join persona.title_meaning as meaning using (title_no)`;
