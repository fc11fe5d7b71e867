export { Ingest } from './ingest';
export { readSheets } from './sheets';
export { entities, type Entity } from './entities';
export type { Hints } from './recognise';
