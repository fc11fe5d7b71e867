/** An SVG path of slanted lines that fill a box. Drawn out, not a pattern: a pattern needs an id, and dies with its owner. */
export function hatchPath(x: number, y: number, width: number, height: number, gap = 6): string {
  const strokes: string[] = [];
  for (let at = gap; at < width + height; at += gap) {
    const [x1, y1] = at <= height ? [x, y + at] : [x + at - height, y + height];
    const [x2, y2] = at <= width ? [x + at, y] : [x + width, y + at - width];
    strokes.push(`M${short(x1)},${short(y1)}L${short(x2)},${short(y2)}`);
  }
  return strokes.join('');
}

const short = (value: number): string => String(Math.round(value * 10) / 10);
