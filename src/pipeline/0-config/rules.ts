import type { Playbook } from '../../playbook';
import type { ConfigTable } from './create';

/** Personas, roles, templates with their seats, audiences and interests as rows; each numbered from 1 as the playbook orders them. */
export function ruleTables(playbook: Playbook): ConfigTable[] {
  const seats = seatsOf(playbook);
  return [
    {
      name: 'config.persona',
      columns: { persona_no: 'integer', persona: 'text' },
      rows: playbook.personas.map((persona, at) => [at + 1, persona.name]),
    },
    {
      name: 'config.role',
      columns: { role_no: 'integer', role: 'text' },
      rows: playbook.roles.map((role, at) => [at + 1, role]),
    },
    {
      name: 'config.template',
      columns: { template_no: 'integer', template: 'text', is_live: 'boolean' },
      rows: playbook.templates.map((template, at) => [at + 1, template.name, template.isLive]),
    },
    {
      name: 'config.seat',
      columns: {
        seat_no: 'integer',
        template_no: 'integer',
        position: 'integer',
        role: 'text',
        weighting: 'text',
        weight: 'double',
        people_required: 'integer',
        is_required: 'boolean',
        is_auto_assign: 'boolean',
      },
      rows: seats.map(({ seatNo, templateNo, position, seat }) => [
        seatNo,
        templateNo,
        position,
        seat.role,
        seat.weighting,
        playbook.weightings[seat.weighting] ?? null,
        seat.people,
        seat.isRequired,
        seat.isAutoAssign,
      ]),
    },
    {
      // What matching needs of a seat, so that a change of weight or of people needed does not match anyone again.
      name: 'config.seat_order',
      columns: { seat_no: 'integer', template_no: 'integer', position: 'integer', role: 'text', is_auto_assign: 'boolean' },
      rows: seats.map(({ seatNo, templateNo, position, seat }) => [seatNo, templateNo, position, seat.role, seat.isAutoAssign]),
    },
    {
      // What completeness needs of a seat, so that a change of weight does not count anyone again.
      name: 'config.seat_need',
      columns: { seat_no: 'integer', template_no: 'integer', position: 'integer', role: 'text', people_required: 'integer', is_required: 'boolean' },
      rows: seats.map(({ seatNo, templateNo, position, seat }) => [seatNo, templateNo, position, seat.role, seat.people, seat.isRequired]),
    },
    {
      name: 'config.audience',
      columns: { audience_no: 'integer', audience: 'text' },
      rows: playbook.audiences.map((audience, at) => [at + 1, audience.name]),
    },
    {
      name: 'config.interest',
      columns: { interest_no: 'integer', solution_interest: 'text', template_no: 'integer', audience_no: 'integer' },
      rows: playbook.interests.map((interest, at) => [
        at + 1,
        interest.name,
        numberOf(interest.template, playbook.templates),
        numberOf(interest.audience, playbook.audiences),
      ]),
    },
  ];
}

/** Every seat of every template, in order, with its numbers; `position` counts from 1 inside a template. */
export function seatsOf(playbook: Playbook) {
  const places = playbook.templates.flatMap((template, at) =>
    template.seats.map((seat, index) => ({ templateNo: at + 1, position: index + 1, seat })),
  );
  return places.map((place, at) => ({ seatNo: at + 1, ...place }));
}

function numberOf(name: string, list: { name: string }[]): number | null {
  const at = list.findIndex((each) => each.name === name);
  return at < 0 ? null : at + 1;
}
