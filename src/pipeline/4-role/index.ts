import { quoteText } from '../../engine/quoting';
import {
  accountSelect, clockFor, columnName, fieldsOf, isOfTitle, joinsOf, matchSelect, missingFields, noCustom, numberedRule, prepared, selected,
  type CustomColumns, type NumberedRule, type Playbook,
} from '../../playbook';
import { seatsOf } from '../0-config/rules';
import type { PipelineTable } from '../table';

/** The tables whose select depends on the conditions of audiences and seats. */
export const generated: PipelineTable[] = [
  { name: 'role.audience_account', isGenerated: true, sql: audienceAccount },
  { name: 'role.profile', isGenerated: true, sql: profile },
  { name: 'role.person_profile', isGenerated: true, sql: personProfile },
  { name: 'role.seat_match', isGenerated: true, sql: seatMatch },
  { name: 'role.missing_field', isGenerated: true, sql: missingField },
];

function audienceAccount(playbook: Playbook, custom = noCustom): string {
  const rules = playbook.audiences.map(({ condition }, at) => numberedRule(at + 1, condition ?? { all: [] }, 'account', playbook));
  return `-- One row per audience and account in it. Key: audience_no, account_no.
-- An audience without a condition is every account.
${accountSelect(rules, 'audience_no', custom)}
select audience_no, account_no
from chosen`;
}

/** Only seats that fill themselves: the others wait for a CRM role or a hand. */
function rulesOf(playbook: Playbook): NumberedRule[] {
  return seatsOf(playbook).flatMap(({ seatNo, seat }) =>
    seat.isAutoAssign && seat.condition ? [numberedRule(seatNo, seat.condition, 'person', playbook)] : [],
  );
}

function profile(playbook: Playbook, custom = noCustom): string {
  const used = fieldsOf(rulesOf(playbook), custom);
  const names = used.map((field) => columnName(field));
  if (used.length === 0) return '-- One row: no seat asks anything of a person. Key: profile_no.\nselect 1 as profile_no';
  return `-- One row per distinct set of facts that the seats ask of a person. Key: profile_no.
-- Numbered in the order of the values, so that the same data gives the same numbers.
with value as (
    select distinct ${used.map(selected).join(', ')}
    ${holders(playbook, custom)}
)
select
    cast(row_number() over (order by ${names.join(', ')}) as integer) as profile_no,
    ${[...names, ...prepared(used, rulesOf(playbook))].join(',\n    ')}
from value`;
}

function personProfile(playbook: Playbook, custom = noCustom): string {
  const used = fieldsOf(rulesOf(playbook), custom);
  if (used.length === 0) return '-- One row per person. Key: person_no.\nselect person_no, 1 as profile_no\nfrom canon.person';
  const same = used.map((field) => columnName(field)).map((name) => `profile.${name} is not distinct from value.${name}`);
  const value = (key: string): string => `value as (
    select ${[key, ...used.map(selected)].join(', ')}
    ${holders(playbook, custom)}
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
function holders(playbook: Playbook, custom: CustomColumns): string {
  const owners = new Set(fieldsOf(rulesOf(playbook), custom).map(({ owner }) => owner));
  const isTitleEnough = fieldsOf(rulesOf(playbook), custom).every(isOfTitle);
  return [
    isTitleEnough
      ? 'from (select title_no from persona.title union all select 0) as holder'
      : 'from canon.person as person left join persona.person_title as holder using (person_no)',
    ...(owners.has('title') ? ['left join persona.title as title using (title_no)'] : []),
    ...(owners.has('meaning') ? ['left join persona.title_meaning as meaning using (title_no)'] : []),
    ...(owners.has('typed') ? ['left join persona.person as typed on typed.person_no = person.person_no'] : []),
    ...(owners.has('account') ? ['left join canon.account as account on account.account_no = person.account_no'] : []),
    ...joinsOf(fieldsOf(rulesOf(playbook), custom), 'person'),
  ].join('\n    ');
}

function seatMatch(playbook: Playbook, custom = noCustom): string {
  const clock = clockFor(rulesOf(playbook));
  return `-- One row per profile and seat that it fits. Key: profile_no, seat_no.
-- All fitting seats; which one a person gets is decided by the seats' order, in role.first_seat.
with subject as (
    select ${['profile.*', ...clock.column].join(', ')}
    from role.profile as profile${clock.join}
)
${matchSelect('profile_no', 'seat_no', rulesOf(playbook), custom)}`;
}

function missingField(playbook: Playbook, custom = noCustom): string {
  const rows = missingFields(playbook, custom).map(({ path, usedBy, field }) => `select ${quoteText(path)} as path, ${quoteText(usedBy)} as used_by, ${quoteText(field)} as field`);
  return `-- One row per rule and custom field that it asks for and no loaded file has. Key: path, field.
-- Such a field is empty everywhere: the rule runs, and finds nothing by it.
${rows.join('\nunion all\n') || 'select null::varchar as path, null::varchar as used_by, null::varchar as field where false'}`;
}
