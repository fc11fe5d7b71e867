// `npm run bench -- --people 100000`: the sample at any size through the built page in Chromium and, in the same run, the
// same SQL through native DuckDB on one thread. Prints one JSON document; times in milliseconds, sizes in bytes.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, openAsBlob, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { measureChromium } from './chromium';
import { measureNative } from './native';

const root = join(import.meta.dirname, '../..');
const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { people: { type: 'string', default: '100000' } },
});
const people = Number(values.people);
if (!Number.isInteger(people) || people < 1) throw new Error(`--people wants a whole number, not ${values.people}`);

const day = '2026-09-30';
const made = join(root, '.cache', `bench-${people}`);
const folder = join(made, day);
if (!existsSync(join(made, 'done'))) {
  mkdirSync(made, { recursive: true });
  vite('sample-data/generate.ts', '--people', String(people), '--out', made, '--day', day);
  writeFileSync(join(made, 'done'), '');
}
execFileSync('npx', ['vite', 'build', '--logLevel', 'error'], { cwd: root, stdio: ['ignore', 2, 2] });

const files = readdirSync(folder).filter((name) => name.endsWith('.csv')).map((name) => join(folder, name));
const blobs = new Map(await Promise.all(files.map(async (path) => [await openAsBlob(path), path] as const)));

const chromium = await measureChromium(join(root, 'dist'), files);
const native = await measureNative(join(root, '.cache/native'), blobs);
const ratio = (browser: number, yardstick: number): number | null =>
  yardstick > 0 ? Math.round((browser / yardstick) * 100) / 100 : null;

console.log(
  JSON.stringify(
    {
      machine: { cpu: cpus()[0]?.model, cores: cpus().length, memory: totalmem(), node: process.version },
      size: { people, files: files.map((path) => ({ name: path.split('/').pop(), bytes: statSync(path).size })) },
      chromium,
      native,
      ratios: {
        ingest: ratio(chromium.ingest, native.ingest),
        // What the design promises: our whole understanding of the files against a bare reading of them.
        ingestToReadCsv: ratio(chromium.ingest, Object.values(native.readCsv).reduce((sum, ms) => sum + ms, 0)),
        pipeline: ratio(chromium.pipeline, native.pipeline),
        // Of a full run.
        edits: Object.fromEntries(Object.entries(chromium.edits).map(([name, ms]) => [name, ratio(ms, chromium.pipeline)])),
        phases: Object.fromEntries(
          Object.entries(chromium.phases).map(([phase, ms]) => [phase, ratio(ms, native.phases[phase] ?? 0)]),
        ),
      },
      page: scriptBytes(),
    },
    null,
    2,
  ),
);

function vite(...args: string[]): void {
  execFileSync('npx', ['vite-node', '--script', ...args], { cwd: root, stdio: ['ignore', 2, 2] });
}

/** What the page's scripts weigh: those loaded at once, and those loaded when needed. */
function scriptBytes(): { initial: number; initialGzip: number; allGzip: number } {
  const dist = join(root, 'dist');
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const all = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
  const initial = all.filter((name) => html.includes(name));
  const bytes = (names: string[], zip: boolean): number =>
    names
      .map((name) => readFileSync(join(dist, 'assets', name)))
      .reduce((sum, content) => sum + (zip ? gzipSync(content).length : content.length), 0);
  return { initial: bytes(initial, false), initialGzip: bytes(initial, true), allGzip: bytes(all, true) };
}
