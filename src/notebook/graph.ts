import { cellTypes } from '../cells';
import type { Cell } from './spec';

/** What one cell asks and reads. */
export interface Node {
  id: string;
  sql: string | null;
  /** `schema.table` names in the SQL, `cell.<name>` among them. */
  reads: readonly string[];
  /** Ids of the cells it reads. */
  needs: readonly string[];
  /** Set when it can never run: it reads itself, through these names. */
  cycle: readonly string[] | null;
}

/** The cells in an order in which each comes after those it reads, otherwise as they stand in the notebook. */
export function toGraph(cells: readonly Cell[]): Node[] {
  const owners = new Map(cells.flatMap((cell) => (cell.name ? [[`cell.${cell.name}`, cell.id] as const] : [])));
  const names = new Map([...owners].map(([name, id]) => [id, name]));
  const nodes = new Map(cells.map((cell) => [cell.id, toNode(cell, owners)]));
  const order: Node[] = [];
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    const node = nodes.get(id);
    if (!node || done.has(id)) return;
    if (path.includes(id)) {
      const cycle = [...path.slice(path.indexOf(id)), id];
      const shown = cycle.map((each) => names.get(each) ?? each);
      for (const each of cycle) mark(nodes, each, shown);
      return;
    }
    for (const need of node.needs) visit(need, [...path, id]);
    if (done.has(id)) return;
    done.add(id);
    order.push(nodes.get(id) ?? node);
  };
  for (const id of nodes.keys()) visit(id, []);
  return order.map((node) => nodes.get(node.id) ?? node);
}

/** The `schema.table` names in a piece of SQL; comments and texts do not count. */
export function tablesIn(sql: string): string[] {
  const code = sql.replace(/--[^\n]*/g, '').replace(/\/\*[\s\S]*?\*\//g, '').replace(/'(?:[^']|'')*'/g, "''");
  const found = code.matchAll(/\b(config|ingest|canon|persona|role|score|cell)\s*\.\s*"?([a-z_][a-z_0-9]*)"?/gi);
  return [...new Set([...found].map(([, schema = '', table = '']) => `${schema}.${table}`.toLowerCase()))];
}

/** These ids and every cell that reads them, through any number of steps. */
export function withReaders(ids: Iterable<string>, nodes: readonly Node[]): Set<string> {
  const all = new Set(ids);
  // Nodes come in order, so one pass reaches every reader.
  for (const node of nodes) if (node.needs.some((need) => all.has(need))) all.add(node.id);
  return all;
}

function toNode(cell: Cell, owners: ReadonlyMap<string, string>): Node {
  const sql = cellTypes.get(cell.kind)?.query(cell.options) ?? null;
  const reads = sql ? tablesIn(sql) : [];
  const needs = reads.flatMap((name) => owners.get(name) ?? []);
  return { id: cell.id, sql, reads, needs, cycle: null };
}

function mark(nodes: Map<string, Node>, id: string, cycle: readonly string[]): void {
  const node = nodes.get(id);
  if (node) nodes.set(id, { ...node, cycle });
}
