import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** DuckDB's own package for Node, of the line that the page's engine has. */
const packageName = '@duckdb/node-api';
const version = '1.4.3-r.3';

/** What the bench uses of that package. */
export interface NativeDuckDb {
  DuckDBInstance: {
    create(path: string, options: Record<string, string>): Promise<{ connect(): Promise<NativeConnection> }>;
  };
}

export interface NativeConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getColumnsObjectJS(): Record<string, unknown[]> }>;
  closeSync(): void;
}

/**
 * Native DuckDB, installed under `folder` when first needed. It is no dependency of the project: its packages for other
 * machines are not on every registry, and `npm ci` refuses a lock file that lacks one.
 */
export function nativeDuckDb(folder: string): NativeDuckDb {
  const manifest = join(folder, 'package.json');
  if (!existsSync(join(folder, 'node_modules', packageName))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(manifest, '{ "private": true }\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', `${packageName}@${version}`], { cwd: folder, stdio: ['ignore', 2, 2] });
  }
  // The package's own types are not there when this is type-checked.
  return createRequire(manifest)(packageName) as NativeDuckDb;
}
