import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Words } from '@causeway/shared/words/words'
import type { Database } from '../database/database.ts'
import { isUntouched } from '../database/is-untouched.ts'
import { importFile } from '../import/import-file.ts'
import type { ImportReport } from '../import/import-report.ts'
import { recordTypeOf } from '../records/record-types.ts'
import type { Secret } from '../records/secret.ts'
import { makeFiles } from './make-files.ts'
import * as store from './store.ts'
import { CODE, DATA_DATE } from './story.ts'

/** True for a database that nobody has used yet, and for one in which loading was cut short. */
export async function isDemonstrationDue(database: Database): Promise<boolean> {
  const progress = await store.readProgress(database)
  return progress === 'loading' || (progress === null && (await isUntouched(database)))
}

/**
 * Makes the invented college's files and imports them, in order, as anybody imports theirs. What an earlier, interrupted load left is
 * taken out first.
 * @returns what each file did
 */
export async function loadDemonstration(
  database: Database,
  secret: Secret,
  onStep: (words: Words) => void = () => {},
): Promise<ImportReport[]> {
  await store.beginLoading(database, CODE)
  const reports: ImportReport[] = []
  const folder = await mkdtemp(join(tmpdir(), 'causeway-demonstration-'))
  try {
    const said = new Set<string>()
    for (const { name, recordType, bytes, replaces } of makeFiles()) {
      if (!said.has(recordType)) onStep(toStep(recordTypeOf(recordType).label))
      said.add(recordType)
      const path = join(folder, name)
      await writeFile(path, bytes)
      const institution = recordType === 'institution' ? undefined : CODE
      const report = await importFile(database, secret, {
        path,
        as: recordType,
        institution,
        dataDate: DATA_DATE,
        replaces,
      })
      reports.push(report)
      if (report.refused)
        throw new Error(`${name} of the demonstration was refused: ${JSON.stringify(report.problems.slice(0, 5))}`)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
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
