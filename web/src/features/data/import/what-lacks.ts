import type { FileColumn, ImportReport, TypeField } from '../../../graph/generated.ts'
import { mayHold, takenFor } from './column-choices.ts'
import type { Draft } from './import-draft.ts'
import { fieldsRead } from './taken-moves.ts'

/** A field that may be in columns of which nobody said yet what they are. */
export interface HeldField {
  field: TypeField
  columns: FileColumn[]
}

export interface Lacking {
  fields: TypeField[]
  held: HeldField[]
  /** By a field that may be empty: indicators in which no row counts without it. */
  figures: ReadonlyMap<string, string>
  /** Without them no row is right. */
  isAsked: boolean
}

/** What the file has no column for. */
export function whatLacks(draft: Draft, { recordType, columns, reading }: ImportReport): Lacking {
  if (!recordType || draft.mapping !== null || columns.length === 0)
    return { fields: [], held: [], figures: new Map(), isAsked: false }
  const taken = new Set(columns.map((column) => takenFor(column, draft)))
  const known = draft.reading === null || reading === null ? null : fieldsRead(draft.reading)
  // What a column may hold is no value for every row, and a person or a code is never the same in each.
  const held = recordType.fields.flatMap((field) => {
    const holding = taken.has(field.name) ? [] : columns.filter((column) => mayHold(column, field, draft))
    return holding.length > 0 ? [{ field, columns: holding }] : []
  })
  const figures = new Map(recordType.needed.map(({ field, indicators }) => [field, indicators]))
  const fields = recordType.fields.filter(
    ({ name, kind, required }) =>
      // What was filled in stays where it can be taken out again.
      (!taken.has(name) &&
        !known?.has(name) &&
        ((required && kind !== 'person' && name !== 'code') || name === 'unit' || figures.has(name)) &&
        !held.some(({ field }) => field.name === name)) ||
      (draft.constants[name] ?? '') !== '',
  )
  return {
    fields,
    held,
    figures,
    isAsked: held.length > 0 || fields.some(({ name, required }) => required || figures.has(name)),
  }
}
