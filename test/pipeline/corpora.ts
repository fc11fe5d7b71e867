import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from '../../src/engine/errors';
import type { Ingest } from '../../src/pipeline';

const root = join(import.meta.dirname, '../../../shared/data');

/** A file of a corpus: its name below the corpus's folder. */
export interface CorpusFile {
  name: string;
  content: Uint8Array;
}

export const hasCorpus = (corpus: string): boolean => existsSync(join(root, corpus));

export function corpusFile(corpus: string, name: string): CorpusFile {
  return { name, content: new Uint8Array(readFileSync(join(root, corpus, name))) };
}

/** Every file of a corpus by name, without the note of where it is from; empty when the corpus is absent. */
export function corpusFiles(corpus: string): CorpusFile[] {
  if (!hasCorpus(corpus)) return [];
  const walk = (folder: string): string[] =>
    readdirSync(join(root, corpus, folder)).sort().flatMap((name) => {
      const path = folder ? `${folder}/${name}` : name;
      const found = statSync(join(root, corpus, path), { throwIfNoEntry: false }); // A link may lead nowhere.
      return !found || name === 'SOURCE.txt' ? [] : found.isDirectory() ? walk(path) : [path];
    });
  return walk('').map((name) => corpusFile(corpus, name));
}

/** What became of one file: loaded as one of ours or as a plain table, refused with a reason, or wrong. */
export type Outcome =
  | { kind: 'loaded'; entity: string; records: number; rejected: number }
  | { kind: 'plain'; records: number; rejected: number }
  | { kind: 'refused'; code: string; message: string }
  | { kind: 'wrong'; message: string };

const plain = { entity: 'account', isPlain: true } as const;

/** Drops a file as it is, then as a table of nothing known when it holds none of ours; takes it out again. */
export async function drop(ingest: Ingest, file: CorpusFile): Promise<Outcome> {
  const first = await attempt(ingest, file, false);
  if (first.kind !== 'refused' || !['ingest.unknown-columns', 'ingest.no-header', 'ingest.no-account-key'].includes(first.code)) return first;
  const second = await attempt(ingest, file, true);
  // What the page says is the first refusal; the second attempt shows that the file can be read.
  return second.kind === 'refused' ? first : second;
}

async function attempt(ingest: Ingest, file: CorpusFile, isPlain: boolean): Promise<Outcome> {
  try {
    const report = await ingest.addFile(file, isPlain ? plain : {});
    await ingest.removeFile(report.fileNo);
    const counts = { records: report.records, rejected: report.rejected };
    return isPlain ? { kind: 'plain', ...counts } : { kind: 'loaded', entity: report.entity ?? '', ...counts };
  } catch (thrown) {
    if (!(thrown instanceof EngineError) || !thrown.code.startsWith('ingest.')) return { kind: 'wrong', message: String(thrown) };
    const names = thrown.message.includes(file.name.replace(/\.gz$/, ''));
    return names ? { kind: 'refused', code: thrown.code, message: thrown.message } : { kind: 'wrong', message: `does not name the file: ${thrown.message}` };
  }
}

/** One line per corpus for the record: how many files came to what, refusals by reason. */
export function summary(corpus: string, outcomes: readonly Outcome[]): string {
  const count = (kind: Outcome['kind']): number => outcomes.filter((each) => each.kind === kind).length;
  const codes = outcomes.flatMap((each) => (each.kind === 'refused' ? [each.code] : []));
  const reasons = [...new Set(codes)].map((code) => `${code} ${codes.filter((each) => each === code).length}`).join(', ');
  return `${corpus}: ${outcomes.length} files; loaded ${count('loaded')}, as a plain table ${count('plain')}, refused ${codes.length}${reasons && ` (${reasons})`}, wrong ${count('wrong')}`;
}
