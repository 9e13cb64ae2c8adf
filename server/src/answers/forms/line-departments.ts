import { toDay } from '@causeway/shared/day'
import { type Words, asIs } from '@causeway/shared/words/words'
import type { Causeway } from '../../figures/causeway.ts'
import { readNames } from '../../records/record-names.ts'
import { findRecordType, recordTypeOf } from '../../records/record-types.ts'
import type { FilledForm, FilledLine } from './fill-form.ts'
import { countByUnit } from './store.ts'

/** A department that holds records which a line counts. */
export interface LineDepartment {
  /** Code of the unit; null: the records say none. */
  unit: string | null
  name: Words
  recordType: string
  /** How many records of the type it has that meet the period. */
  records: number
}

const NO_UNIT: Words = { zh: '未注明部门', en: 'no department said' }

/** Which departments hold the records of a line, by record type; of a hand-filled line anyone who filled it in. For one who may see records. */
export async function departmentsOf(
  { database }: Causeway,
  { institution }: Pick<FilledForm, 'institution'>,
  { figures, handFilled }: Pick<FilledLine, 'figures' | 'handFilled'>,
): Promise<LineDepartment[]> {
  const { code } = institution
  const counted: Omit<LineDepartment, 'name'>[] = handFilled
    ? [{ unit: handFilled.unit, recordType: 'form-value', records: 1 }]
    : []
  const seen = new Set<string>()
  for (const { declaration, figure } of figures) {
    for (const base of declaration.base) {
      const recordType = typeof base === 'string' ? base : base.of
      if (seen.has(recordType)) continue
      seen.add(recordType)
      const { start, end } = figure.period
      const units = await countByUnit(database.quick, recordType, code, toDay(start), toDay(end))
      counted.push(...units.map((one) => ({ ...one, recordType })))
    }
  }
  const codes = counted.flatMap(({ unit }) => (unit === null ? [] : [unit]))
  const names = findRecordType('unit')
    ? await readNames(database.quick, recordTypeOf('unit'), code, [...new Set(codes)])
    : new Map<string, Words>()
  return counted
    .map((one) => ({
      ...one,
      name: one.unit === null ? NO_UNIT : (names.get(one.unit) ?? asIs(one.unit)),
    }))
    .toSorted((a, b) => b.records - a.records || ((a.unit ?? '') < (b.unit ?? '') ? -1 : 1))
}
