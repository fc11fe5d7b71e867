/**
 * Why DuckDB (RE2) would refuse a regular expression, or null. JavaScript's own check finds the common slips;
 * what JavaScript allows and RE2 does not is listed here.
 */
export function patternFault(pattern: string): string | null {
  if (pattern === '') return 'the pattern is empty';
  for (const [refused, reason] of refusals) if (refused.test(pattern)) return reason;
  try {
    new RegExp(pattern.replace(/^\(\?[imsU]+\)/, ''));
    return null;
  } catch (thrown) {
    // A SyntaxError here is the answer, not a failure.
    return thrown instanceof Error ? thrown.message.replace(/^Invalid regular expression: /, '') : String(thrown);
  }
}

/** An odd number of backslashes before a place makes what follows an escape. */
const escape = String.raw`(?<!\\)(?:\\\\)*\\`;

const refusals: [RegExp, string][] = [
  [/\(\?<?[=!]/, 'looking ahead or behind is not supported'],
  [new RegExp(`${escape}(?:[1-9]|k<)`), 'a reference back to a group is not supported'],
  [new RegExp(`${escape}[cegijklmoquyEFGHIJKLMNORTUVXYZ]`), 'it has an escape that is not supported'],
  [/\[\^?\]/, 'a set of characters is empty'],
  [/\{(?:\d+,)?(?:100[1-9]|10[1-9]\d|1[1-9]\d\d|[2-9]\d{3}|\d{5,})/, 'it repeats something more than 1000 times'],
];
