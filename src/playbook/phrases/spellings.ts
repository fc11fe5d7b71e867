/**
 * All the phrases that a line of the dictionary stands for: `leiter(in)` is leiter and leiterin, `jef(e|a)` is jefe
 * and jefa, `(sr|senior) buyer` is two phrases.
 */
export function spellings(pattern: string): string[] {
  if (!pattern.includes('(')) return [tidy(pattern)];
  const [, before, inside, after] = /^(.*?)\(([^()]*)\)(.*)$/su.exec(pattern) ?? [];
  if (before === undefined || inside === undefined || after === undefined) return [tidy(pattern)];
  const choices = inside.includes('|') ? inside.split('|') : ['', inside];
  return choices.flatMap((choice) => spellings(before + choice + after));
}

/** German umlauts are also written ae, oe, ue; both spellings are met in exports. */
export function withPlainUmlauts(phrase: string): string[] {
  if (!/[äöü]/.test(phrase)) return [phrase];
  const plain = phrase.replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter);
  return [phrase, plain];
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
