/** What can be read as a table, by its name; what a spreadsheet keeps beside a file that is open is none. */
const TABLE = /^(?!~\$|\.).*\.(csv|csv\.gz|tsv|txt|xlsx|xlsm|xls)$/i

/** Of several files those that are tables; one alone is taken as it is, and the server says what it is. */
export function tablesAmong(files: readonly File[]): File[] {
  return files.length === 1 ? [...files] : files.filter(({ name }) => TABLE.test(name))
}

/** All that was dropped, folders opened. */
export async function filesDropped({ items, files }: DataTransfer): Promise<File[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (!entries.some(({ isDirectory }) => isDirectory)) return [...files]
  return (await Promise.all(entries.map(filesOf))).flat()
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile)
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const all: File[] = []
  for (;;) {
    // A browser gives some at a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all
    all.push(...(await Promise.all(some.map(filesOf))).flat())
  }
}
