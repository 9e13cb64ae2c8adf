import type { ImportReport, TypeField } from '../../../graph/generated.ts'
import type { ReadingChange } from './import-draft.ts'
import { nameInMapping } from './column-choices.ts'
import { columnOf } from './taken-moves.ts'
import { clustersOf, type Answer, type WordCluster } from './word-clusters.ts'

type Register = ImportReport['codes'][number]

/** A name that no register has: asked for, or made an entry by now. */
export interface NamedEntry {
  /** As the file has it most often. */
  name: string
  /** What else it is spelled as. */
  others: readonly string[]
  /** In how many rows; null: it is made, and nobody counts it. */
  rows: number | null
  nearest: WordCluster['nearest']
}

/** Names of one field, and the register that they are not in. */
export interface NamesOfField {
  field: TypeField
  recordType: string | null
  register: Register
  names: readonly NamedEntry[]
}

/** What is to become of a name: a new entry, one that the register has, or the same as another name of the file. */
export type Decision = { is: 'new' } | { is: 'code'; code: string } | { is: 'same'; as: string }

export function isName({ codes }: ImportReport, { field }: WordCluster): boolean {
  return codes.some((one) => one.field === field.name && one.makes)
}

export function namesIn(report: ImportReport): NamesOfField[] {
  const clusters = clustersOf(report)
  return report.codes.flatMap((register): NamesOfField[] => {
    if (!register.makes) return []
    const asked = clusters.filter(({ field }) => field.name === register.field)
    const made = report.created.find(({ recordType }) => recordType.name === register.recordType.name)?.entries ?? []
    const field = asked[0]?.field ?? report.recordType?.fields.find(({ name }) => name === register.field)
    const names = [
      ...asked.map(({ spellings, rows, nearest }) => ({
        name: spellings[0]!.value,
        others: spellings.slice(1).map(({ value }) => value),
        rows,
        nearest,
      })),
      ...made.map(({ name }) => ({ name, others: [], rows: null, nearest: [] })),
    ]
    return field && names.length > 0 ? [{ field, recordType: asked[0]?.recordType ?? null, register, names }] : []
  })
}

/** What entries need beside their names, by field: what holds for all, and by name where one differs; or the column that says it. */
export type Facts = Readonly<
  Record<string, { all: string; each: Readonly<Record<string, string>>; from?: { index: number; column: string } }>
>

/** What the file seems to say of new entries: the columns that the move which makes them would read. */
export function factsOffered(report: ImportReport, { recordType, needed }: Register): Facts {
  const move = report.moves.find(({ kind, id }) => kind === 'CREATE' && id === `create ${recordType.name}`)
  const changes = move ? (JSON.parse(move.changes) as ReadingChange[]) : []
  const given = changes.find(([path]) => path[0] === 'create_with')?.[1] as Record<string, object> | undefined
  const read = Object.entries(given?.[recordType.name] ?? {})
  return Object.fromEntries(
    read.flatMap(([field, column]) => {
      const from = columnNamed(report, column)
      return from && needed.some(({ name }) => name === field) ? [[field, { all: '', each: {}, from }]] : []
    }),
  )
}

/** What the reading says so far of the entries that these names make: an answer given for other names says nothing of them. */
export function factsGiven(report: ImportReport, { register, names }: NamesOfField): Facts {
  const given = givenAlready(report.reading ?? '{}', register.recordType.name)
  return Object.fromEntries(
    register.needed.flatMap(({ name: field }): [string, Facts[string]][] => {
      const source = given[field]
      if (source === undefined) return []
      if (typeof source === 'object' && source.constant !== undefined)
        return [[field, { all: String(source.constant), each: {} }]]
      const { values } = typeof source === 'string' ? {} : source
      const from = columnNamed(report, typeof source === 'string' ? source : source.column)
      if (values === undefined) return from ? [[field, { all: '', each: {}, from }]] : []
      const rest = String((source as Given).otherwise ?? '')
      const each = Object.fromEntries(names.map(({ name }) => [name, String(values[name] ?? rest)]))
      const [first, ...others] = new Set(Object.values(each))
      return [[field, others.length === 0 ? { all: first ?? '', each: {} } : { all: '', each }]]
    }),
  )
}

