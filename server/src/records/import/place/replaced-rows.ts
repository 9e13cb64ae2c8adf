import { fill, type Words } from '@causeway/shared/words/words'
import { kept } from '../../../ground/kept.ts'
import { readIdentity } from '../../identity/read-identity.ts'
import type { BatchWriter } from '../../batch-rows.ts'
import { naturalKey } from '../../natural-key.ts'
import type { RecordType } from '../../record-type.ts'
import { recordTypeOf } from '../../record-types.ts'
import { fieldsThatPlace, outsideOf, schoolYearsOf, type ReplacedStretch, type SchoolYear } from '../../stretch.ts'
import type { Absent } from '../../withdraw-absent.ts'
import type { RowChecker } from '../check/check-row.ts'
import type { FoundHeader } from '../sheets/find-header.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import type { RowPlan } from '../columns/row-plan.ts'
import type { RejectedRow } from '../check/settle-rows.ts'
import type { SettledRow } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** Tells rows outside the stretch that a file says it is complete for: with one of them, the file says what is not so. */
export interface ReplacedRows {
  type: RecordType
  part(rows: SettledRow[]): Promise<{ within: SettledRow[]; outside: RejectedRow[] }>
  /** Of one institution: a unit under every code that it had. */
  stretchOf(institution: string): Promise<ReplacedStretch>
}

export function makeReplacedRows(
  { type, readings }: RowPlan,
  stretch: ReplacedStretch,
  checker: RowChecker,
  writer: BatchWriter,
): ReplacedRows {
  const has = new Set(readings.map(({ field }) => field.name))
  // The file lacks a field that places its rows: they are where their records do.
  const asksRecords = fieldsThatPlace(type, stretch).some((name) => !has.has(name))
  const schoolYears = new Map<string, Promise<SchoolYear[]>>()
  const stretches = new Map<string, Promise<ReplacedStretch>>()
  const yearsOf = (institution: string) =>
    kept(schoolYears, institution, async () => schoolYearsOf(stretch, await writer.schoolYearStart(institution)))
  const stretchOf = (institution: string) =>
    kept(stretches, institution, async () => {
      const { years, units } = stretch
      const identity = units.length === 0 ? null : await readIdentity(writer.connection, institution, null)
      return { years, units: identity?.alike('unit', units) ?? units }
    })
  const findRecords = async (rows: SettledRow[]) => {
    const keys = rows.map((row): [string, string] => [row.institution, naturalKey(type, row.values)])
    const records = await writer.findRecords(keys, type.name)
    return new Map(records.map((record) => [`${record.institution}\n${record.key}`, record.values]))
  }
  return {
    type,
    stretchOf,
    async part(rows) {
      const known = asksRecords ? await findRecords(rows) : null
      const within: SettledRow[] = []
      const outside: RejectedRow[] = []
      for (const row of rows) {
        const before = known?.get(`${row.institution}\n${naturalKey(type, row.values)}`) ?? {}
        const values = { ...before, ...row.values }
        const field = outsideOf(type, await stretchOf(row.institution), await yearsOf(row.institution), values)
        if (field === null) within.push(row)
        else {
          const shown = values[field] == null ? null : String(values[field])
          const words = field === 'unit' ? otherUnit(stretch) : otherYear(stretch)
          outside.push({
            source: row.source,
            problems: [checker.at(row.source, field, shown, 'OUTSIDE_REPLACED', words)],
          })
        }
      }
      return { within, outside }
    },
  }
}

function otherUnit({ units }: ReplacedStretch): Words {
  return {
    ...fill(REFUSALS.OTHER_UNIT, { unitsZh: units.join('、'), unitsEn: units.join(', ') }),
  }
}

function otherYear({ years }: ReplacedStretch): Words {
  return {
    zh: `不在 --replaces 所写的学年（${years.map((year) => `${year}—${year + 1}`).join('、')}）之内；文件既声明对该学年完整，就不能含其他时间的行`,
    en: `it does not begin in the school year that --replaces names (${years.map((year) => `${year}/${String(year + 1).slice(2)}`).join(', ')}): a file that is complete for that year holds no other's rows`,
  }
}

const MOST_NAMED = 10

/** Records that the file lacks and that others point to: taking them away would leave those pointing to nothing. */
export function absentInUse({ uses }: Absent): ImportRefused {
  const named = (locale: 'zh' | 'en') =>
    uses
      .slice(0, MOST_NAMED)
      .map(({ code, recordType, count }) => {
        const label = recordTypeOf(recordType).label[locale]
        return locale === 'zh' ? `${code}（「${label}」${count} 条）` : `${code} (${count} of "${label}")`
      })
      .join(locale === 'zh' ? '、' : ', ')
  return new ImportRefused('ABSENT_IN_USE', {
    zh: `文件中没有、因而要撤除的记录仍被引用：${named('zh')}${uses.length > MOST_NAMED ? ' 等' : ''}。请把它们补进文件，或先改正引用它们的记录。`,
    en: `Records that the file lacks, and that would be withdrawn, are still pointed to: ${named('en')}${uses.length > MOST_NAMED ? ' …' : ''}. Put them into the file, or correct the records that point to them first.`,
  })
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
