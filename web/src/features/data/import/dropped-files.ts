import { roleOfFile } from '@causeway/shared/table-files'

/** Files that were chosen and are not read, by name. */
export interface FilesLeftOut {
  /** Those that may hold records. */
  unread: readonly string[]
  /** Explanations, pictures and the like. */
  noTables: readonly string[]
}

export const NONE_LEFT_OUT: FilesLeftOut = { unread: [], noTables: [] }

/** Splits files into tables and others, but for hidden ones; one alone is taken as it is, and the server says what it is. */
export function tablesAmong(files: readonly File[]): { tables: File[]; leftOut: FilesLeftOut } {
  if (files.length === 1) return { tables: [...files], leftOut: NONE_LEFT_OUT }
  const roles = Map.groupBy(files, ({ name }) => roleOfFile(name))
  const namesOf = (role: 'unread' | 'no-table') => [...new Set(roles.get(role)?.map(({ name }) => name))]
  return { tables: roles.get('table') ?? [], leftOut: { unread: namesOf('unread'), noTables: namesOf('no-table') } }
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
