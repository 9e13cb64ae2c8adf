import { fill } from '@causeway/shared/words/words'
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { isIsoDate } from '@causeway/shared/day'
import { ENCODING_NAMES, type NamedEncoding } from '@causeway/shared/text-encodings'
import type { Database } from '../../ground/database/database.ts'
import { didYouMean, findNearest } from '../../ground/nearest.ts'
import type { BatchWriter } from '../batch-rows.ts'
import { findSuccessor } from '../identity/find-code.ts'
import { findInstitution, listInstitutions } from '../institutions.ts'
import type { RecordType } from '../record-type.ts'
import { ImportRefused } from './ground/import-refused.ts'
import { findEncoding } from './readers/text-encoding.ts'
import REFUSALS from './ground/refusals.json' with { type: 'json' }

/** The institution of every row, or null where the rows say it. Throws `INSTITUTION_MISSING` or `UNKNOWN_INSTITUTION`. */
export async function findInstitutionOf(
  database: Database,
  type: RecordType,
  given: string | undefined,
  hasColumn: boolean,
  writer?: Pick<BatchWriter, 'hasInstitution'>,
): Promise<string | null> {
  const code = given?.normalize('NFKC').trim()
  if (type.name === 'institution') return code ?? null
  if (code === undefined) {
    if (hasColumn) return null
    throw new ImportRefused('INSTITUTION_MISSING', REFUSALS.INSTITUTION_MISSING)
  }
  // One that the batch itself brings is there for it alone.
  if (await writer?.hasInstitution(code)) return code
  if ((await findInstitution(database, code)) ?? (await findSuccessor(database.quick, code))) return code
  const { institutions } = await listInstitutions(database, { first: 2_000 })
  const names = new Map(
    institutions.flatMap((one) => [one.code, one.name.zh, one.name.en].map((name) => [name, one.code] as const)),
  )
  const near = [...new Set(findNearest(code, names.keys()).map((name) => names.get(name)!))]
  throw new ImportRefused('UNKNOWN_INSTITUTION', {
    zh: `没有代码为「${code}」的学校。请先用 causeway import FILE --as institution 导入学校${didYouMean(near).zh || '。'}`,
    en: `There is no institution of the code "${code}". Import it first: causeway import FILE --as institution${didYouMean(near).en || '.'}`,
    value: code,
  })
}

export function checkDataDate(date: string): string {
  if (isIsoDate(date)) return date
  throw new ImportRefused('BAD_DATA_DATE', {
    ...fill(REFUSALS.BAD_DATA_DATE, { date }),
    value: date,
  })
}

/** Throws `UNKNOWN_ENCODING` where there is none of that name. */
export function readEncoding(name: string): NamedEncoding {
  const found = findEncoding(name)
  if (found) return found
  throw new ImportRefused('UNKNOWN_ENCODING', {
    zh: `没有编码“${name}”。可用：${ENCODING_NAMES.join('、')}。`,
    en: `There is no encoding "${name}". There are ${ENCODING_NAMES.join(', ')}.`,
  })
}

export function checkRejectsPath(rejects: string, path: string): void {
  if (resolve(rejects) === resolve(path)) {
    throw new ImportRefused('CANNOT_WRITE_REJECTS', REFUSALS.SAME_FILE)
  }
  // Written beside its name and renamed at the very end: found out then, the import would have taken place.
  if (statSync(rejects, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ImportRefused('CANNOT_WRITE_REJECTS', fill(REFUSALS.REJECTS_A_FOLDER, { rejects }))
  }
  if (/\.(xls|xlsb|xlsm|gz)$/i.test(rejects)) {
    throw new ImportRefused('CANNOT_WRITE_REJECTS', REFUSALS.REJECTS_ENDING)
  }
}
