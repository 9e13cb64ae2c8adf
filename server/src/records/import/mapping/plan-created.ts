import { eachLanguage } from '../../each-language.ts'
import { nameColumnsOf } from '../../identity/find-code.ts'
import type { Field, RecordType } from '../../record-type.ts'
import { fieldsOf, recordTypeOf } from '../../record-types.ts'
import { codeFromName } from '../cells/code-from-name.ts'
import type { Mapping, Source } from './mapping.ts'
import type { Reading, RowPlan } from '../columns/row-plan.ts'
import type { SourceRow } from '../ground/source-row.ts'

const HAN = /\p{Script=Han}/u

/** By field of an entry: how what it names is made where no register has it. */
export function planCreated(
  { create = [], create_with: given = {} }: Mapping,
  plan: RowPlan,
  compile: (field: Field, source: string | Source) => Reading | null,
): ReadonlyMap<string, RowPlan> {
  const plans = new Map<string, RowPlan>()
  for (const reading of plan.readings) {
    const to = reading.field.kind === 'reference' ? reading.field.to! : ''
    if (!create.includes(to)) continue
    const type = recordTypeOf(to)
    const fields = new Map(fieldsOf(type).map((field) => [field.name, field]))
    const further = Object.entries(given[to] ?? {}).flatMap(([name, source]) => {
      const field = fields.get(name)!
      const reading = compile(field, source)
      const ofAll = typeof source === 'string' ? null : compileSaidOfAll(source, (other) => compile(field, other))
      return reading ? [{ ...reading, ...(ofAll && { saidOfAll: ofAll }) }] : []
    })
    const made = [...fromName(type, reading), ...further]
    plans.set(reading.field.name, { ...plan, type, institution: null, readings: [...made, ...unsaid(type, made)] })
  }
  return plans
}

/** Tells rows in which a source says the same of every entry, whatever its name; null: it never does. */
function compileSaidOfAll(source: Source, compile: (source: Source) => Reading | null): Reading['saidOfAll'] | null {
  if (source.constant !== undefined) return () => true
  if (!source.values || String(source.otherwise ?? '') === '') return null
  const named = compile({ ...source, otherwise: '' })
  return (row) => named?.read(row) === ''
}

/** The code and the names in both languages, of what a cell calls it. */
function fromName(type: RecordType, { nameIn: given, ...reading }: Reading): Reading[] {
  const nameIn = (row: SourceRow): string => {
    const text = (given ?? reading.read)(row)
    return typeof text === 'string' ? text.normalize('NFKC').trim() : ''
  }
  const fieldOf = (name: string) => type.fields.find((field) => field.name === name)!
  const names = nameColumnsOf(type.name).map((name): Reading => {
    const isChinese = name.endsWith('_zh')
    return {
      ...reading,
      field: fieldOf(name),
      read: (row) => {
        const text = nameIn(row)
        const { zh, en } = eachLanguage(text)
        if (zh !== en) return isChinese ? zh : en
        return HAN.test(text) === isChinese ? text : ''
      },
    }
  })
  return [{ ...reading, field: fieldOf('code'), read: (row) => codeFromName(nameIn(row)) }, ...names]
}

/** A country that nothing says is unknown. */
function unsaid(type: RecordType, made: readonly Reading[]): Reading[] {
  return type.fields
    .filter(
      ({ name, kind, required }) => required && kind === 'country' && !made.some(({ field }) => field.name === name),
    )
    .map((field) => ({ field, column: null, cells: [], header: field.name, read: () => '' }))
}
