/** What can go wrong at the engine's boundary: a stable code, a sentence for a person, and the SQL that failed. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: string;
  readonly sql: string | null;
  /** Offset in `sql`, in characters from 0, where the engine points; null when it does not say. */
  readonly position: number | null;

  constructor(
    code: string,
    message: string,
    detail: { sql?: string | null; position?: number | null; cause?: unknown } = {},
  ) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
    this.sql = detail.sql ?? null;
    this.position = detail.position ?? null;
  }
}

/** An error as plain data, for a channel that keeps no classes. */
export interface ErrorParts {
  code: string;
  message: string;
  sql: string | null;
  position: number | null;
  stack: string | null;
}

/** Takes any thrown value apart; what is no EngineError gets the code `engine.unexpected`. */
export function toErrorParts(thrown: unknown): ErrorParts {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const known = error instanceof EngineError ? error : null;
  return {
    code: known?.code ?? 'engine.unexpected',
    message: error.message,
    sql: known?.sql ?? null,
    position: known?.position ?? null,
    stack: error.stack ?? null,
  };
}

/** Puts an EngineError together again on the other side of a channel. */
export function fromErrorParts(parts: ErrorParts): EngineError {
  const error = new EngineError(parts.code, parts.message, { sql: parts.sql, position: parts.position });
  if (parts.stack) error.stack = parts.stack;
  return error;
}

/** Names a failed statement: DuckDB's own words, its place in the SQL, and whether the engine survived it. */
export function toSqlError(thrown: unknown, sql: string): EngineError {
  if (thrown instanceof EngineError) return thrown;
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  // A wasm trap leaves the engine's memory in an unknown state (engine.md §0.8): only SQL errors are safe to go on from.
  const message = asText(error.message);
  // After an error of its own making DuckDB answers nothing any more but that it did.
  const isInvalid = /^(INTERNAL|FATAL) Error/.test(message);
  const isDead = error.name === 'RuntimeError' || error.name === 'RangeError' || isInvalid;
  return new EngineError(isDead ? 'engine.dead' : 'sql.failed', withoutExcerpt(message), {
    sql,
    position: positionIn(message, sql),
    cause: thrown,
  });
}

/** DuckDB's parser hands its errors over as JSON, everything else as text: made one, as the text would read. */
function asText(message: string): string {
  if (!message.startsWith('{"exception_type"')) return message;
  try {
    // Only DuckDB writes this beginning, and these two keys are always texts.
    const parts = JSON.parse(message) as { exception_type: string; exception_message: string };
    return `${parts.exception_type} Error: ${parts.exception_message}`;
  } catch {
    // Cut off, it is better shown as it came than not at all.
    return message;
  }
}

/** DuckDB ends a message with the line and a caret under the place; the editor shows that better. */
function withoutExcerpt(message: string): string {
  return message.replace(/\n+LINE \d+:[\s\S]*$/, '').trim();
}

function positionIn(message: string, sql: string): number | null {
  const found = /LINE (\d+): (.*)\n(\s*)\^/.exec(message);
  if (!found) return null;
  const [, line = '1', excerpt = '', blanks = ''] = found;
  const lines = sql.split('\n');
  const text = lines[Number(line) - 1] ?? '';
  const before = lines.slice(0, Number(line) - 1).reduce((sum, each) => sum + each.length + 1, 0);
  // A long line is cut to an excerpt with dots at its ends; find the excerpt again in the line.
  const shown = excerpt.replace(/^\.\.\./, '').replace(/\.\.\.$/, '');
  const cut = excerpt.startsWith('...') ? 3 : 0;
  const column = blanks.length - `LINE ${line}: `.length - cut;
  return before + Math.max(0, text.indexOf(shown)) + Math.max(0, column);
}