function columnNamed(report: ImportReport, column: unknown): { index: number; column: string } | undefined {
  const at = report.columns.find(({ index }) => nameInMapping(report, index) === column)
  return at && { index: at.index, column: column as string }
}

interface Decided {
  reading: string
  of: NamesOfField
  decisions: ReadonlyMap<string, Decision>
  facts: Facts
}

/** What texts mean by that, one name in several spellings among them. */
export function answersOf({ of: { field, recordType, names }, decisions }: Decided): Answer[] {
  const answer = (text: string, value: string) => ({ recordType, field: field.name, text, value })
  return names.flatMap(({ name, others }): Answer[] => {
    const decision = decisions.get(name)
    if (!decision) return []
    if (decision.is === 'new') return others.map((text) => answer(text, name))
    const value = decision.is === 'code' ? decision.code : decision.as
    return [name, ...others].map((text) => answer(text, value))
  })
}

/** What it changes in the mapping, so that the new ones are made. */
export function changesOfNew({ reading, of, decisions, facts }: Decided): ReadingChange[] {
  const { register, names } = of
  if (![...decisions.values()].some(({ is }) => is === 'new')) return []
  const { create = [], create_with = {} } = JSON.parse(reading) as { create?: string[]; create_with?: object }
  const type = register.recordType.name
  const column = columnOf(reading, register.field)
  const spelledAs = (name: string) => [
    ...names.flatMap((one) => (one.name === name ? [name, ...one.others] : [])),
    ...names.flatMap((one) => {
      const decision = decisions.get(one.name)
      return decision?.is === 'same' && decision.as === name ? [one.name, ...one.others] : []
    }),
  ]
  const before = givenAlready(reading, type)
  const made = names.filter(({ name }) => decisions.get(name)?.is === 'new')
  const given = Object.entries(facts).flatMap(([field, { all, each, from }]): [string, string | object][] => {
    const source = before[field]
    if (from) return [[field, from.column]]
    // What is said of these names is not said of those of the next file.
    const said = Object.fromEntries(
      made.flatMap(({ name }) => {
        const value = each[name] || all
        return spelledAs(name).map((text) => [text, value])
      }),
    )
    const filled = Object.entries(said).filter(([, value]) => value !== '')
    if (column === undefined) return all === '' ? [] : [[field, { constant: all }]]
    const others = typeof source === 'object' && source.values !== undefined ? Object.entries(source.values) : []
    const values = [...others.filter(([text]) => !(text in said)), ...filled]
    if (values.length === 0) return []
    const rest = typeof source === 'object' && source.values !== undefined ? (source.otherwise ?? '') : ''
    return [[field, { column, values: Object.fromEntries(values), otherwise: rest }]]
  })
  const emptied = Object.keys(facts).filter((field) => field in before && !given.some(([name]) => name === field))
  const kept = Object.entries(before).filter(([field]) => !emptied.includes(field))
  return [
    [['create'], [...new Set([...create, type])]],
    ...(given.length + emptied.length > 0
      ? [
          [
            ['create_with'],
            { ...create_with, [type]: { ...Object.fromEntries(kept), ...Object.fromEntries(given) } },
          ] as ReadingChange,
        ]
      : []),
  ]
}

/** A source of the mapping language, as far as what new entries need is written in it. */
interface Given {
  column?: string
  constant?: string | number
  values?: Readonly<Record<string, string | number>>
  otherwise?: string | number
}

/** Fields of a type that its entries take from the row already. */
export function givenAlready(reading: string, type: string): Readonly<Record<string, string | Given>> {
  const { create_with: given } = JSON.parse(reading) as { create_with?: Record<string, Record<string, string | Given>> }
  return given?.[type] ?? {}
}
