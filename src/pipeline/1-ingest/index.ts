export { Ingest } from './ingest';
export { entities, type Entity } from './entities';
export type { Hints } from './recognise';
