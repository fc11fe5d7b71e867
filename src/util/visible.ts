/** A text to be shown on one line: what has no sign of its own, or turns the direction of writing, becomes `·`. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '·');
}
