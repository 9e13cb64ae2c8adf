import type { FileColumn, ImportReport, TypeField } from '../../../graph/generated.ts'
import { mayHold, takenFor } from './column-choices.ts'
import type { Draft } from './import-draft.ts'
import { askedAgain, saidOfAll, valueOfAll } from './said-values.ts'
import { fieldsRead } from './taken-moves.ts'

/** A field that may be in columns of which nobody said yet what they are. */
export interface HeldField {
  field: TypeField
  columns: FileColumn[]
}

export interface Lacking {
  fields: TypeField[]
  held: HeldField[]
  /** Others that one value could be said of for all rows. */
  others: TypeField[]
  /** By a field that may be empty: indicators in which no row counts without it. */
  figures: ReadonlyMap<string, string>
  /** Without them no row is right. */
  isAsked: boolean
}

const NOTHING: Lacking = { fields: [], held: [], others: [], figures: new Map(), isAsked: false }

/** What the file has no column for. */
export function whatLacks(draft: Draft, report: ImportReport): Lacking {
  const { recordType, columns, reading } = report
  if (!recordType || columns.length === 0) return NOTHING
  const taken = new Set(columns.map((column) => takenFor(column, draft)))
  const isMapped = draft.mapping !== null || draft.reading !== null
  const known = isMapped && reading !== null ? fieldsRead(reading) : null
  const said = saidOfAll(report)
  // What a column may hold is no value for every row, and a person or a code is never the same in each.
  const held = recordType.fields.flatMap((field) => {
    const holding = taken.has(field.name) || draft.mapping !== null ? [] : heldIn(columns, field, draft)
    return holding.length > 0 ? [{ field, columns: holding }] : []
  })
  const figures = new Map(recordType.needed.map(({ field, indicators }) => [field, indicators]))
  const isFree = ({ name, kind }: TypeField) =>
    !taken.has(name) && !known?.has(name) && kind !== 'person' && name !== 'code' && !isHeld(held, name)
  // What was filled in stays where it can be taken out again.
  const isShown = (field: TypeField) =>
    field.name in draft.constants ||
    field.name in draft.ofSheets ||
    said.has(field.name) ||
    (isFree(field) && draft.mapping === null && isOffered(field, figures))
  const fields = recordType.fields.filter(isShown)
  return {
    fields,
    held,
    others: recordType.fields.filter((field) => isFree(field) && !fields.includes(field)),
    figures,
    isAsked:
      held.length > 0 ||
      fields.some(
        (field) =>
          field.name in { ...draft.constants, ...draft.ofSheets } ||
          askedAgain(report, field.name) !== null ||
          (isNeeded(field, figures) && (draft.mapping === null || isOpen(draft, field, said))),
      ),
  }
}

function heldIn(columns: readonly FileColumn[], field: TypeField, draft: Draft): FileColumn[] {
  return columns.filter((column) => mayHold(column, field, draft))
}

const isHeld = (held: readonly HeldField[], name: string) => held.some(({ field }) => field.name === name)

const isNeeded = ({ name, required }: TypeField, figures: Lacking['figures']) => required || figures.has(name)

const isOffered = (field: TypeField, figures: Lacking['figures']) => isNeeded(field, figures) || field.name === 'unit'

/** Nothing fills it yet. */
export function isOpen(draft: Draft, { name }: TypeField, said: ReturnType<typeof saidOfAll>): boolean {
  const of = said.get(name)
  const isFromSheet = of !== undefined && of.is !== 'constant' && !(name in draft.constants)
  return valueOfAll(draft, name, of) === '' && !isFromSheet && !Object.values(draft.ofSheets[name] ?? {}).some(Boolean)
}
