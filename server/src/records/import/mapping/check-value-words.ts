import { isIsoDate } from '@causeway/shared/day'
import { fill, type Words } from '@causeway/shared/words/words'
import type { YamlPath } from '../../../ground/checked-yaml.ts'
import type { Field } from '../../record-type.ts'
import type { Refuse } from './check-row-shape.ts'
import type { Source, WrittenMapping } from './mapping.ts'
import { makeCellParser } from '../cells/parse-cell.ts'
import { CellProblem } from '../ground/row-problem.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

const OF_DATES = ['range', 'one_date', 'month', 'year', 'plus'] as const
const DATES: Words = { zh: '日期', en: 'dates' }
const PERSONS: Words = { zh: '人员', en: 'persons' }

/** What the schema cannot say of how a value is read. */
export function checkValueWords({ kind }: Field, source: Source, path: YamlPath, refuse: Refuse): void {
  const misplaced = (key: string, words: Words) => {
    const at = [...path, key]
    return refuse(at, fill(REFUSALS.WORD_OF_ANOTHER_KIND, { path: at.join('.'), kindZh: words.zh, kindEn: words.en }))
  }
  const ofDates = OF_DATES.find((key) => source[key] !== undefined)
  if (ofDates && kind !== 'date') throw misplaced(ofDates, DATES)
  const ofPersons = (['name', 'birth'] as const).find((key) => source[key] !== undefined)
  if (ofPersons && kind !== 'person') throw misplaced(ofPersons, PERSONS)
  if (source.birth !== undefined && source.name === undefined)
    throw refuse([...path, 'birth'], fill(REFUSALS.BIRTH_NEEDS_NAME, { path: [...path, 'birth'].join('.') }))
  if (source.one_date !== undefined && source.range === undefined)
    throw refuse([...path, 'one_date'], fill(REFUSALS.ONE_DATE_NEEDS_RANGE, { path: [...path, 'one_date'].join('.') }))
  if (source.plus && Object.keys(source.plus).length !== 1)
    throw refuse([...path, 'plus'], fill(REFUSALS.PLUS_ONE, { path: [...path, 'plus'].join('.') }))
}

const CHOSEN = ['choice', 'country', 'flag']

/** A constant that the field does not take would make every row wrong. */
export function checkConstant(field: Field, { constant, when }: Source, path: YamlPath, refuse: Refuse): void {
  if (constant === undefined || when || !CHOSEN.includes(field.kind)) return
  const text = String(constant).trim()
  const value = text === '' ? null : makeCellParser(field)(text, false)
  if (!(value instanceof CellProblem)) return
  const { zh, en } = value.message
  const at = [...path, 'constant']
  throw refuse(at, fill(REFUSALS.BAD_CONSTANT, { path: path.join('.'), wrongZh: zh, wrongEn: en }))
}

/** Each term begins and ends on a day that exists, and some field reads them. */
export function checkTerms(mapping: WrittenMapping, refuse: Refuse): void {
  for (const [term, [first, last]] of Object.entries(mapping.terms ?? {}))
    if (!isIsoDate(first) || !isIsoDate(last) || first > last)
      throw refuse(['terms', term], fill(REFUSALS.BAD_TERM, { path: `terms.${term}` }))
  const entries = mapping.records ?? [mapping]
  const reads = entries.some(({ fields = {} }) =>
    Object.values(fields).some((source) => typeof source !== 'string' && source.range !== undefined),
  )
  if (mapping.terms && !reads) throw refuse(['terms'], REFUSALS.TERMS_NOT_READ)
}
