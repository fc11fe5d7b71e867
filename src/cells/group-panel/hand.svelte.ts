import type { CellContext } from '../context';
import { rowsOf } from '../rows';
import { handKeysSql, toHandAction, type HandKeys } from './hand';

/** What deciding asks of the page. */
type Doors = Pick<CellContext, 'query' | 'seat' | 'unseat' | 'author'>;

/** The group of the panel: its number, and its seats in order. */
interface Group {
  groupNo: number;
  roles: readonly string[];
}

/** What a panel's user decides by hand about people of its group, one or several at a time, and whom they have picked for it. */
export class HandState {
  readonly #context: Doors;
  readonly #group: () => Group;
  #picked = $state.raw<readonly number[]>([]);
  #fault = $state.raw<string | null>(null);
  #last: number | null = null;

  constructor(context: Doors, group: () => Group) {
    this.#context = context;
    this.#group = group;
  }

  /** The group's seats, in order. */
  get roles(): readonly string[] {
    return this.#group().roles;
  }

  get picked(): readonly number[] {
    return this.#picked;
  }

  /** Why the last decision could not be made. */
  get fault(): string | null {
    return this.#fault;
  }

  /** Picks a person or lets go of them; with `isRange`, all that `listed` has between them and the one before. */
  pick(person: number, isOn: boolean, isRange: boolean, listed: readonly number[]): void {
    const [from, to] = [listed.indexOf(isRange ? (this.#last ?? person) : person), listed.indexOf(person)];
    const meant = from < 0 ? [person] : listed.slice(Math.min(from, to), Math.max(from, to) + 1);
    const others = this.#picked.filter((each) => !meant.includes(each));
    this.#picked = isOn ? [...others, ...meant] : others;
    this.#last = person;
  }

  clear(): void {
    this.#picked = [];
    this.#last = null;
  }

  /** Puts people into a seat, or out of the group (null): one step of undo. */
  async seat(people: readonly number[], role: string | null, note = ''): Promise<void> {
    const keys = await this.#keysOf(people);
    const actions = keys.flatMap((each) => toHandAction(each, role, { note, by: this.#context.author }) ?? []);
    this.#fault = actions.length < people.length ? unnamed(people.length - actions.length) : null;
    if (actions.length > 0) this.#context.seat(actions);
    this.clear();
  }

  /** Leaves people to the rules again: one step of undo. */
  async unseat(people: readonly number[]): Promise<void> {
    const keys = await this.#keysOf(people);
    this.#context.unseat(keys.flatMap((each) => toHandAction(each, null) ?? []));
    this.clear();
  }

  async #keysOf(people: readonly number[]): Promise<HandKeys[]> {
    return rowsOf<HandKeys>(await this.#context.query(handKeysSql(this.#group().groupNo, people)));
  }
}

const unnamed = (people: number): string =>
  `${people === 1 ? 'One person' : `${people} people`} could not be decided about: the files give neither an id nor an e-mail address nor a name to know them by next month.`;
