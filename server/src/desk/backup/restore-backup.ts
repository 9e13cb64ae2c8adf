import { randomUUID } from 'node:crypto'
import { chmodSync, copyFileSync, existsSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { writeSetting, type Database } from '../../ground/database/database.ts'
import { tellDataDates } from '../../ground/database/migrations/0006-data-date.ts'
import { tellRevisions } from '../../ground/database/migrations/0012-revisions.ts'
import { addOwnColumn } from '../../ground/database/bring-tables.ts'
import { FILE_ROWS, FilesComing } from '../evidence/file-rows.ts'
import { partialName, makeFolder } from '../../ground/files.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { isOwnColumn } from '../../ground/database/columns.ts'
import { checkSecretFile } from '../../records/secret.ts'
import { keyFileOf } from './backup-format.ts'
import { checkBackup, damaged, readBackup, tooNew } from './read-backup.ts'
import { emptyTables, insertRows, listBackedUpTables, lockAll, raisePast, readRevisions } from './store.ts'
import { fill } from '@causeway/shared/words/words'
import REFUSALS from '../refusals.json' with { type: 'json' }

interface RestoreReport {
  file: string
  rows: number
  /** Where the key of the personal hashes now is; null: the backup has none. */
  keyFile: string | null
}

/** Without a folder for them: nowhere. */
function nowhere(file: string): QuestionError {
  return new QuestionError('EVIDENCE_FOLDER_MISSING', fill(REFUSALS.EVIDENCE_FOLDER_MISSING, { file }))
}

/**
 * Puts a backup in the place of everything that the database holds, in one transaction: whole, or not at all. Answers that
 * others still keep from before become invalid: the epoch changes, and no institution's revision goes back.
 * @param secretFile where the key of personal hashes is to lie
 * @param evidence folder that files of evidence are put into; those that are there stay
 * @throws QuestionError NOT_A_BACKUP, BACKUP_TOO_NEW, DAMAGED_FILE, FILE_TOO_LARGE
 * @throws SecretMissing where neither FILE.key nor the secret file is the key of the backup's records
 */
export async function restoreBackup(
  database: Database,
  secretFile: string,
  file: string,
  evidence?: string,
): Promise<RestoreReport> {
  // Before anything is locked or emptied.
  await checkBackup(file)
  const keyFile = existsSync(keyFileOf(file)) ? keyFileOf(file) : secretFile
  const coming = evidence === undefined ? null : new FilesComing(evidence)
  try {
    const rows = await restoreRows(database, keyFile, file, coming)
    await coming?.settle()
    return { file, rows, keyFile: installKey(keyFile, secretFile) }
  } finally {
    await coming?.discard()
  }
}

function restoreRows(database: Database, keyFile: string, file: string, coming: FilesComing | null): Promise<number> {
  const { kind } = database
  return database.write(async (db) => {
    await lockAll(kind, db)
    const before = await readRevisions(db)
    await emptyTables(kind, db)
    const known = new Map((await listBackedUpTables(kind, db)).map((table) => [table.name, new Set(table.columns)]))
    let count = 0
    let isOfBefore = false
    let tellsRevisions = false
    for await (const { table, columns, own = {}, rows } of readBackup(file)) {
      if (table === FILE_ROWS.table) {
        if (!coming) throw nowhere(file)
        if (!(await coming.add(rows))) throw damaged(file)
        count += rows.length
        continue
      }
      const has = known.get(table)
      for (const [column, holds] of Object.entries(own)) {
        if (!has || has.has(column) || !columns.includes(column)) continue
        if (!isOwnColumn(column)) throw damaged(file)
        await addOwnColumn(db, kind, table, column, holds)
        has.add(column)
      }
      if (has === undefined || columns.some((column) => !has.has(column))) throw tooNew(file)
      if (table === 'revision') tellsRevisions = true
      if (table === 'batch_institution' && !columns.includes('data_date')) isOfBefore = true
      await insertRows(db, table, columns, rows).catch((error: unknown) => {
        throw isRefusedValue(error) ? damaged(file) : error
      })
      count += rows.length
    }
    if (coming && !coming.endsWell()) throw damaged(file)
    if (isOfBefore) await tellDataDates(db)
    if (!tellsRevisions) await tellRevisions(db)
    await checkSecretFile(db, keyFile)
    await raisePast(db, before)
    const epoch = randomUUID()
    await writeSetting(db, 'epoch', epoch)
    await db.updateTable('institution_state').set({ epoch }).execute()
    return count
  })
}

/** What databases say of a value that a column cannot hold, of one that is there twice, or of none where one has to be. */
function isRefusedValue(error: unknown): boolean {
  return /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE)|^(22|23)\w{3}$|^42804$|^54000$/.test(
    String((error as { code?: unknown }).code),
  )
}

function installKey(keyFile: string, secretFile: string): string | null {
  if (!existsSync(keyFile)) return null
  if (keyFile === secretFile) return secretFile
  makeFolder(dirname(secretFile))
  const beside = partialName(secretFile)
  copyFileSync(keyFile, beside)
  chmodSync(beside, 0o600)
  renameSync(beside, secretFile)
  return secretFile
}
