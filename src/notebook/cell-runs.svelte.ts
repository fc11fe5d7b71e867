/* eslint-disable svelte/prefer-svelte-reactivity -- what views read is replaced whole in $state.raw; the rest is nobody's view */
import { idleRun, type CellRun } from '../cells';
import { EngineError } from '../engine/errors';
import type { Result } from '../ui/result';
import { withReaders, type Node } from './graph';

/** What running cells takes: one statement's result, and a view other cells read a named one by. */
export interface Asker {
  ask(sql: string): Promise<Result>;
  /** Makes `cell.<name>` stand for a query; dropped names are left to be replaced. */
  name(name: string, sql: string): Promise<void>;
}

/**
 * The state of every cell. Cells run one after the other, each after those it reads. A result that is no longer asked
 * for when it comes is refused; a failed cell keeps its last good result.
 */
export class CellRuns {
  #runs = $state.raw<ReadonlyMap<string, CellRun>>(new Map());
  #isBusy = $state.raw(false);
  #nodes: readonly Node[] = [];
  #names = new Map<string, string>();
  #wanted = new Set<string>();
  /** One more each time what a cell would run changes. */
  #versions = new Map<string, number>();
  #asker: Asker | null = null;

  get isBusy(): boolean {
    return this.#isBusy;
  }

  of(id: string): CellRun {
    return this.#runs.get(id) ?? idleRun;
  }

  /** Cells may run from now on: everything that can be run is. */
  connect(asker: Asker | null): void {
    this.#asker = asker;
    for (const node of this.#nodes) this.#outdate(node.id);
    if (asker) this.run();
  }

  /** Takes a new version of the notebook: what changed, and what reads it, is stale; `isEager` says what runs by itself. */
  update(nodes: readonly Node[], names: ReadonlyMap<string, string>, isEager: (id: string) => boolean): void {
    const before = new Map(this.#nodes.map((node) => [node.id, node]));
    const changed = nodes.filter((node) => isOther(before.get(node.id), node) || names.get(node.id) !== this.#names.get(node.id));
    this.#nodes = nodes;
    this.#names = new Map(names);
    const kept = new Set(nodes.map((node) => node.id));
    this.#runs = new Map([...this.#runs].filter(([id]) => kept.has(id)));
    for (const id of withReaders(changed.map((node) => node.id), nodes)) this.#outdate(id);
    this.run(changed.map((node) => node.id).filter(isEager));
  }

  /** Tables were made again: the cells that read them run again, and so do those that say no table at all. */
  refresh(tables: ReadonlySet<string>): void {
    const touched = this.#nodes.filter((node) => node.reads.length === 0 || node.reads.some((read) => tables.has(read)));
    for (const id of withReaders(touched.map((node) => node.id), this.#nodes)) this.#outdate(id);
    this.run();
  }

  /** Runs these cells and all that reads them; every stale cell when none are named. */
  run(ids?: readonly string[]): void {
    const asked = ids ? withReaders(ids, this.#nodes) : new Set(this.#nodes.map((node) => node.id));
    for (const id of asked) if (this.of(id).status !== 'done' || ids?.includes(id)) this.#wanted.add(id);
    void this.#drain();
  }

  /** Wants nothing any more; a result still under way is refused. */
  cancel(): void {
    for (const id of this.#wanted) this.#outdate(id);
    this.#wanted.clear();
  }

  /** Resolves when nothing is wanted or under way. */
  async settled(): Promise<void> {
    while (this.#isBusy) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  async #drain(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let node = this.#next(); node && this.#asker; node = this.#next()) await this.#runOne(node, this.#asker);
    this.#isBusy = false;
  }

  #next(): Node | undefined {
    return this.#nodes.find((node) => this.#wanted.has(node.id));
  }

  async #runOne(node: Node, asker: Asker): Promise<void> {
    const { id, sql } = node;
    const version = this.#versions.get(id) ?? 0;
    const isLate = () => (this.#versions.get(id) ?? 0) !== version;
    const unwant = () => void this.#wanted.delete(id);
    if (sql === null) {
      unwant();
      return this.#set(id, { ...idleRun });
    }
    const obstacle = this.#obstacleOf(node);
    if (obstacle) {
      unwant();
      return this.#set(id, { status: 'failed', error: { message: obstacle, position: null } });
    }
    this.#set(id, { status: 'running' });
    const started = performance.now();
    try {
      const result = await asker.ask(sql);
      const name = this.#names.get(id);
      if (name && !isLate()) await asker.name(name, sql);
      if (isLate()) return;
      unwant();
      this.#set(id, { status: 'done', result, error: null, ms: performance.now() - started });
    } catch (thrown) {
      if (isLate()) return;
      unwant();
      this.#set(id, thrown instanceof EngineError && thrown.code === 'engine.cancelled' ? { status: 'stale' } : failure(thrown));
    }
  }

  /** Why a cell cannot run whatever its own SQL says; null when it can. */
  #obstacleOf(node: Node): string | null {
    if (node.cycle) return `These cells read each other in a circle: ${node.cycle.join(' → ')}.`;
    const broken = node.needs.find((need) => this.of(need).status === 'failed');
    if (broken !== undefined) return `It reads cell.${this.#names.get(broken) ?? broken}, which failed.`;
    return null;
  }

  #outdate(id: string): void {
    this.#versions.set(id, (this.#versions.get(id) ?? 0) + 1);
    if (this.of(id).status !== 'idle' || this.of(id).result) this.#set(id, { status: 'stale', error: null });
  }

  #set(id: string, change: Partial<CellRun>): void {
    if (!this.#nodes.some((node) => node.id === id)) return;
    this.#runs = new Map(this.#runs).set(id, { ...this.of(id), ...change });
  }
}

function failure(thrown: unknown): Partial<CellRun> {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const position = error instanceof EngineError ? error.position : null;
  return { status: 'failed', error: { message: error.message, position } };
}

function isOther(before: Node | undefined, after: Node): boolean {
  return !before || before.sql !== after.sql || String(before.cycle) !== String(after.cycle) || String(before.needs) !== String(after.needs);
}
