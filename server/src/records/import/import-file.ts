import { DatabaseBusy, type Database } from '../../ground/database/database.ts'
import type { Secret } from '../secret.ts'
import { ImportRefused } from './ground/import-refused.ts'
import type { ImportReport } from './report/import-report.ts'
import type { ImportRequest } from './report/import-request.ts'
import { ImportRun } from './import-run.ts'

/**
 * Reads a file, checks its rows and puts them into the database, all or (with `acceptValid`) all that are right, in one
 * transaction. Whatever is wrong with the file is in the report; what is thrown is a fault of ours or of the machine.
 */
export async function importFile(database: Database, secret: Secret, request: ImportRequest): Promise<ImportReport> {
  const run = new ImportRun(database, secret, request)
  try {
    return await run.run()
  } catch (error) {
    if (error instanceof ImportRefused) return run.refuse(error)
    if (error instanceof DatabaseBusy) return run.refuse(new ImportRefused('DATABASE_BUSY', error.words))
    await run.discard()
    throw error
  }
}
