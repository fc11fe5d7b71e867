import {
  clockFor, columnName, fieldsOf, isOfTitle, joinsOf, matchSelect, noCustom, numberedRule, prepared, selected,
  type CustomColumns, type Field, type NumberedRule, type Playbook,
} from '../../playbook';
import type { PipelineTable } from '../table';
import { factTables } from './facts';
import { localHolder } from './local';

/** The tables whose select depends on the personas' conditions: who is looked at, once each, and what they match. */
export const generated: PipelineTable[] = [
  ...factTables,
  localHolder,
  { name: 'persona.profile', isGenerated: true, sql: profile },
  { name: 'persona.person_profile', isGenerated: true, sql: personProfile },
  { name: 'persona.match', isGenerated: true, sql: match },
];

const rulesOf = (playbook: Playbook): NumberedRule[] =>
  playbook.personas.map(({ condition }, at) => numberedRule(at + 1, condition, 'person', playbook));

/** What the personas ask beside what a title was understood to say, which changes with the dictionary and is joined last. */
const fieldsBeside = (playbook: Playbook, custom: CustomColumns): Field[] => fieldsOf(rulesOf(playbook), custom).filter(({ owner }) => owner !== 'meaning');

/** What they ask of a person beyond the title. */
const fieldsBeyond = (playbook: Playbook, custom: CustomColumns): Field[] => fieldsBeside(playbook, custom).filter((field) => !isOfTitle(field));

function profile(playbook: Playbook, custom = noCustom): string {
  const beyond = fieldsBeyond(playbook, custom);
  const ofTitle = fieldsBeside(playbook, custom).filter(isOfTitle);
  const names = ['title_no', ...beyond.map((field) => columnName(field))];
  const distinct = `select distinct ${['person_title.title_no', ...beyond.map(selected)].join(', ')}\n    ${people(beyond)}`;
  const number = `cast(row_number() over (order by ${names.join(', ')}) as integer)`;
  return `-- One row per distinct title and whatever else the personas ask of a person. Key: profile_no.
-- Where they ask for no more, a title is its own profile, and 0 is that of people without one.
with holder as (
    ${beyond.length === 0 ? 'select title_no from persona.title union all select null' : distinct}
),
value as (
    select ${[...names.map((name) => `holder.${name}`), ...ofTitle.map(selected)].join(', ')}
    from holder${ofTitle.length === 0 ? '' : ' left join persona.title as title using (title_no)'}
)
select
    ${[`${beyond.length === 0 ? 'coalesce(title_no, 0)' : number} as profile_no`, '*', ...prepared(fieldsBeside(playbook, custom), rulesOf(playbook))].join(',\n    ')}
from value`;
}

function personProfile(playbook: Playbook, custom = noCustom): string {
  const beyond = fieldsBeyond(playbook, custom);
  if (beyond.length === 0) {
    return `-- One row per person. Key: person_no.
-- A title is its own profile here; a person without one has profile 0.
select
    person.person_no,
    coalesce(person_title.title_no, 0) as profile_no
from canon.person as person
left join persona.person_title as person_title using (person_no)`;
  }
  const same = ['title_no', ...beyond.map((field) => columnName(field))].map((name) => `profile.${name} is not distinct from value.${name}`);
  return `-- One row per person. Key: person_no.
-- Empty values are values here: two people without a country share a profile.
with value as (
    select person.person_no, person_title.title_no, ${beyond.map(selected).join(', ')}
    ${people(beyond)}
)
select
    value.person_no,
    profile.profile_no
from value
join persona.profile as profile on ${same.join(' and ')}`;
}

function people(used: Field[]): string {
  const account = 'left join canon.account as account on account.account_no = person.account_no';
  const joins = [...(used.some(({ owner }) => owner === 'account') ? [account] : []), ...joinsOf(used, 'person')];
  return ['from canon.person as person', 'left join persona.person_title as person_title using (person_no)', ...joins].join('\n    ');
}

function match(playbook: Playbook, custom = noCustom): string {
  const rules = rulesOf(playbook);
  const meant = fieldsOf(rules, custom).filter(({ owner }) => owner === 'meaning');
  const clock = clockFor(rules);
  return `-- One row per profile and persona that it matches. Key: profile_no, persona_no.
-- A profile may match many; which of them is the persona is decided by their order, in persona.person.
with value as (
    select ${['profile.*', ...meant.map(selected), ...clock.column].join(', ')}
    from persona.profile as profile${meant.length === 0 ? '' : ' left join persona.title_meaning as meaning using (title_no)'}${clock.join}
),
subject as (
    select ${['*', ...prepared(meant, rules)].join(', ')}
    from value
)
${matchSelect('profile_no', 'persona_no', rules, custom)}`;
}
