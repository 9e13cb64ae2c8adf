import type { Field } from '../../record-type.ts'
import { saidBeside, type SaidBeside, type TitlePlace } from '../mapping/held-against-titles.ts'
import type { ImportPreview } from '../report/import-preview.ts'
import { lackingOf, lookAt, type LookedTable } from './looked-table.ts'
import { saidOf } from './title-moves.ts'

/** A value for all rows that the title, the name of the sheet or that of the file says. */
export interface TitleOffer {
  recordType: string
  field: string
  /** The value as a cell of the field would hold it; null if the text names a range and no single day. */
  value: string | null
  place: TitlePlace
  /** The whole text. */
  line: string
  /** The part of it that says the value. */
  text: string
  /** The sheet whose rows it is of, where several are read and do not say the same; null: all rows. */
  sheet: string | null
}

/** Returns what texts beside the table say of fields that no column fills. */
export function titleOffers(preview: ImportPreview): TitleOffer[] {
  return lookAt(preview).flatMap((table) =>
    [...lackingOf(table), ...saidOf(table)].flatMap((field) => offersOf(table, field)),
  )
}

function offersOf({ type, titles }: LookedTable, field: Field): TitleOffer[] {
  const said = titles.flatMap((one) => firstOf(saidBeside(field, type, one), titles.length > 1 ? one.name : null))
  const isAlike = said.length === titles.length && said.every(({ value }) => value === said[0]!.value)
  const offers = isAlike ? [{ ...said[0]!, sheet: null }] : said
  return offers.map((one) => ({ ...one, recordType: type.name, field: field.name }))
}

/** What the first place that says anything says, unless it says several things. */
function firstOf(said: readonly SaidBeside[], sheet: string | null): Omit<TitleOffer, 'recordType' | 'field'>[] {
  const [first] = said
  if (!first) return []
  const { place, line, from, to, value } = first
  const others = said.filter((one) => one.place === place && one.is !== first.is)
  return others.length > 0 ? [] : [{ place, line, text: line.slice(from, to), value, sheet }]
}
