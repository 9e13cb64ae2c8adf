import { numberFormat } from '@causeway/shared/format-figure'
import type { TableCell } from '@causeway/shared/table'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import type { Causeway } from '../../figures/causeway.ts'
import { momentWords, newWorkbook, widthOf } from '../../ground/downloads.ts'
import type { ReadView } from '../pictures/named-view.ts'
import { formatDay } from '../pictures/picture-notes.ts'
import { dayCell, writeFacts, writeTable, WORKBOOK_WORDS } from './workbook-sheet.ts'

const TEXTS = {
  ...WORKBOOK_WORDS,
  table: { zh: '表格', en: 'Table' },
  about: { zh: '说明与来源', en: 'About and source' },
  indicators: { zh: '指标', en: 'Indicators' },
  source: { zh: '来源', en: 'Source' },
} satisfies Record<string, Words>

/** A view that has a name as a workbook: its table with numbers as numbers, and a second sheet that says what it is and whence. */
export async function viewToXlsx(
  view: ReadView,
  address: string,
  locale: Locale,
  clock: Pick<Causeway, 'timeZone'>,
): Promise<Buffer> {
  const { spec, table, institution, narrowed = [] } = view
  const say = (words: Words) => inLocale(words, locale)
  const origin = { title: say(spec.title), institution: institution.name, revisionOf: view.computedAt }
  const workbook = await newWorkbook(origin, locale)
  const { title, decimals } = spec
  const columns = table.columns.map(({ heading, numeric }, at) => ({
    heading: say(heading),
    width: numeric ? 14 : widthFor(table.rows, at, locale),
  }))
  const rows = table.rows.map((cells) =>
    cells.map((cell, at) => ({
      content: cell.day ? dayCell(cell.day) : (cell.value ?? say(cell.text)),
      format: table.columns[at]?.numeric ? formatOf(cell, decimals, locale) : undefined,
    })),
  )
  const { notes, symbols } = table
  const sheet = { title, subtitle: [spec.subtitle, ...narrowed], institution, columns, rows, notes, symbols }
  writeTable(workbook.addWorksheet(say(TEXTS.table)), sheet, locale)
  writeFacts(workbook.addWorksheet(say(TEXTS.about)), aboutOf(view, address, locale, clock), locale)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function aboutOf(
  view: ReadView,
  address: string,
  locale: Locale,
  clock: Pick<Causeway, 'timeZone'>,
): [string, string | null][] {
  const { spec, institution, profile, computedAt, codes, source } = view
  const say = (words: Words) => inLocale(words, locale)
  const facts: [Words, string | null][] = [
    [TEXTS.institution, `${say(institution.name)} (${institution.code})`],
    [TEXTS.summary, say(spec.summary)],
    [TEXTS.indicators, codes.join(', ') || null],
    [TEXTS.source, source ? say(source) : null],
    [TEXTS.profile, say(profile === 'EXACT' ? TEXTS.exact : TEXTS.public)],
    [TEXTS.dataDate, institution.dataDate && formatDay(institution.dataDate, locale === 'ZH' ? 'zh-CN' : 'en-GB')],
    [TEXTS.revision, computedAt && `${momentWords(computedAt, clock)} (${institution.revision})`],
    [TEXTS.address, address],
  ]
  return facts.map(([name, text]) => [say(name), text])
}

/** As it is read, with the sign behind it that the notes explain. */
function formatOf({ value, text }: TableCell, decimals: number, locale: Locale) {
  const sign = /[^\d.,]+$/.exec(inLocale(text, locale))?.[0]
  return () => numberFormat(value ?? 0, Math.max(decimals, 1)) + (sign ? `"${sign}"` : '')
}

const NARROWEST = 14
const WIDEST = 44

function widthFor(rows: readonly TableCell[][], at: number, locale: Locale): number {
  const longest = Math.max(0, ...rows.map((row) => widthOf(row[at] ? inLocale(row[at].text, locale) : '')))
  return Math.min(Math.max(longest + 2, NARROWEST), WIDEST)
}
