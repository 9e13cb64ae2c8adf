import { inLocale, type Locale } from '@causeway/shared/words/words'
import { csvLine, guardFormula } from '../../ground/csv.ts'
import type { NamedView, ReadView, ViewCell } from '../pictures/named-view.ts'

/** The rows of a view, its numbers unrounded, what is not known empty. Begins with a byte order mark, so that Excel reads Chinese. */
export function viewToCsv({ rows }: ReadView, locale: Locale): string {
  const lines = rows!.rows.map((row) => row.map((cell) => textOf(plain(cell, locale))))
  return `\uFEFF${[[...rows!.columns], ...lines].map((line) => csvLine(line)).join('')}`
}

/** The same for programs: one object a row, by the names of the columns. */
export function viewToJson({ name }: NamedView, view: ReadView, locale: Locale): object {
  const { institution, spec, computedAt, profile, rows } = view
  return {
    view: name,
    title: inLocale(spec.title, locale),
    institution: { code: institution.code, name: inLocale(institution.name, locale) },
    profile,
    revision: institution.revision,
    computedAt,
    summary: inLocale(spec.summary, locale),
    rows: rows!.rows.map((row) => Object.fromEntries(row.map((cell, at) => [rows!.columns[at], plain(cell, locale)]))),
  }
}

function plain(cell: ViewCell, locale: Locale): string | number | null {
  return typeof cell === 'object' && cell !== null ? inLocale(cell, locale) : cell
}

function textOf(cell: string | number | null): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : guardFormula(cell)
}
