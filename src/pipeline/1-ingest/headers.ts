/** Headers that can be told apart: a second `Email` is `Email (2)`, which a file that already has one counts past. Blank ones stay. */
export function distinctHeaders(headers: readonly string[]): string[] {
  const taken = new Set(headers);
  const seen = new Set<string>();
  return headers.map((header) => {
    if (header === '' || !seen.has(header)) {
      seen.add(header);
      return header;
    }
    const name = Array.from({ length: headers.length }, (_, at) => `${header} (${at + 2})`).find((each) => !taken.has(each)) ?? header;
    taken.add(name);
    return name;
  });
}

/** The name that a numbered header shares with another: `Email (2)` → `Email`. */
export const withoutNumber = (header: string): string => header.replace(/ \(\d+\)$/, '');
