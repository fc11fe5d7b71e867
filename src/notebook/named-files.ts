import { EngineError } from '../engine/errors';

/** Where the files lie that a page's address names: `?files=a.csv,b.csv`, also repeated; in their order, each once. */
export function namedFiles(search: string): string[] {
  const given = new URLSearchParams(search).getAll('files').flatMap((each) => each.split(','));
  return [...new Set(given.map((address) => address.trim()).filter((address) => address !== ''))];
}

/** The URL of a named file beside the page at `base`. Throws `files.elsewhere` when it is not on the page's own host. */
export function besidePage(address: string, base: string): URL {
  const page = new URL(base);
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  if (url?.origin === page.origin && url.protocol === page.protocol) return url;
  const host = url?.host ? ` It names ${url.host}.` : '';
  throw new EngineError(
    'files.elsewhere',
    `${address} was not fetched: this page takes files only from its own host, ${page.host || page.origin}.${host} Put the file beside the page, or download it and drop it here.`,
  );
}

/** A file's own name: the last part of its path. */
export function nameAt(url: URL): string {
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? 'file';
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // A lone % is no escape.
  }
}

/**
 * Fetches a file piece by piece into a Blob, which can lie outside the script's memory; `onbytes` hears how far it is, with
 * the total where the host tells it. Throws `files.missing` or `files.unreachable`.
 */
export async function fetchFile(url: URL, signal: AbortSignal, onbytes: (bytes: number, total: number | null) => void): Promise<File> {
  const name = nameAt(url);
  const response = await fetch(url, { signal }).catch((cause: unknown) => {
    throw new EngineError('files.unreachable', `${url.href} could not be fetched: the host does not answer, or sends the page to another host.`, { cause });
  });
  if (!response.ok) {
    const why = response.status === 404 ? 'there is no such file (404)' : `the host answers ${response.status}`;
    throw new EngineError('files.missing', `${url.href} could not be fetched: ${why}. Check the name in the page's address.`);
  }
  if (response.headers.get('Content-Type')?.startsWith('text/html') && !/\.html?$/i.test(name)) {
    throw new EngineError('files.missing', `${url.href} is a web page, which hosts send when there is no such file. Check the name in the page's address.`);
  }
  return new File(await piecesOf(response, onbytes), name);
}

const pieceBytes = 8_000_000;

async function piecesOf(response: Response, onbytes: (bytes: number, total: number | null) => void): Promise<Blob[]> {
  // Of what is packed for the way, the length is another.
  const length = response.headers.has('Content-Encoding') ? 0 : Number(response.headers.get('Content-Length'));
  const reader = response.body?.getReader();
  const pieces: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  let bytes = 0;
  for (;;) {
    const { done, value } = (await reader?.read().catch((cause: unknown) => {
      throw new EngineError('files.unreachable', `${response.url} broke off after ${bytes} bytes. Reload the page to try again.`, { cause });
    })) ?? { done: true, value: undefined };
    if (value) {
      chunks.push(value);
      held += value.length;
      bytes += value.length;
      onbytes(bytes, length || null);
    }
    if (done || held > pieceBytes) {
      pieces.push(new Blob(chunks));
      chunks = [];
      held = 0;
    }
    if (done) return pieces;
  }
}
