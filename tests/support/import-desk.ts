import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '@causeway/server/ground/database/database'
import { importFile } from '@causeway/server/records/import/import-file'
import type { ImportReport } from '@causeway/server/records/import/report/import-report'
import type { ImportRequest } from '@causeway/server/records/import/report/import-request'
import { listRecords } from '@causeway/server/records/list-records'
import { openSecret } from '@causeway/server/records/secret'
import { testGiven } from './databases.ts'
import { folderOfTest } from './folders.ts'

/** Writes files and imports them, as a person at the command line does. */
export interface ImportDesk {
  database: Database
  folder: string
  /** A file of lines or bytes, and its path. */
  file(name: string, content: string | string[] | Uint8Array): string
  /** Imports a file, for the institution `X` where nothing else is said. */
  import(path: string, as: string, more?: Partial<ImportRequest>): Promise<ImportReport>
  /** Imports lines of CSV so. */
  bring(as: string, lines: string | string[], more?: Partial<ImportRequest>): Promise<ImportReport>
  /** Imports lines of CSV; throws where anything is refused. */
  put(as: string, lines: string[], institution?: string): Promise<ImportReport>
  /** Fields of the records of a type that stand now, in the order of their keys. */
  records(type: string, institution?: string): Promise<Record<string, string | number | null | undefined>[]>
}

export async function openImportDesk(database: Database): Promise<ImportDesk> {
  const folder = folderOfTest()
  const secret = await openSecret(database, join(folder, 'secret.key'))
  const file = (name: string, content: string | string[] | Uint8Array) => {
    const path = join(folder, name)
    writeFileSync(path, Array.isArray(content) ? `${content.join('\n')}\n` : content)
    return path
  }
  const run = (path: string, as: string, more: Partial<ImportRequest> = {}) =>
    importFile(database, secret, { path, as, institution: as === 'institution' ? undefined : 'X', ...more })
  return {
    ...{ database, folder, file },
    import: run,
    bring: (as, lines, more) => run(file(`${as}.csv`, lines), as, more),
    async put(as, lines, institution) {
      const report = await run(file(`${as}.csv`, lines), as, institution === undefined ? {} : { institution })
      if (report.refused) throw new Error(JSON.stringify(report.problems))
      return report
    },
    async records(type, institution = 'X') {
      const page = await listRecords(database, { type, institution, first: 1_000, after: null })
      return page.records.map((record) => record.values)
    },
  }
}

/** A desk with the institution `X` of China. */
export async function openDeskWithCollege(database: Database): Promise<ImportDesk> {
  const desk = await openImportDesk(database)
  await desk.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN', 'X2,乙学院,College Y,CN'])
  return desk
}

/** `test` whose tests are given such a desk. */
export const test = testGiven(openDeskWithCollege)
