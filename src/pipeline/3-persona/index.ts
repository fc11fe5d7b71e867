import { columnName, fieldsOf, isOfTitle, matchSelect, selected, type NumberedRule, type Playbook } from '../../playbook';
import type { PipelineTable } from '../table';

/** The tables whose select depends on the personas' conditions: who is looked at, once each, and what they match. */
export const generated: PipelineTable[] = [
  { name: 'persona.profile', isGenerated: true, sql: profile },
  { name: 'persona.person_profile', isGenerated: true, sql: personProfile },
  { name: 'persona.match', isGenerated: true, sql: match },
];

const rulesOf = (playbook: Playbook): NumberedRule[] =>
  playbook.personas.map(({ condition }, at) => ({ number: at + 1, condition }));

const extrasOf = (playbook: Playbook) => fieldsOf(rulesOf(playbook)).filter((field) => !isOfTitle(field));

function profile(playbook: Playbook): string {
  const extras = extrasOf(playbook);
  if (extras.length === 0) {
    return `-- One row per distinct title, and number 0 for people without one. Key: profile_no.
-- No persona asks for more than the title, so the title is the profile.
select title_no as profile_no, title_no
from persona.title
union all
select 0, null`;
  }
  const names = ['title_no', ...extras.map(columnName)].join(', ');
  return `-- One row per distinct title and whatever else the personas ask of a person. Key: profile_no.
-- Numbered in the order of the values, so that the same data gives the same numbers.
with value as (
    select distinct person_title.title_no, ${extras.map(selected).join(', ')}
    ${people(playbook)}
)
select
    cast(row_number() over (order by ${names}) as integer) as profile_no,
    ${names}
from value`;
}

function personProfile(playbook: Playbook): string {
  const extras = extrasOf(playbook);
  if (extras.length === 0) {
    return `-- One row per person. Key: person_no.
-- A person without a title has profile 0.
select
    person.person_no,
    coalesce(person_title.title_no, 0) as profile_no
from canon.person as person
left join persona.person_title as person_title using (person_no)`;
  }
  const same = ['title_no', ...extras.map(columnName)].map((name) => `profile.${name} is not distinct from value.${name}`);
  return `-- One row per person. Key: person_no.
-- Empty values are values here: two people without a country share a profile.
with value as (
    select person.person_no, person_title.title_no, ${extras.map(selected).join(', ')}
    ${people(playbook)}
)
select
    value.person_no,
    profile.profile_no
from value
join persona.profile as profile on ${same.join(' and ')}`;
}

const people = (playbook: Playbook): string => `from canon.person as person
    left join persona.person_title as person_title using (person_no)${
      extrasOf(playbook).some(({ owner }) => owner === 'account')
        ? '\n    left join canon.account as account on account.account_no = person.account_no'
        : ''
    }`;

function match(playbook: Playbook): string {
  const used = fieldsOf(rulesOf(playbook));
  const columns = used.map((field) => (isOfTitle(field) ? selected(field) : `profile.${columnName(field)}`));
  const source = `(
        select ${['profile.profile_no', ...columns].join(', ')}
        from persona.profile as profile
        left join persona.title as title using (title_no)
        left join persona.title_meaning as meaning using (title_no)
    )`;
  return `-- One row per profile and persona that it matches. Key: profile_no, persona_no.
-- A profile may match many; which of them is the persona is decided by their order, in persona.person.
${matchSelect(source, 'profile_no', 'persona_no', rulesOf(playbook))}`;
}
