/** Rows fetched for a result grid; one more is asked for to know whether there are more. */
export const rowLimit = 10_000;

/** A statement cut to `rowLimit`, and how many characters were put before it; what is no select stays as it is. */
export function bounded(sql: string): { sql: string; shift: number } {
  const clean = withoutEnd(sql);
  if (!isSelect(clean)) return { sql: clean, shift: 0 };
  const before = 'select * from (\n';
  return { sql: `${before}${clean}\n) limit ${rowLimit + 1}`, shift: before.length };
}

/** Whether a statement gives rows and can stand inside another one. */
export function isSelect(sql: string): boolean {
  const code = sql.replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, '');
  return /^(?:(?:select|with|from|values)\b|\()/i.test(code);
}

/** Without the blanks and semicolons at its end, which a subquery cannot hold. */
function withoutEnd(sql: string): string {
  return sql.replace(/[\s;]+$/, '');
}
