import { plural } from '../../ui/format';

/** What became of the moves that files record. */
export interface MoveCounts {
  /** Moves of buying groups up to the as-of day. */
  moves: number;
  rejected: number;
  /** Rows of stage histories that are about opportunities: the deal's own, which move no group. */
  of_deals: number;
  /** Rows about an account that lack a solution interest, so that nobody can tell which group moved. */
  unclear: number;
}

/** One row. */
export const moveCountsSql = `select
    (select count(*) from score.stage_move)::integer as moves,
    (select count(*) from score.rejected_move)::integer as rejected,
    count(*) filter (where fate = 'kept' and opportunity_id is not null)::integer as of_deals,
    count(*) filter (where fate = 'kept' and opportunity_id is null and solution_interest is null)::integer as unclear,
from canon.stage_change_record`;

/** A recorded move that the model does not allow. */
export interface RejectedMove {
  file_no: number;
  source_row: number;
  file_name: string | null;
  account_name: string | null;
  solution_interest: string;
  from_stage: string | null;
  to_stage: string | null;
  changed_at: Date | null;
  reason: string;
}

/** How many are shown; the rest is in the table. */
export const shownMoves = 100;

/** The last moves first, those without a date before them. */
export const rejectedMovesSql = `select file_no, source_row, file_name, account_name, solution_interest, from_stage, to_stage, changed_at, reason
from score.rejected_move
order by changed_at desc nulls first, file_no, source_row
limit ${shownMoves}`;

/** What there is to say of the moves in one or more sentences. */
export function moveWords({ moves, rejected, of_deals, unclear }: MoveCounts): string {
  const sentences = [
    fateWords(moves, rejected),
    ...(of_deals > 0 ? [`${plural(of_deals, 'row')} of stage histories ${of_deals === 1 ? 'is' : 'are'} about opportunities: that is how the deal went, and moves no group.`] : []),
    ...(unclear > 0 ? [`${plural(unclear, 'row')} ${unclear === 1 ? 'names' : 'name'} no solution interest, so that nobody can tell which group moved.`] : []),
  ];
  return sentences.join(' ');
}

function fateWords(moves: number, rejected: number): string {
  const all = plural(moves, 'recorded move');
  if (moves === 0) return 'No loaded file records a move of a buying group.';
  if (rejected === 0) return `The model allows ${moves === 1 ? 'the one recorded move' : `all ${all}`}.`;
  if (rejected === moves) return moves === 1 ? 'The one recorded move could not be applied.' : `None of ${all} could be applied.`;
  return `${plural(rejected, 'move')} of ${all} could not be applied.`;
}

/** The columns of a file of moves: what each is for, and a header it is known by. */
export const moveColumns: { header: string; what: string; isNeeded: boolean }[] = [
  { header: 'Account ID', what: 'whose group moved', isNeeded: true },
  { header: 'Solution Interest', what: 'which of its groups', isNeeded: true },
  { header: 'To Stage', what: 'where it stands from then on, by the name of a stage here', isNeeded: true },
  { header: 'Changed At', what: 'when', isNeeded: true },
  { header: 'From Stage', what: 'where it stood before; only a first move out of an entry needs it', isNeeded: false },
];
