import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openApp } from '../e2e/helpers';
import { byPhase, round, type Measured } from './native';

export interface MeasuredPage extends Measured {
  /** Milliseconds from navigation until the engine answers. */
  ready: number;
  /** All bytes of the first visit, as a host without compression sends them, until the engine answers. */
  firstVisitBytes: number;
  requests: number;
  /** Peak resident memory of the renderer (`VmHWM`), and what DuckDB says it holds, in memory and spilled to disk, at the end. */
  peakMemory: { renderer: number; duckdb: number; spilled: number };
  /** Milliseconds from an edit to fresh scores. */
  edits: Record<string, number>;
}

/** Loads the files into the built page through `window.rolecall` and times what it does with them. */
export async function measureChromium(dist: string, files: string[]): Promise<MeasuredPage> {
  const started = performance.now();
  const app = await openApp({ folder: dist });
  try {
    const ready = performance.now() - started;
    const requests = [...app.server.requests];
    await app.page.evaluate(() => {
      const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'bench' });
      document.body.append(input);
    });
    await app.page.locator('#bench').setInputFiles(files);
    const timed = await app.page.evaluate(async () => {
      // The element made above.
      const input = document.getElementById('bench') as HTMLInputElement;
      const ingestByFile: Record<string, number> = {};
      const begun = performance.now();
      for (const file of input.files ?? []) {
        const each = performance.now();
        await window.rolecall.engine.addFile(file);
        ingestByFile[file.name] = performance.now() - each;
      }
      const ingested = performance.now();
      const report = await window.rolecall.engine.run(window.rolecall.playbook);
      const ran = performance.now();
      const edits: Record<string, number> = {};
      const kept = window.rolecall.playbook;
      const edit = async (name: string, playbook: unknown): Promise<void> => {
        const from = performance.now();
        await window.rolecall.engine.run(playbook);
        edits[name] = performance.now() - from;
        await window.rolecall.engine.run(kept);
      };
      await edit('weight', { ...kept, weightings: { ...kept.weightings, Vital: 90 } });
      await edit('threshold', { ...kept, thresholds: { complete: 60, engaged: 40 } });
      const [first, ...others] = kept.templates;
      const seats = first?.seats.map((seat, at) => (at === 0 ? { ...seat, condition: { all: [seat.condition ?? { all: [] }, { field: 'title.seniority', op: 'is not', value: 'owner' }] } } : seat));
      await edit('role condition', { ...kept, templates: [{ ...first, seats }, ...others] });
      await edit('phrase', { ...kept, titles: { phrases: [{ phrase: 'department', seniority: 'manager', function: 'marketing' }] } });
      return { ingestByFile, ingest: ingested - begun, pipeline: ran - ingested, report, edits, memory: await window.rolecall.memory() };
    });
    return {
      ready: round(ready),
      firstVisitBytes: requests.reduce((sum, path) => sum + sizeOf(dist, app.server.url, path), 0),
      requests: requests.length,
      ingest: round(timed.ingest),
      ingestByFile: rounded(timed.ingestByFile),
      pipeline: round(timed.pipeline),
      ...byPhase(timed.report.tables),
      edits: rounded(timed.edits),
      peakMemory: { renderer: peakOfRenderers(), duckdb: timed.memory.used, spilled: timed.memory.temporary },
    };
  } finally {
    await app.close();
  }
}

function rounded(times: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(times).map(([name, ms]) => [basename(name), round(ms)]));
}

function sizeOf(dist: string, url: string, path: string): number {
  const file = join(dist, path.slice(new URL(url).pathname.length) || 'index.html');
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** The highest VmHWM among the renderers of this machine, in bytes; 0 where there is no /proc. */
function peakOfRenderers(): number {
  const peaks = numbersIn('/proc').map((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) return 0;
      return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
    } catch {
      return 0; // It ended while we looked.
    }
  });
  return Math.max(0, ...peaks);
}

function numbersIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
