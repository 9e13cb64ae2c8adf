import { fill, type Words } from '@causeway/shared/words/words'
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
import { findRecordType, RECORD_TYPES } from '../record-types.ts'
import type { ReplacedStretch } from '../stretch.ts'
import type { FoundHeader } from './find-header.ts'
import { ImportRefused } from './import-refused.ts'
import { findEncoding } from './readers/text-encoding.ts'
import type { RowPlan } from './row-plan.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

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

export function findType(name: string): RecordType {
  const type = findRecordType(name)
  if (type) return type
  throw new ImportRefused('UNKNOWN_TYPE', { ...unknownType(name), value: name })
}

export function unknownType(name: string): Words {
  const names = RECORD_TYPES.map((one) => one.name)
  const near = didYouMean(findNearest(name, names))
  return {
    zh: `没有台账类型「${name}」；可用：${names.join('、')}${near.zh}`,
    en: `There is no record type "${name}"; there are ${names.join(', ')}${near.en}`,
  }
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

/** Why the type, or the file, cannot be complete for the stretch; null: it can. */
export function findReplacesRefusal(
  stretch: ReplacedStretch,
  plan: RowPlan,
  header: FoundHeader,
): ImportRefused | null {
  const { type } = plan
  const refuse = (zh: string, en: string) => new ImportRefused('REPLACES_NOT_APPLICABLE', { zh, en })
  if (type.name === 'institution')
    return refuse(
      '学校记录不按学年或部门整体替换，请去掉 --replaces。',
      'Institutions are not replaced by year or unit: leave --replaces out.',
    )
  if (header.isRejects)
    return refuse(
      '这是 --rejects 写出的有误行，只是原文件的一部分，不能用作整体替换；请去掉 --replaces 导入，或改正原文件后整份导入。',
      'These are the wrong rows that --rejects wrote, a part of their file, and nothing is complete with them alone: import them without --replaces, or correct the whole file and import that.',
    )
  if (stretch.years.length > 0 && 'always' in type.span)
    return refuse(
      `「${type.label.zh}」没有日期，不能按学年整体替换。`,
      `Records of ${type.name} have no dates: they cannot be replaced by school year.`,
    )
  if (stretch.units.length > 0 && !plan.readings.some(({ field }) => field.name === 'unit'))
    return refuse(
      `文件没有「责任部门」（unit）一列，无从知道各行是否属于 ${stretch.units.join('、')}；请补上该列。`,
      `The file has no column "Unit" (unit), so that nothing tells which rows are of ${stretch.units.join(', ')}: add it.`,
    )
  return null
}
