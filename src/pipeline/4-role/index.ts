import { quoteText } from '../../engine/quoting';
import {
  accountSelect, clockFor, columnName, fieldsOf, isOfTitle, joinsOf, matchSelect, missingFields, noCustom, numberedRule, prepared, selected,
  type CustomColumns, type Field, type NumberedRule, type Playbook,
} from '../../playbook';
import { seatsOf } from '../0-config/rules';
import type { PipelineTable } from '../table';

/** The tables whose select depends on the conditions of audiences and seats. */
export const generated: PipelineTable[] = [
  { name: 'role.audience_account', isGenerated: true, sql: audienceAccount },
  { name: 'role.profile', isGenerated: true, sql: profile },
  { name: 'role.holder', isGenerated: true, sql: holder },
  { name: 'role.person_holder', isGenerated: true, sql: personHolder },
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

const same = (used: readonly Field[]): string =>
  used.map((field) => columnName(field)).map((name) => `profile.${name} is not distinct from value.${name}`).join(' and ');

/** Where the seats ask for nothing but the title, a title holds all that they ask. */
const isTitleEnough = (used: readonly Field[]): boolean => used.length > 0 && used.every(isOfTitle);

function holder(playbook: Playbook, custom = noCustom): string {
  const used = fieldsOf(rulesOf(playbook), custom);
  if (!isTitleEnough(used)) {
    return `-- One row per holder: a distinct set of facts that the seats ask of a person. Key: holder_no.
-- What they ask is of people, so that a profile holds itself.
select profile_no as holder_no, profile_no
from role.profile`;
  }
  return `-- One row per holder: a distinct title, and 0 for none. Key: holder_no.
-- The seats ask for nothing but the title. Many titles share a profile, by what they mean; people keep their title whatever it means.
with value as (
    select ${['holder.title_no', ...used.map(selected)].join(', ')}
    ${holders(playbook, custom)}
)
select
    value.title_no as holder_no,
    profile.profile_no
from value
join role.profile as profile on ${same(used)}`;
}

function personHolder(playbook: Playbook, custom = noCustom): string {
  const used = fieldsOf(rulesOf(playbook), custom);
  if (used.length === 0) return '-- One row per person. Key: person_no.\nselect person_no, 1 as holder_no\nfrom canon.person';
  if (!isTitleEnough(used)) {
    return `-- One row per person. Key: person_no.
-- Empty values are values here: two people without a country share a profile.
with value as (
    select ${['person.person_no', ...used.map(selected)].join(', ')}
    ${holders(playbook, custom)}
)
select
    value.person_no,
    profile.profile_no as holder_no
from value
join role.profile as profile on ${same(used)}`;
  }
  return `-- One row per person. Key: person_no.
-- By the title's number, which no phrase changes; 0 is no title.
select
    person.person_no,
    coalesce(person_title.title_no, 0) as holder_no
from canon.person as person
left join persona.person_title as person_title using (person_no)`;
}

/** Everything that has the seats' facts: people, or their titles where no more is asked. */
function holders(playbook: Playbook, custom: CustomColumns): string {
  const used = fieldsOf(rulesOf(playbook), custom);
  const owners = new Set(used.map(({ owner }) => owner));
  return [
    isTitleEnough(used)
      ? 'from (select title_no from persona.title union all select 0) as holder'
      : 'from canon.person as person left join persona.person_title as holder using (person_no)',
    ...(owners.has('title') ? ['left join persona.title as title using (title_no)'] : []),
    ...(owners.has('meaning') ? ['left join persona.title_meaning as meaning using (title_no)'] : []),
    ...(owners.has('typed') ? ['left join persona.person as typed on typed.person_no = person.person_no'] : []),
    ...(owners.has('account') ? ['left join canon.account as account on account.account_no = person.account_no'] : []),
    ...joinsOf(used, 'person'),
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
