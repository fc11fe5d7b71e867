import type { Endpoint } from 'comlink';

/** A worker that runs, and the news of its end. */
export interface StartedWorker<Channel extends Endpoint = Endpoint> {
  worker: Channel;
  /** Resolves, with a sentence, when the worker is gone or could not start; never when it was stopped by `stop`. */
  gone: Promise<string>;
  stop(): void;
}

/** What a worker's own start-up text posts before any of its script's messages. */
export interface WorkerNews {
  rolecall: 'alive' | 'bytes' | 'failed' | 'memory';
  bytes?: number;
  total?: number | null;
  message?: string;
}

/** A module at an absolute URL, or the text of a classic script. */
export type WorkerSource = { module: string } | { script: string };

/**
 * Starts a worker from a blob: a worker made from a blob inherits the page's Content-Security-Policy, one loaded by URL does
 * not (engine.md §9).
 */
export function startWorker(source: WorkerSource, onNews?: (news: WorkerNews) => void): StartedWorker<Worker> {
  const text = [holdLife, 'module' in source ? `import ${JSON.stringify(source.module)};` : source.script].join('\n');
  const name = `rolecall-${Date.now()}-${Math.random()}`;
  const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const worker = new Worker(address, { type: 'module' in source ? 'module' : 'classic', name });
  let isStopped = false;

  const gone = new Promise<string>((resolve) => {
    const tell = (reason: string): void => {
      if (!isStopped) resolve(reason);
    };
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      tell(event.message || 'A script of the engine could not be loaded.');
    });
    worker.addEventListener('message', (event: MessageEvent<unknown>) => {
      const news = newsIn(event.data);
      if (!news) return;
      event.stopImmediatePropagation();
      if (news.rolecall === 'alive') void navigator.locks.request(name, () => tell('The engine stopped without a word.'));
      else onNews?.(news);
    });
  });
  return {
    worker,
    gone,
    stop: () => {
      isStopped = true;
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}

// A worker that is killed says nothing; but a lock it held falls free. Locks need a secure context: without, no news.
const holdLife = `self.navigator.locks?.request(self.name, () => {
  self.postMessage({ rolecall: 'alive' });
  return new Promise(() => {});
});`;

function newsIn(data: unknown): WorkerNews | null {
  const isNews = typeof data === 'object' && data !== null && 'rolecall' in data;
  // Only our own start-up texts post objects with this key.
  return isNews ? (data as WorkerNews) : null;
}
