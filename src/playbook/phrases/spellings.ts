/**
 * All the phrases that a line of the dictionary stands for: `leiter(in)` is leiter and leiterin, `jef(e|a)` is jefe
 * and jefa, `(sr|senior) buyer` is two phrases; the innermost brackets are resolved first.
 * Throws RangeError when a bracket is left open.
 */
export function spellings(pattern: string): string[] {
  if (!pattern.includes('(')) return [tidy(pattern)];
  const close = pattern.indexOf(')');
  const open = pattern.lastIndexOf('(', close);
  if (open < 0 || close < 0) throw new RangeError(`a bracket is not closed: ${pattern}`);
  const inside = pattern.slice(open + 1, close);
  const choices = inside.includes('|') ? inside.split('|') : ['', inside];
  return choices.flatMap((choice) => spellings(pattern.slice(0, open) + choice + pattern.slice(close + 1)));
}

/** German umlauts are also written ae, oe, ue; both spellings are met in exports. */
export function withPlainUmlauts(phrase: string): string[] {
  if (!/[äöü]/.test(phrase)) return [phrase];
  const plain = phrase.replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter);
  return [phrase, plain];
}

const tidy = (text: string): string => text.replace(/ {2,}/g, ' ').trim();
