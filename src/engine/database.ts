/** What the pipeline needs of a database: nothing more, so that a browser, Node and a bench can each give it. */
export interface Database {
  /** Runs one statement for its effect. Throws EngineError with the SQL. */
  run(sql: string): Promise<void>;
  /** Runs one statement; its result as one complete Arrow IPC stream. Throws EngineError with the SQL. */
  query(sql: string): Promise<Uint8Array>;
  /** Makes a file readable in SQL under `path` (which starts with `dataFolder`). A Blob is read in place, not copied. */
  addFile(path: string, content: Blob | Uint8Array): Promise<void>;
  /** Forgets a file; unknown paths are fine. */
  dropFile(path: string): Promise<void>;
  /** Adds a complete Arrow IPC stream as a new table, or to the one it began with `isMore`; columns by position. */
  insertArrow(schema: string, table: string, stream: Uint8Array, isMore?: boolean): Promise<void>;
  close(): Promise<void>;
}
