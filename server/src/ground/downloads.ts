import type { Workbook } from '@cj-tech-master/excelts'
import { USUAL_ZONE } from '@causeway/shared/moment'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'

/** A line of CSV (RFC 4180): what another delimiter, a quote, a break or blanks at an end could blur is in quotes. */
export function csvLine(cells: readonly string[], delimiter = ','): string {
  return `${cells.map(quote).join(delimiter)}\r\n`
}

/** A file of such lines; Excel takes it for UTF-8 by the mark that it begins with. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => csvLine(cells)).join('')}`
}

function quote(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** A spreadsheet runs what begins like a formula. An apostrophe before it makes it text; so does one before an apostrophe, to be undone. */
export function guardFormula(cell: string): string {
  return /^[=+\-@\t\r']/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell
}

/** A guarded cell as it was. */
export function unguardFormula(cell: string): string {
  return /^'[=+\-@\t\r']/.test(cell) ? cell.slice(1) : cell
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/gu

/** Columns that a text takes on a terminal or in a cell: a Chinese character takes two. */
export function widthOf(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0)
}

/** A moment by the clock of the college, its zone said: `2024-11-20 16:32 (Asia/Shanghai, UTC+08:00)`. */
export function momentWords(iso: string, { timeZone = USUAL_ZONE }: { timeZone?: string }): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZone, timeZoneName: 'longOffset' },
  } as Intl.DateTimeFormatOptions).formatToParts(new Date(iso))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  const offset = part('timeZoneName').replace('GMT', 'UTC')
  const zone = timeZone === 'UTC' ? 'UTC' : `${timeZone}, ${offset}`
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')} (${zone})`
}

interface Origin {
  title: string
  institution: Words
  /** ISO date-time of the revision that it was made from; null: of none. */
  revisionOf: string | null
}

/**
 * An empty workbook; what writes it is loaded with the first: it is large. Its properties say what it is of, from the records and not from
 * the clock: the same revision gives the same file.
 */
export async function newWorkbook(origin?: Origin, locale?: Locale): Promise<Workbook> {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  if (!origin || !locale) return workbook
  workbook.title = origin.title
  workbook.creator = workbook.lastModifiedBy = inLocale(origin.institution, locale)
  workbook.created = workbook.modified = new Date(origin.revisionOf ?? 0)
  return workbook
}
