import type { Result } from '../../ui/result';
import { rowsOf } from '../rows';
import { nearestSql, groupSql, membersSql, othersSql, seatsSql } from './queries';

export interface GroupFacts {
  group_no: number;
  account_name: string;
  solution_interest: string;
  template: string;
  industry: string | null;
  country: string | null;
  owner: string | null;
  stage: string;
  completeness: number | null;
  engagement: number;
  engaged_members: number;
  members: number;
  seats_filled: number;
  seats_required: number;
  open_pipeline: number | null;
  open_opportunities: number;
  won_amount: number | null;
  currency: string | null;
  last_activity_at: Date | null;
  next_step: string;
  reason: string;
  complete: number;
  engaged: number;
  as_of: Date | null;
}

export interface SeatRow {
  seat_no: number;
  role: string;
  weighting: string;
  people: number;
  people_required: number;
  is_required: boolean;
  missing: number;
}

export interface MemberRow {
  person_no: number;
  seat_no: number;
  role: string;
  full_name: string | null;
  email: string | null;
  job_title: string | null;
  seniority: string | null;
  function: string | null;
  persona: string | null;
  engagement: number | null;
  activities: number | null;
  last_activity_at: Date | null;
  source: string;
  rule: string | null;
  phrases: string[] | null;
  file_name: string | null;
  source_row: number | null;
  /** How the person was found to be the account's; null for one put into the group from elsewhere. */
  matched_by: string | null;
  /** 0 to 1. */
  match_score: number | null;
  /** How alike the company's name and the account's are, 0 to 1; null unless that decided. */
  similarity: number | null;
  made_at: Date | null;
  /** Who decided and why, where that was said. */
  author: string | null;
  note: string | null;
  /** The file and its row that told of it, as a contact role or a journey's action; null: none did. */
  told_file_name: string | null;
  told_row: number | null;
  /** The deal in which the CRM gives the role. */
  opportunity: string | null;
  opportunity_stage: string | null;
  /** The account that the files put them at, where it is another; null: they are the group's own. */
  elsewhere: string | null;
}

export interface NearestRow {
  seat_no: number;
  completeness_gain: number | null;
  nearest_person: string | null;
  nearest_job_title: string | null;
}

export interface OtherRow {
  person_no: number;
  full_name: string | null;
  job_title: string | null;
  engagement: number;
  reason: string;
  /** What took them out, when, by whom and why; null: nothing did. */
  source: string | null;
  made_at: Date | null;
  author: string | null;
  note: string | null;
}

/** A seat of a group with who sits in it and, when someone is missing, who comes nearest. */
export interface SeatView extends SeatRow {
  members: MemberRow[];
  nearest: NearestRow | null;
}

export interface GroupView {
  facts: GroupFacts;
  seats: SeatView[];
  others: OtherRow[];
}

type Load = { status: 'loading'; view: GroupView | null } | { status: 'done'; view: GroupView } | { status: 'failed'; message: string; view: null };

/** One buying group, read when its panel opens and again after each run; an answer about another group is refused. */
export class GroupPanelState {
  #load = $state.raw<Load>({ status: 'loading', view: null });
  #asked = 0;

  get load(): Load {
    return this.#load;
  }

  async show(groupNo: number, query: (sql: string) => Promise<Result>): Promise<void> {
    const turn = ++this.#asked;
    const isSame = this.#load.view?.facts.group_no === groupNo;
    this.#load = { status: 'loading', view: isSame ? this.#load.view : null };
    try {
      const [facts, seats, members, nearest, others] = await Promise.all([groupSql, seatsSql, membersSql, nearestSql, othersSql].map((sql) => query(sql(groupNo))));
      if (turn !== this.#asked) return;
      const [group] = rowsOf<GroupFacts>(facts ?? null);
      this.#load = group
        ? { status: 'done', view: { facts: group, seats: toSeats(rowsOf(seats ?? null), rowsOf(members ?? null), rowsOf(nearest ?? null)), others: rowsOf(others ?? null) } }
        : { status: 'failed', message: 'This buying group is no more: the files or the playbook have changed.', view: null };
    } catch (thrown) {
      if (turn === this.#asked) this.#load = { status: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown), view: null };
    }
  }
}

/** Seats in template order, each with its members and its nearest person. */
export function toSeats(seats: SeatRow[], members: MemberRow[], nearest: NearestRow[]): SeatView[] {
  return seats.map((seat) => ({
    ...seat,
    members: members.filter((member) => member.seat_no === seat.seat_no),
    nearest: nearest.find((row) => row.seat_no === seat.seat_no) ?? null,
  }));
}
