import {
  clockFor, columnName, fieldsOf, isOfTitle, matchSelect, prepared, selected, type NumberedRule, type Playbook,
} from '../../playbook';
import { seatsOf } from '../0-config/rules';
import type { PipelineTable } from '../table';

/** The tables whose select depends on the conditions of audiences and seats. */
export const generated: PipelineTable[] = [
  { name: 'role.audience_account', isGenerated: true, sql: audienceAccount },
  { name: 'role.profile', isGenerated: true, sql: profile },
  { name: 'role.person_profile', isGenerated: true, sql: personProfile },
  { name: 'role.seat_match', isGenerated: true, sql: seatMatch },
];

function audienceAccount(playbook: Playbook): string {
  const rules = playbook.audiences.map(({ condition }, at) => ({ number: at + 1, condition: condition ?? { all: [] } }));
  const used = fieldsOf(rules);
  const clock = clockFor(rules);
  return `-- One row per audience and account in it. Key: audience_no, account_no.
-- An audience without a condition is every account.
with value as (
    select ${['account.account_no', ...used.map(selected), ...clock.column].join(', ')}
    from canon.account as account${clock.join}
),
subject as (
    select ${['*', ...prepared(used, rules)].join(', ')}
    from value
),
chosen as (
${matchSelect('account_no', 'audience_no', rules)}
)
select audience_no, account_no
from chosen`;
}

/** Only seats that fill themselves: the others wait for a CRM role or a hand. */
function rulesOf(playbook: Playbook): NumberedRule[] {
  return seatsOf(playbook).flatMap(({ seatNo, seat }) =>
    seat.isAutoAssign && seat.condition ? [{ number: seatNo, condition: seat.condition }] : [],
  );
}

function profile(playbook: Playbook): string {
  const used = fieldsOf(rulesOf(playbook));
  const names = used.map(columnName);
  if (used.length === 0) return '-- One row: no seat asks anything of a person. Key: profile_no.\nselect 1 as profile_no';
  return `-- One row per distinct set of facts that the seats ask of a person. Key: profile_no.
-- Numbered in the order of the values, so that the same data gives the same numbers.
with value as (
    select distinct ${used.map(selected).join(', ')}
    ${holders(playbook)}
)
select
    cast(row_number() over (order by ${names.join(', ')}) as integer) as profile_no,
    ${[...names, ...prepared(used, rulesOf(playbook))].join(',\n    ')}
from value`;
}

function personProfile(playbook: Playbook): string {
  const used = fieldsOf(rulesOf(playbook));
  if (used.length === 0) return '-- One row per person. Key: person_no.\nselect person_no, 1 as profile_no\nfrom canon.person';
  const same = used.map(columnName).map((name) => `profile.${name} is not distinct from value.${name}`);
  const value = (key: string): string => `value as (
    select ${[key, ...used.map(selected)].join(', ')}
    ${holders(playbook)}
)`;
  if (!used.every(isOfTitle)) {
    return `-- One row per person. Key: person_no.
-- Empty values are values here: two people without a country share a profile.
with ${value('person.person_no')}
select
    value.person_no,
    profile.profile_no
from value
join role.profile as profile on ${same.join(' and ')}`;
  }
  return `-- One row per person. Key: person_no.
-- The seats ask for nothing but the title, so a title has a profile and people get it by number; 0 is no title.
with ${value('holder.title_no')},
titled as (
    select value.title_no, profile.profile_no
    from value
    join role.profile as profile on ${same.join(' and ')}
)
select
    person.person_no,
    titled.profile_no
from canon.person as person
left join persona.person_title as person_title using (person_no)
join titled on titled.title_no = coalesce(person_title.title_no, 0)`;
}

/** Everything that has the seats' facts: people, or their titles where no more is asked. */
function holders(playbook: Playbook): string {
  const owners = new Set(fieldsOf(rulesOf(playbook)).map(({ owner }) => owner));
  const isTitleEnough = fieldsOf(rulesOf(playbook)).every(isOfTitle);
  return [
    isTitleEnough
      ? 'from (select title_no from persona.title union all select 0) as holder'
      : 'from canon.person as person left join persona.person_title as holder using (person_no)',
    ...(owners.has('title') ? ['left join persona.title as title using (title_no)'] : []),
    ...(owners.has('meaning') ? ['left join persona.title_meaning as meaning using (title_no)'] : []),
    ...(owners.has('typed') ? ['left join persona.person as typed on typed.person_no = person.person_no'] : []),
    ...(owners.has('account') ? ['left join canon.account as account on account.account_no = person.account_no'] : []),
  ].join('\n    ');
}

function seatMatch(playbook: Playbook): string {
  const clock = clockFor(rulesOf(playbook));
  return `-- One row per profile and seat that it fits. Key: profile_no, seat_no.
-- All fitting seats; which one a person gets is decided by the seats' order, in role.first_seat.
with subject as (
    select ${['profile.*', ...clock.column].join(', ')}
    from role.profile as profile${clock.join}
)
${matchSelect('profile_no', 'seat_no', rulesOf(playbook))}`;
}
