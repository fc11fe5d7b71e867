import type { Condition, Seat, Template } from '../playbook';

/** The seats of a group that buys for the departments `functions`, in the order in which people are given them. */
export function templateFor(name: string, functions: string[]): Template {
  return { name, isLive: true, seats: seatsFor(functions) };
}

const isCurrent: Condition = { field: 'title.is_current', op: 'is', value: true };
const seniority = (...levels: string[]): Condition => ({ field: 'title.seniority', op: 'is one of', value: levels });
const duty = (functions: string[]): Condition => ({ field: 'title.function', op: 'is one of', value: functions });
/** Those who look at every purchase, whatever it is. */
const reviewers = ['finance', 'procurement', 'legal', 'operations', 'strategy'];

function seatsFor(functions: string[]): Seat[] {
  const inside = duty(functions);
  const seat = (role: string, weighting: string, people: number, isRequired: boolean, condition: Condition): Seat => ({
    role,
    weighting,
    people,
    isRequired,
    isAutoAssign: true,
    condition: { all: [isCurrent, condition] },
  });
  return [
    seat('Decision Maker', 'Vital', 1, true, { all: [seniority('c_level', 'vp', 'owner'), inside] }),
    seat('Executive Steering Committee', 'Important', 1, false, seniority('owner', 'board', 'c_level')),
    seat('Champion', 'Important', 1, true, { all: [seniority('director'), inside] }),
    seat('Influencer', 'Normal', 2, true, {
      any: [
        { all: [seniority('manager', 'lead'), inside] },
        { all: [seniority('vp', 'director'), duty(reviewers)] },
      ],
    }),
    seat('Practitioner', 'Minor', 2, true, { all: [seniority('senior', 'staff', 'junior'), inside] }),
    { role: 'Other', weighting: 'Trivial', people: 1, isRequired: false, isAutoAssign: false, condition: null },
  ];
}
