import { findNearest } from '../nearest.ts'
import { COMMON_FIELDS, type Field, type RecordType } from '../records/record-type.ts'
import type { FoundHeader } from './find-header.ts'
import { foldHeader, indexHeaders, isColumnOfOurs, listColumns } from './match-header.ts'
import type { RowPlan } from './row-plan.ts'

export const MATCHES = ['NAME', 'ALIAS', 'CHOSEN', 'NEAR', 'NONE'] as const
/** NAME: the field's own name or label. ALIAS: another known header. NEAR: a guess, not read until somebody chooses it. */
export type Match = (typeof MATCHES)[number]

/** What one column of a file was taken for. */
export interface MatchedColumn {
  index: number
  header: string
  /** Null: it is not read. */
  field: Field | null
  match: Match
  /** Where nothing was matched, the nearest, best first. */
  suggestions: Field[]
}

const MOST_SUGGESTED = 3
/** A file may have thousands of columns: the nearest name is looked for of the first ones only. */
const MOST_LOOKED_AT = 200

/** What each column of a file was, or may be, taken for. `chosen`: by index, a field's name, or null for none. */
export function matchColumns(
  type: RecordType,
  header: FoundHeader,
  chosen: ReadonlyMap<number, string | null>,
): MatchedColumn[] {
  const fields = listColumns(type)
  const index = indexHeaders(fields)
  const taken = new Set<string>()
  const matched = header.headers.map((text, at): MatchedColumn => {
    const one = { index: at, header: text, suggestions: [] }
    if (chosen.has(at)) {
      const field = fields.find(({ name }) => name === chosen.get(at)) ?? null
      if (field) taken.add(field.name)
      return { ...one, field, match: 'CHOSEN' }
    }
    const field = text === '' || isColumnOfOurs(text) ? undefined : index.get(foldHeader(text))
    if (!field) return { ...one, field: null, match: 'NONE' }
    taken.add(field.name)
    return { ...one, field, match: isOwnName(field, text) ? 'NAME' : 'ALIAS' }
  })
  const free = fields.filter(({ name }) => !taken.has(name))
  for (const column of matched.slice(0, MOST_LOOKED_AT)) {
    if (column.match !== 'NONE' || column.header === '' || isColumnOfOurs(column.header)) continue
    column.suggestions = suggest(column.header, free)
    if (column.suggestions.length > 0) column.match = 'NEAR'
  }
  return matched
}

/** What the columns of a file are where a mapping says it. */
export function columnsOfPlan(plan: RowPlan, header: FoundHeader): MatchedColumn[] {
  const readings = [...plan.readings, ...(plan.institution ? [plan.institution] : [])]
  return header.headers.map((text, index) => {
    const field = readings.find(({ column }) => column === index)?.field ?? null
    return { index, header: text, field, match: field ? 'CHOSEN' : 'NONE', suggestions: [] }
  })
}

function isOwnName({ name, label }: Field, header: string): boolean {
  return [name, label.zh, label.en].some((own) => foldHeader(own) === foldHeader(header))
}

function suggest(header: string, free: Field[]): Field[] {
  const names = new Map<string, Field>()
  const ordered = [...free].sort((a, b) => Number(COMMON_FIELDS.includes(a)) - Number(COMMON_FIELDS.includes(b)))
  for (const field of ordered)
    for (const name of [field.label.zh, field.label.en, field.name, ...(field.also ?? [])])
      if (!names.has(name)) names.set(name, field)
  const near = findNearest(header, names.keys(), MOST_SUGGESTED * 3).map((name) => names.get(name)!)
  return [...new Set(near)].slice(0, MOST_SUGGESTED)
}
