/** The files that were dropped, those of folders too, under names that tell the folder: `2026-09-30/contacts.csv`. Hidden ones are left out. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // Entries must be taken before anything is waited for: the transfer is empty afterwards.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  if (entries.every((entry) => entry === null || entry.isFile)) return [...transfer.files];
  const found = await Promise.all(entries.map((entry) => (entry ? filesIn(entry, '') : [])));
  return found.flat();
}

async function filesIn(entry: FileSystemEntry, path: string): Promise<File[]> {
  if (entry.name.startsWith('.')) return [];
  if (entry.isDirectory) {
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    const children = await allEntries(reader);
    const found = await Promise.all(children.map((child) => filesIn(child, `${path}${entry.name}/`)));
    return found.flat();
  }
  const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
  // A file made of another is only a name for the same bytes.
  return [path ? new File([file], `${path}${file.name}`, { type: file.type, lastModified: file.lastModified }) : file];
}

/** A reader gives a folder's entries in portions, and an empty one at the end. */
async function allEntries(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
  return portion.length === 0 ? [] : [...portion, ...(await allEntries(reader))];
}
