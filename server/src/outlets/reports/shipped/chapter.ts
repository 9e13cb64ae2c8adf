import { readdirSync, readFileSync } from 'node:fs'
import { inLocale, type Locale } from '@causeway/shared/words/words'
import { parse } from 'yaml'
import type { Look } from '../tags/kinds.ts'
import { readShippedForms } from '../../../figures/forms/read-forms.ts'

/** A template as it is written: paragraphs, tables, charts. What is in braces is filled by a report. */
export interface Chapter {
  locale: Locale
  header: string
  footer: string
  blocks: Block[]
}

/** `page`: a first heading that begins a page. */
export type Style =
  | 'title'
  | 'subtitle'
  | 'mark'
  | 'page'
  | 'heading1'
  | 'heading2'
  | 'body'
  | 'caption'
  | 'note'
  | 'signature'

export type Block =
  | { style: Style; text: string }
  /** Widths of the columns in parts of the whole, each wide enough for every word of its head; a head breaks where it says so. */
  | { table: Table }
  | { chart: Chart }

export interface Chart {
  tag: string
  description: string
  /** Names until it is filled. */
  series: string[]
  /** Columns beside each other where it is not said. */
  look?: Look
  /** Of the numbers at its columns, as Excel writes formats; whole numbers where it is not said. */
  format?: string
}

/** A row for each turn of a loop (five years where none is named), or these rows. */
export interface Table {
  head: string[]
  widths: number[]
  row?: string[]
  rows?: string[][]
  loop?: string
  /** How many columns from the first hold words, which are set to the left; one where it is not said. */
  words?: number
}

/** What the file of a template says. */
interface Parts extends Omit<Chapter, 'locale' | 'blocks'> {
  /** A block a line: its style and its text, or `table` and `chart` with their names below. */
  text: string
  /** `form`: an edition of an official table, a row for each of its lines. */
  tables?: Record<string, Table & { form?: string }>
  charts?: Record<string, Chart>
}

function readChapter(file: URL, locale: Locale): Chapter {
  const { text, tables, charts, ...ends } = parse(readFileSync(file, 'utf8')) as Parts
  const blocks = text
    .trim()
    .split('\n')
    .map((line): Block => {
      const end = line.indexOf(' ')
      const [kind, rest] = [line.slice(0, end), line.slice(end + 1)]
      if (kind === 'chart') return { chart: charts![rest]! }
      if (kind !== 'table') return { style: kind as Style, text: rest }
      const { form, ...table } = tables![rest]!
      return { table: form ? { ...table, rows: linesOf(form, locale) } : table }
    })
  return { locale, ...ends, blocks }
}

/** Number, words and unit of each line of an official table, with the year before and the year picked. */
function linesOf(form: string, locale: Locale): string[][] {
  const [id, name] = form.split('/')
  const edition = readShippedForms()
    .find((one) => one.id === id)
    ?.editions.find((one) => one.edition === name)
  if (!edition) throw new Error(`there is no official table ${form}`)
  return edition.lines.map(({ number, label, unit }) => {
    const tag = `form:${form}/${number}`
    return [number, inLocale(label, locale), inLocale(unit, locale), `{${tag} previous number}`, `{${tag} number}`]
  })
}

function readAll(language: 'zh' | 'en', locale: Locale): [name: string, chapter: Chapter][] {
  const folder = new URL(`./${language}/`, import.meta.url)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => [`${language}/${file.replace('.yaml', '.docx')}`, readChapter(new URL(file, folder), locale)])
}

/** The templates that ship, as `zh/NAME.docx`. */
export const CHAPTERS: Record<string, Chapter> = Object.fromEntries([...readAll('zh', 'ZH'), ...readAll('en', 'EN')])
