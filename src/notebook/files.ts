import { EngineError } from '../engine/errors';
import { parsePlaybook, type Playbook } from '../playbook';
import type { NotebookSpec } from './spec';

export { download } from '../ui/download';

/** The name a notebook is saved under. */
export const fileNameOf = (title: string): string => `${plainName(title) || 'notebook'}.rolecall.json`;

/** The name a playbook is saved under. */
export const playbookFileName = (name: string): string => `${plainName(name) || 'rules'}.playbook.json`;

const plainName = (title: string): string => title.normalize('NFKD').toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, '-').replace(/^-+|-+$/g, '');

/** The text of a notebook file: indented, so that it reads well in a diff. */
export function toFileText(spec: NotebookSpec): string {
  return `${JSON.stringify(spec, null, 2)}\n`;
}

/** What a notebook file says, not yet checked. Throws `notebook.unreadable` when it is no JSON. */
export function fromFileText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EngineError('notebook.unreadable', 'This is not a Rolecall notebook. Open a .rolecall.json file saved here.', { cause });
  }
}

/** The text of a playbook file, which says where the page that saved it keeps the JSON Schema. */
export function toPlaybookText(playbook: Playbook, baseURI: string): string {
  return `${JSON.stringify({ $schema: new URL('playbook.schema.json', baseURI).href, ...playbook }, null, 2)}\n`;
}

/** The playbook a file holds, checked. Throws `playbook.unreadable` when it is no JSON, `playbook.invalid` with path and reason when it cannot be used. */
export async function readPlaybook(file: Blob): Promise<Playbook> {
  let json: unknown;
  try {
    json = JSON.parse(await file.text());
  } catch (cause) {
    throw new EngineError('playbook.unreadable', 'This is not a playbook. Open a .playbook.json file saved here.', { cause });
  }
  return parsePlaybook(json);
}

/** Lets a person choose files; none when they think better of it. */
export function chooseFiles(accept: string, isMany: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = isMany;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
