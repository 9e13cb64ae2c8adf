import type { Locale } from '@causeway/shared/words/words'
import type { FileColumn, ImportReport, TypeField } from '../../../graph/generated.ts'
import type { Draft } from './import-draft.ts'

/** The field that keeps what no other one takes: of several columns too. */
export const REMARK = 'note'

/** As they are declared; of two names of one thing that in the language of the reader comes first. */
export function inOrderOf(fields: readonly TypeField[], locale: Locale): TypeField[] {
  const [own, other] = locale === 'ZH' ? ['_zh', '_en'] : ['_en', '_zh']
  return fields.map((field) => {
    const twin = (from: string, to: string) =>
      field.name.endsWith(from) && fields.find(({ name }) => name === field.name.slice(0, -from.length) + to)
    const mate = twin(own, other) || twin(other, own)
    if (!mate) return field
    const isFirst = fields.indexOf(field) < fields.indexOf(mate)
    return isFirst === field.name.endsWith(own) ? field : mate
  })
}

/** Name of the field that a column fills, as it was chosen or found; null: none. */
export function takenFor({ index, field }: FileColumn, { columns }: Draft): string | null {
  return (index in columns ? columns[index] : field?.name) ?? null
}

/** Nothing but the heads says what the columns are: a mapping says it of every one. */
export function isByHeaders({ reading }: Draft, { mapping }: ImportReport): boolean {
  return mapping === null && reading === null
}

/** The other columns that would fill the same field. */
export function columnsAlike(column: FileColumn, draft: Draft, report: ImportReport): FileColumn[] {
  const field = takenFor(column, draft)
  if (!isByHeaders(draft, report) || field === null) return []
  const alike = report.columns.filter((one) => one !== column && takenFor(one, draft) === field)
  const isKept = field === REMARK && [column, ...alike].some(({ index }) => draft.columns[index] === REMARK)
  return isKept ? [] : alike
}

/** Something of the field may be in the column, and nobody said what to do with it. */
export function mayHold(column: FileColumn, { name }: TypeField, { columns }: Draft): boolean {
  return !(column.index in columns) && [...column.mayHold, ...column.suggestions].some((field) => field.name === name)
}

/** It may be a field, or has no name and something in it, and nobody said what to do with it. */
export function isUndecided(column: FileColumn, { columns }: Draft, { problems }: ImportReport): boolean {
  const { index, header, field } = column
  if (field || index in columns) return false
  const isUnnamed = header === '' && problems.some(({ columnIndex }) => columnIndex === index)
  return isUnnamed || column.mayHold.length > 0 || column.sure === 'NEAR'
}

/** Somebody should look at a column. */
export function isInDoubt(draft: Draft, report: ImportReport): boolean {
  return (
    isByHeaders(draft, report) &&
    report.columns.some(
      (column) =>
        column.sure === 'NEAR' || isUndecided(column, draft, report) || columnsAlike(column, draft, report).length > 0,
    )
  )
}

/** What a mapping calls a column: its head, or its letter where others have that too. */
export function nameInMapping({ columns }: ImportReport, index: number): string {
  const { header, letter } = columns.find((column) => column.index === index)!
  return columns.filter((column) => column.header === header).length === 1 ? header : `=${letter}`
}
