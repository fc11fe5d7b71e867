// Charts are laid out before they are on a page, and in tests there is none: widths are estimated, a little too wide.
const widths: [RegExp, number][] = [
  [/[iljtfrI.,;:!|'’·()[\]\s]/, 0.34],
  [/[mwMW@%]/, 0.9],
  [/[A-Z&–]/, 0.7],
  [/[\u1100-\uffdc]/, 1],
];

/** About how wide a text is, in pixels, at a letter size in pixels. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) ems += widths.find(([kind]) => kind.test(letter))?.[1] ?? 0.6;
  return ems * size;
}

/** The text if it fits, else its beginning and an ellipsis. */
export function fitText(text: string, pixels: number, size: number): string {
  if (textWidth(text, size) <= pixels) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > pixels) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** Room for the widest of the texts, but never more than `most` pixels. */
export function roomFor(texts: readonly string[], size: number, most: number): number {
  let widest = 0;
  for (const text of texts) widest = Math.max(widest, textWidth(text, size));
  return Math.ceil(Math.min(most, widest));
}

/** The text on as many lines as it takes, up to `most`; the last is cut. */
export function wrapText(text: string, pixels: number, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || (textWidth(longer, size) > pixels && lines.length < most)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => fitText(line, pixels, size));
}
