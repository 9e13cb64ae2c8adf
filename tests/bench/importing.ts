import { openDatabase } from '@causeway/server/ground/database/open'
import { importFile } from '@causeway/server/records/import/import-file'
import { openSecret } from '@causeway/server/records/secret'

// A program, `importing.ts ADDRESS KEY FILE COLLEGES ROWS`: every college imports the file, all at once.
const [url, key, file, colleges, rows] = process.argv.slice(2) as [string, string, string, string, string]
const database = await openDatabase(url, { threaded: true })
const secret = await openSecret(database, key)
const reports = await Promise.all(
  Array.from({ length: Number(colleges) }, (_, at) =>
    importFile(database, secret, { path: file, as: 'mobility', institution: `I${at}` }),
  ),
)
await database.close()
process.exit(reports.every(({ accepted }) => accepted === Number(rows)) ? 0 : 1)
