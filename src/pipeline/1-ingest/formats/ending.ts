import { bytesOf, sizeOf, type Content } from './bytes';
import type { Layout } from './dialect';
import { readRecords } from './records';

const tailBytes = 65_536;

/**
 * The last line of a text that ends in the middle of a record: no line end comes after it, and it has fewer values than
 * the header although nearly no other record has. Null for a text that ends as it should; a quote left open is told elsewhere.
 */
export async function cutLine(content: Content, layout: Layout): Promise<string | null> {
  const size = sizeOf(content);
  const tail = new TextDecoder().decode(await bytesOf(content, Math.max(0, size - tailBytes), tailBytes));
  const line = tail.slice(Math.max(tail.lastIndexOf('\n'), tail.lastIndexOf('\r')) + 1);
  if (line.length === tail.length || line.split('"').length % 2 === 0) return null;
  const [values = []] = readRecords(line, layout, 1);
  const { length } = layout.headers;
  // Words in the first column alone are a footer, and a blank record is told as one.
  const isRecord = values.slice(1).some((value) => value.trim() !== '') || /^\s*\S+\s*$/.test(values[0] ?? '');
  const others = size <= tailBytes ? layout.sample.slice(0, -1) : layout.sample;
  const whole = others.filter((record) => record.length >= length).length;
  return isRecord && values.length < length && whole > 0 && whole >= others.length * 0.95 ? line : null;
}
