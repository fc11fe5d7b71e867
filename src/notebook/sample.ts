import { EngineError } from '../engine/errors';

// `no-inline`: a small file as a data: URL could not be fetched under the page's Content-Security-Policy.
const addresses = import.meta.glob<string>('../../sample-data/exports/2026-09-30/*.csv', { query: '?url&no-inline', import: 'default' });

/** The sample company's exports, under the names they were exported with. Throws `sample.missing` when one cannot be had. */
export async function sampleFiles(): Promise<File[]> {
  const files = await Promise.all(Object.entries(addresses).map(([path, address]) => fileAt(path, address)));
  if (files.length === 0) throw new EngineError('sample.missing', 'This build has no sample files.');
  return files;
}

async function fileAt(path: string, address: () => Promise<string>): Promise<File> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const response = await fetch(await address());
  if (!response.ok) throw new EngineError('sample.missing', `The sample file ${name} could not be loaded. Reload the page to try again.`);
  return new File([await response.blob()], name, { type: 'text/csv' });
}
