import type { EngineAssets } from './api';

/** The start-up text of DuckDB's worker: loads the engine, gzipped or not, and closes the network behind it. */
export function bootstrapText(assets: EngineAssets): string {
  return `(${bootstrap.toString()})(self, ${JSON.stringify(assets.wasm)}, ${JSON.stringify(assets.wasmBytes)});`;
}

interface Scope {
  fetch: typeof fetch;
  XMLHttpRequest: unknown;
  WebSocket: unknown;
  EventSource: unknown;
  WebTransport: unknown;
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'unhandledrejection', listener: (event: PromiseRejectionEvent) => void): void;
}

/** Runs in DuckDB's worker before DuckDB's script. Its text is sent there, so it may name nothing outside itself. */
function bootstrap(scope: Scope, wasm: string, wasmBytes: number | null): void {
  const fetchReally = scope.fetch.bind(scope);
  const instantiateReally = WebAssembly.instantiateStreaming;
  let memory: WebAssembly.Memory | null = null;

  // DuckDB waits for ever when its wasm is refused or bad (engine.md §8), so failures are told from here.
  const tell = (thrown: unknown): void =>
    scope.postMessage({ rolecall: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
  const fail = (thrown: unknown): never => {
    tell(thrown);
    throw thrown;
  };
  scope.addEventListener('unhandledrejection', (event) => tell(event.reason));

  scope.fetch = (input) => {
    const url = input instanceof Request ? input.url : String(input);
    return url === wasm ? load().catch(fail) : Promise.resolve(new Response(null, { status: 403 }));
  };

  WebAssembly.instantiateStreaming = async (source, imports) => {
    try {
      const made = await instantiateReally(source, imports);
      // Descriptors, because DuckDB's tables of imports change when they are read.
      const groups = Object.values(imports ?? {}).flatMap((group) => Object.values(Object.getOwnPropertyDescriptors(group)));
      const given: unknown[] = groups.map((each) => each.value);
      memory = [...given, ...Object.values(made.instance.exports)].find((each) => each instanceof WebAssembly.Memory) ?? null;
      return made;
    } catch (thrown) {
      return fail(thrown);
    }
  };

  // 403, not 404: DuckDB takes a 404 for leave to create the file. A network error would corrupt it (engine.md §1).
  class ClosedRequest {
    readonly status = 403;
    readonly readyState = 4;
    readonly statusText = 'Forbidden';
    readonly response = null;
    readonly responseText = '';
    open(): void {}
    send(): void {}
    abort(): void {}
    setRequestHeader(): void {}
    overrideMimeType(): void {}
    addEventListener(): void {}
    getResponseHeader(): null {
      return null;
    }
    getAllResponseHeaders(): string {
      return '';
    }
  }
  scope.XMLHttpRequest = ClosedRequest;
  scope.WebSocket = undefined;
  scope.EventSource = undefined;
  scope.WebTransport = undefined;

  scope.addEventListener('message', (event) => {
    if (event.data?.rolecall !== 'memory') return;
    event.stopImmediatePropagation();
    scope.postMessage({ rolecall: 'memory', bytes: memory?.buffer.byteLength ?? 0 });
  });

  async function load(): Promise<Response> {
    const response = await fetchReally(wasm, { credentials: 'same-origin' });
    if (!response.ok || !response.body) throw new Error(`the server answered ${response.status} for ${wasm}`);
    // The build knows the size; servers may not tell, or tell that of other bytes when they compress on their own.
    const [start, rest] = await counted(response.body, response.headers.has('content-encoding') ? null : wasmBytes);
    const isGzip = start[0] === 0x1f && start[1] === 0x8b;
    // DecompressionStream wants its bytes in an ArrayBuffer; a response's bytes never lie in a shared one.
    const bytes = isGzip ? rest.pipeThrough(new DecompressionStream('gzip') as unknown as TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>) : rest;
    return new Response(bytes, { headers: { 'content-type': 'application/wasm' } });
  }

  /** The first bytes, to tell the format by, and the whole stream, which reports how far it is. */
  async function counted(
    body: ReadableStream<Uint8Array<ArrayBuffer>>,
    total: number | null,
  ): Promise<[Uint8Array, ReadableStream<Uint8Array<ArrayBuffer>>]> {
    const reader = body.getReader();
    let start = new Uint8Array();
    let isOver = false;
    while (start.length < 2 && !isOver) {
      const { value, done } = await reader.read();
      if (value) start = new Uint8Array([...start, ...value]);
      isOver = done;
    }
    let bytes = start.length;
    const rest = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (out) => out.enqueue(start),
      pull: async (out) => {
        const { value, done } = await reader.read();
        if (done) return out.close();
        bytes += value.length;
        scope.postMessage({ rolecall: 'bytes', bytes, total });
        out.enqueue(value);
      },
    });
    return [start, rest];
  }
}
