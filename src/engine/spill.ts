import { DuckDBDataProtocol, type AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { spillFolder } from './opening';

const prefix = 'rolecall-spill-';
/** Names by which DuckDB asks for its temporary files: one for each size of block, and a second when the first is full. */
const sizes = ['DEFAULT', 'S32K', 'S64K', 'S96K', 'S128K', 'S160K', 'S192K', 'S224K'];

/**
 * Gives DuckDB room on disk for what does not fit into memory: files of this origin's private file system, gone with the
 * tab. False where the browser has none (private windows, pages not served over https): then a query that needs more
 * memory than there is fails, and says so. Without either, DuckDB would spill into the same memory (engine.md §5).
 */
export async function giveSpill(duckdb: AsyncDuckDB): Promise<boolean> {
  try {
    const root = await navigator.storage.getDirectory();
    await removeOld(root);
    const folder = await root.getDirectoryHandle(`${prefix}${crypto.randomUUID()}`, { create: true });
    for (const name of sizes.flatMap((size) => [`duckdb_temp_storage_${size}-0`, `duckdb_temp_storage_${size}-1`])) {
      const handle = await folder.getFileHandle(name, { create: true });
      await duckdb.registerFileHandle(`${spillFolder}/${name}`, handle, DuckDBDataProtocol.BROWSER_FSACCESS, true);
    }
    return true;
  } catch {
    return false; // No private file system here: the engine works without.
  }
}

/** Takes away what closed tabs left; the files of an open one are locked and stay. */
async function removeOld(root: FileSystemDirectoryHandle): Promise<void> {
  for await (const name of root.keys()) {
    if (name.startsWith(prefix)) await root.removeEntry(name, { recursive: true }).catch(() => undefined);
  }
}
