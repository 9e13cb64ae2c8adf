import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Words } from '@causeway/shared/words/words'
import type { ReplacedStretch } from '../../records/stretch.ts'
import type { Database } from '../../ground/database/database.ts'
import { importFile } from '../../records/import/import-file.ts'
import type { ImportReport } from '../../records/import/report/import-report.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import type { Secret } from '../../records/secret.ts'
import * as store from './store.ts'

/** A file of the folder `server/demonstration`; a file that is complete for a stretch withdraws what it lacks of it. */
type DemonstrationFile = [name: string, recordType: string, replaces?: ReplacedStretch]

export const DEMONSTRATION_FOLDER = join(PROJECT_ROOT, 'server', 'demonstration')

/** In the order in which they must be imported. */
export const DEMONSTRATION_FILES = parse(
  readFileSync(join(DEMONSTRATION_FOLDER, 'files.yaml'), 'utf8'),
) as DemonstrationFile[]

export const CODE = 'demo'
const DATA_DATE = '2025-07-31'

/** True for a database that nobody has used yet, and for one in which loading was cut short. */
export async function isDemonstrationDue(database: Database): Promise<boolean> {
  const progress = await store.readProgress(database)
  return progress === 'loading' || (progress === null && (await isUntouched(database)))
}

/**
 * Imports the invented college's files, in order, as anybody imports theirs. What an earlier, interrupted load left is taken out
 * first.
 * @param onLoaded waited for after each file
 * @returns what each file did
 */
export async function loadDemonstration(
  database: Database,
  secret: Secret,
  onStep: (words: Words) => void = () => {},
  onLoaded: (file: string) => Promise<void> = async () => {},
): Promise<ImportReport[]> {
  await store.beginLoading(database, CODE)
  const reports: ImportReport[] = []
  const said = new Set<string>()
  for (const [name, recordType, replaces] of DEMONSTRATION_FILES) {
    if (!said.has(recordType)) onStep(toStep(recordTypeOf(recordType).label))
    said.add(recordType)
    const report = await importFile(database, secret, {
      path: join(DEMONSTRATION_FOLDER, name),
      as: recordType,
      institution: recordType === 'institution' ? undefined : CODE,
      dataDate: DATA_DATE,
      replaces,
    })
    reports.push(report)
    if (report.refused)
      throw new Error(`${name} of the demonstration was refused: ${JSON.stringify(report.problems.slice(0, 5))}`)
    await onLoaded(name)
  }
  await store.endLoading(database)
  return reports
}

/**
 * Takes the demonstration college out, and nothing else.
 * @returns false where it was not there
 */
export async function removeDemonstration(database: Database): Promise<boolean> {
  if (!(await store.isPresent(database, CODE))) return false
  await store.takeOut(database, CODE)
  return true
}

function toStep({ zh, en }: Words): Words {
  return { zh: `　${zh}`, en: `  ${en}` }
}

/** True where no batch was ever imported and no institution is known. */
async function isUntouched({ quick }: Database): Promise<boolean> {
  const batch = await quick.selectFrom('batch').select('id').limit(1).executeTakeFirst()
  const state = await quick.selectFrom('institution_state').select('institution').limit(1).executeTakeFirst()
  return batch === undefined && state === undefined
}
