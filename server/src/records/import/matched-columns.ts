import type { Field, RecordType } from '../record-type.ts'
import { readColumnValues } from './column-values.ts'
import type { FoundHeader } from './find-header.ts'
import { foldHeader, indexHeaders, isColumnOfOurs, listColumns } from './match-header.ts'
import { FieldOffers } from './offer-fields.ts'
import type { RowPlan } from './row-plan.ts'
import type { SourceRow } from './source-row.ts'

export const MATCHES = ['NAME', 'ALIAS', 'CHOSEN', 'NEAR', 'NONE'] as const
/** NAME: the field's own name or label. ALIAS: another known header. NEAR: offered, and not read until somebody chooses it. */
export type Match = (typeof MATCHES)[number]

/** What one column of a file was taken for. */
export interface MatchedColumn {
  index: number
  header: string
  /** Null: it is not read. */
  field: Field | null
  match: Match
  /** Where it is not read: the field that its header and what is under it speak for. */
  suggestions: Field[]
  /** Where it is not read, and nobody said so: required fields of which something may be in it, in whatever shape. */
  mayHold: Field[]
}

/** A file may have thousands of columns: offers are made for the first ones only. */
const MOST_LOOKED_AT = 200

/**
 * What each column of a file was, or may be, taken for. `chosen`: by index, a field's name, or null for none. `head`: the first
 * rows of the table.
 */
export function matchColumns(
  type: RecordType,
  header: FoundHeader,
  chosen: ReadonlyMap<number, string | null>,
  head: readonly SourceRow[],
): MatchedColumn[] {
  const fields = listColumns(type)
  const index = indexHeaders(fields)
  const taken = new Set<string>()
  const matched = header.headers.map((text, at): MatchedColumn => {
    const one = { index: at, header: text, suggestions: [], mayHold: [] }
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
  const offers = new FieldOffers(fields.filter(({ name }) => !taken.has(name)))
  const values = readColumnValues(header.headers, head, header.row)
  for (const column of matched.slice(0, MOST_LOOKED_AT)) {
    if (column.match !== 'NONE' || isColumnOfOurs(column.header)) continue
    const offered = column.header === '' ? null : offers.offer(values[column.index]!)
    if (offered) Object.assign(column, { match: 'NEAR', suggestions: [offered] })
    column.mayHold = offers.heldBy(values[column.index]!)
  }
  withoutRivals(matched)
  return matched
}

/** A field that two columns could fill is offered for neither. */
function withoutRivals(matched: MatchedColumn[]): void {
  const near = matched.filter(({ match }) => match === 'NEAR')
  for (const column of near)
    if (near.some((other) => other !== column && other.suggestions[0] === column.suggestions[0])) column.match = 'NONE'
  for (const column of near) if (column.match === 'NONE') column.suggestions = []
}

/** What the columns of a file are where a mapping says it. */
export function columnsOfPlan(plan: RowPlan, header: FoundHeader): MatchedColumn[] {
  const readings = [...plan.readings, ...(plan.institution ? [plan.institution] : [])]
  return header.headers.map((text, index) => {
    const field = readings.find(({ column }) => column === index)?.field ?? null
    return { index, header: text, field, match: field ? 'CHOSEN' : 'NONE', suggestions: [], mayHold: [] }
  })
}

function isOwnName({ name, label }: Field, header: string): boolean {
  return [name, label.zh, label.en].some((own) => foldHeader(own) === foldHeader(header))
}
