/** The most files one drop is taken for. */
const LIMIT = 10_000

/** The files of a drop, those inside dropped folders too. Call it while the drop event is being handled. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // The items go stale when the event is over, so entries are taken at once.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry())
  const plain = [...transfer.files]
  if (entries.every((entry) => entry === null || entry.isFile)) return plain.slice(0, LIMIT)
  const files: File[] = []
  for (const entry of entries) if (entry !== null) await collect(entry, files)
  return files
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (files.length >= LIMIT || entry.name.startsWith('.')) return
  if (isFile(entry)) {
    files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)))
  } else if (isDirectory(entry)) {
    for (const child of await readAll(entry.createReader())) await collect(child, files)
  }
}

async function readAll(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = []
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (batch.length === 0) return all
    all.push(...batch)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
