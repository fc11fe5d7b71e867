import { expect, test } from 'vitest';
import { tablesIn, toGraph, withReaders } from '../../src/notebook/graph';
import { toCell } from '../../src/notebook/spec';

const sqlCell = (id: string, sql: string, name?: string) => toCell({ id, kind: 'sql', ...(name ? { name } : {}), options: { sql } });

test('a cell reads the tables its SQL names, but not those in comments and texts', () => {
  const sql = `select 'score.member' -- score.seat
    from Score.Buying_Group join cell."mine" on true /* canon.person */`;
  expect(tablesIn(sql)).toEqual(['score.buying_group', 'cell.mine']);
});

test('a cell comes after those it reads, wherever it stands', () => {
  const cells = [sqlCell('c', 'from cell.b'), sqlCell('b', 'from cell.a', 'b'), sqlCell('a', 'select 1', 'a')];
  expect(toGraph(cells).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('cells that read nothing of each other stay in the order of the notebook', () => {
  expect(toGraph([sqlCell('x', 'select 1'), sqlCell('y', 'select 2')]).map(({ id }) => id)).toEqual(['x', 'y']);
});

test('cells that read each other are told by which path', () => {
  const nodes = toGraph([sqlCell('1', 'from cell.b', 'a'), sqlCell('2', 'from cell.a', 'b'), sqlCell('3', 'select 1')]);
  expect(nodes.find(({ id }) => id === '1')?.cycle).toEqual(['cell.a', 'cell.b', 'cell.a']);
  expect(nodes.find(({ id }) => id === '2')?.cycle).toEqual(['cell.a', 'cell.b', 'cell.a']);
  expect(nodes.find(({ id }) => id === '3')?.cycle).toBeNull();
  expect(nodes).toHaveLength(3);
});

test('a cell that reads itself is a circle of one', () => {
  expect(toGraph([sqlCell('1', 'from cell.a', 'a')])[0]?.cycle).toEqual(['cell.a', 'cell.a']);
});

test('an edit reaches every reader through any number of steps', () => {
  const nodes = toGraph([sqlCell('a', 'select 1', 'a'), sqlCell('b', 'from cell.a', 'b'), sqlCell('c', 'from cell.b'), sqlCell('d', 'select 2')]);
  expect([...withReaders(['a'], nodes)]).toEqual(['a', 'b', 'c']);
});
