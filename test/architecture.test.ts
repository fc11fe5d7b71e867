import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { phaseOf, phases, tables, tablesIn } from '../src/pipeline';
import { inOrder } from '../src/pipeline/order';

const root = join(import.meta.dirname, '..');
const valueImports = /(?:^|\n)\s*(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g;
const typeImports = /(?:^|\n)\s*(?:import|export)\s+type\b[^;]*?from\s+'(\.[^']+)'()/g;

/** Who may import whom; every folder may import itself. `pages` are App.svelte and main.ts. */
const mayImport: Record<string, readonly string[]> = {
  util: [],
  ui: ['util'],
  engine: ['util'],
  playbook: ['engine', 'util'],
  pipeline: ['playbook', 'engine', 'util'],
  workers: ['pipeline', 'playbook', 'engine', 'util'],
  charts: ['util'],
  exports: ['engine', 'util'],
  cells: ['charts', 'exports', 'engine', 'playbook', 'ui', 'util'],
  workspace: ['engine', 'playbook', 'util'],
  notebook: ['cells', 'workspace', 'engine', 'playbook', 'exports', 'ui', 'util'],
};

// Beside the folders, any file may ask for the app's version.
const isOurs = (target: string): boolean => target !== 'package.json';

const sources = [...filesIn('src'), ...filesIn('workers')].filter((file) => /\.(ts|svelte)$/.test(file));
/** What runs another file, and what only names its types: both count for the folders, only the first can make a circle. */
const edges = sources.flatMap((file) => importsOf(file).map((target) => ({ file, target })));
const typeEdges = sources.flatMap((file) => importsOf(file, 'type').map((target) => ({ file, target })));

test('the top level holds what the design fixed, and nothing else', () => {
  const fixed = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'index.html', 'src', 'workers', 'sample-data', 'test', 'README.md', 'LICENSE', 'eslint.config.js'];
  const made = ['node_modules', 'dist'];
  const found = readdirSync(root).filter((name) => !name.startsWith('.') && !made.includes(name));
  expect(found.filter((name) => !fixed.includes(name))).toEqual([]);
});

test('every folder imports only from folders it may', () => {
  const wrong = [...edges, ...typeEdges].filter(({ target }) => isOurs(target)).filter(({ file, target }) => {
    const from = folderOf(file);
    const to = folderOf(target);
    return from !== to && from in mayImport && !mayImport[from]?.includes(to);
  });
  expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});

test('there are source files to check', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(edges.length).toBeGreaterThan(50);
});

test('no file imports itself by any path', () => {
  const reads = new Map(sources.map((file) => [file, edges.filter((edge) => edge.file === file).map((edge) => edge.target)]));
  expect(() => inOrder(reads)).not.toThrow();
});

test('the pipeline knows neither the page nor Svelte', () => {
  const strangers = sources
    .filter((file) => ['pipeline', 'playbook', 'util'].includes(folderOf(file)))
    .filter((file) => /from 'svelte|\bdocument\.(body|create|query|get)|\bwindow\./.test(readFileSync(join(root, file), 'utf8')));
  expect(strangers).toEqual([]);
});

describe('each SQL file', () => {
  const files = filesIn('src/pipeline').filter((file) => file.endsWith('.sql'));

  test.each(files)('%s is one select that says its grain and key and stays in lower case', (file) => {
    const sql = readFileSync(join(root, file), 'utf8');
    const [first = '', second = ''] = sql.split('\n');
    expect(first).toMatch(/^-- .*\bKey: /);
    expect(second).toMatch(/^-- \S/);
    const code = sql.replace(/--[^\n]*/g, '').replace(/'(?:[^']|'')*'/g, "''");
    expect(code.trim()).toMatch(/^(with|select)\b/);
    expect(code).not.toContain(';');
    expect(code).toBe(code.toLowerCase());
    expect(code).not.toMatch(/\b(now|current_date|current_timestamp|today|random)\b/);
  });

  test('lies in the folder of the phase whose schema it writes', () => {
    const folders = readdirSync(join(root, 'src/pipeline')).filter((name) => statSync(join(root, 'src/pipeline', name)).isDirectory());
    expect(folders).toEqual(phases.map((phase, at) => `${at}-${phase}`));
  });
});

test('a phase reads its own tables and those of earlier phases', async () => {
  const { defaultPlaybook } = await import('../src/playbook');
  const late = tables.flatMap((table) =>
    tablesIn(table.sql(defaultPlaybook))
      .filter((read) => phases.indexOf(phaseOf(read)) > phases.indexOf(phaseOf(table.name)))
      .map((read) => `${table.name} reads ${read}`),
  );
  expect(late).toEqual([]);
});

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => statSync(join(root, name)).isFile())
    .sort();
}

/** The project files that a file imports, as paths from the root; packages are left out. */
function importsOf(file: string, kind: 'value' | 'type' = 'value'): string[] {
  const code = readFileSync(join(root, file), 'utf8');
  const statements = [...code.matchAll(kind === 'value' ? valueImports : typeImports)];
  return statements
    .map(([, fixed, lazy]) => (fixed ?? lazy ?? '').replace(/\?.*$/, ''))
    .map((path) => relative(root, resolve(root, dirname(file), path)))
    .map((path) => [path, `${path}.ts`, `${path}/index.ts`, `${path}.svelte.ts`].find((each) => isFile(each)) ?? path);
}

function isFile(path: string): boolean {
  return existsSync(join(root, path)) && statSync(join(root, path)).isFile();
}

/** `src/charts/bar/index.ts` → `charts`; `src/main.ts` → `pages`; `workers/x.ts` → `workers`. */
function folderOf(file: string): string {
  const [top = '', folder = '', ...rest] = file.split('/');
  if (top === 'workers') return 'workers';
  if (top !== 'src') return top;
  return rest.length === 0 ? 'pages' : folder;
}
