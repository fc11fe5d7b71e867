import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticServer {
  /** Ends with a slash. */
  url: string;
  /** The path of every request so far. */
  requests: string[];
  close(): Promise<void>;
}

/** What a server does differently, by path. */
export interface Quirks {
  /** Answers 404. */
  refuse?: (path: string) => boolean;
  /** Sends only the first half. */
  cut?: (path: string) => boolean;
  /** Declares the bytes as compressed for the way, as some hosts do with what looks like gzip. */
  encode?: (path: string) => boolean;
  /** Texts that lie beside the folder's files, by path. */
  beside?: Readonly<Record<string, string>>;
}

/** The dumbest of static hosts: a folder under a sub-path, no header but Content-Type. */
export async function serve(folder: string, quirks: Quirks = {}): Promise<StaticServer> {
  const under = '/some/where/';
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    requests.push(path);
    const inside = normalize(path.slice(under.length) || 'index.html');
    try {
      if (!path.startsWith(under) || inside.startsWith('..') || quirks.refuse?.(path)) throw new Error('refused');
      const text = quirks.beside?.[inside];
      const body = text === undefined ? await readFile(join(folder, inside)) : Buffer.from(text);
      if (quirks.encode?.(path)) response.setHeader('Content-Encoding', 'gzip');
      response.writeHead(200, { 'Content-Type': types[extname(inside)] ?? 'application/octet-stream' });
      response.end(quirks.cut?.(path) ? body.subarray(0, body.length / 2) : body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not here');
    }
  });
  const port = await listen(server);
  return { url: `http://localhost:${port}${under}`, requests, close: () => stop(server) };
}

/** A server that answers everything, to anyone, and counts: for proving that nobody calls. */
export async function serveAnything(): Promise<StaticServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' }).end('a,b\n1,2\n');
  });
  const port = await listen(server);
  return { url: `http://localhost:${port}/`, requests, close: () => stop(server) };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // A TCP server's address is always an AddressInfo.
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
