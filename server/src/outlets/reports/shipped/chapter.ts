import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Locale } from '@causeway/shared/words/words'

/** A template as it is written: paragraphs, one table of years, one chart. What is in braces is filled by a report. */
export interface Chapter {
  locale: Locale
  header: string
  footer: string
  blocks: Block[]
}

type Style = 'title' | 'subtitle' | 'mark' | 'heading1' | 'heading2' | 'body' | 'caption' | 'note'

export type Block =
  | { style: Style; text: string }
  /** Widths of the columns in parts of the whole, each wide enough for every word of its head; a head breaks where it says so. */
  | { table: { head: string[]; row: string[]; widths: number[]; loop?: string } }
  | { chart: { tag: string; description: string; series: string[] } }

const ROW = ['{year}', '{DN02.number}', '{DN03.number}', '{EX02.number}', '{EX07.number}', '{ST01.number}']

/** What the file of a language says. */
interface Parts extends Omit<Chapter, 'locale' | 'blocks'> {
  /** A block a line: its style and its text, or where the table and the chart are. */
  text: string
  table: { head: string[]; widths: number[] }
  chart: { description: string; series: string[] }
}

function readChapter(language: 'zh' | 'en', locale: Locale): Chapter {
  const file = new URL(`./${language}.yaml`, import.meta.url)
  const { text, table, chart, ...ends } = parse(readFileSync(file, 'utf8')) as Parts
  const blocks = text
    .trim()
    .split('\n')
    .map((line): Block => {
      if (line === 'table') return { table: { ...table, row: ROW } }
      if (line === 'chart') return { chart: { ...chart, tag: '{chart DN02 DN03}' } }
      const end = line.indexOf(' ')
      return { style: line.slice(0, end) as Style, text: line.slice(end + 1) }
    })
  return { locale, ...ends, blocks }
}

/** The templates that ship, by the folder of their language. */
export const CHAPTERS: Record<'zh' | 'en', Chapter> = {
  zh: readChapter('zh', 'ZH'),
  en: readChapter('en', 'EN'),
}
/** `templates/zh/NAME`. */
export const TEMPLATE_NAME = 'quality-report-international.docx'
