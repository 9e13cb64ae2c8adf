import type { Cell, Worksheet } from '@cj-tech-master/excelts'
import { numberFormat } from '@causeway/shared/format-figure'
import { periodLabel } from '@causeway/shared/period'
import { inLocale, type Locale } from '@causeway/shared/words/words'
import type { Causeway } from '../../figures/causeway.ts'
import { releaseWords } from '../../figures/releases/release.ts'
import { momentWords, widthOf, newWorkbook } from '../../ground/downloads.ts'
import type { FilledForm, FilledLine, LineContent } from './fill-form.ts'
import { confidenceWords, contentWords, shownDecimals } from './form-words.ts'
import { CONFIDENCES, type Confidence, type FormLine } from '../../figures/indicators/form-line.ts'
import type { FormValue } from './form-values.ts'
import TEXTS from './sheet-words.json' with { type: 'json' }

type TextKey = keyof typeof TEXTS
const COLUMNS: readonly { key: TextKey; width: number }[] = [
  { key: 'number', width: 7 },
  { key: 'label', width: 40 },
  { key: 'unit', width: 11 },
  { key: 'value', width: 14 },
  { key: 'last', width: 14 },
  { key: 'filed', width: 12 },
  { key: 'note', width: 44 },
]
const A4 = 9
const MOST_LINES_ON_A_PAGE = 24
const FONTS: Record<Locale, string> = { ZH: '宋体', EN: 'Calibri' }
const NOTE_SIZE = 9
const SIZE = 11
const LINE_HEIGHT = 16
const GREY = 'FF595959'
const THIN = { style: 'thin' as const, color: { argb: 'FF8C8C8C' } }

/** A filled form as a workbook that can be printed on A4 as it is. Numbers are numbers; a gap is written as what it is. */
export async function formToXlsx(
  filled: FilledForm,
  locale: Locale,
  clock: Pick<Causeway, 'timeZone'>,
): Promise<Buffer> {
  const say = (key: TextKey) => inLocale(TEXTS[key], locale)
  const { form, institution } = filled
  const title = inLocale(form.name, locale)
  const workbook = await newWorkbook(
    { title, institution: institution.name, revisionOf: institution.committedAt },
    locale,
  )
  const hasFiled = filled.lines.some(({ filed }) => filed !== null)
  const columns = COLUMNS.filter(({ key }) => key !== 'filed' || hasFiled)
  const sheet = workbook.addWorksheet(sheetName(title), {
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      // One page, where that is still to be read.
      fitToHeight: filled.lines.length <= MOST_LINES_ON_A_PAGE ? 1 : 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: locale === 'ZH' ? '第 &P 页，共 &N 页' : 'Page &P of &N' },
  })
  columns.forEach(({ width }, at) => (sheet.getColumn(at + 1).width = width))
  const last = columns.length

  writeAcross(sheet, last, titleOf(filled, locale), locale, { size: 16, bold: true, center: true, height: 30 })
  for (const text of headLines(filled, locale))
    writeAcross(sheet, last, text, locale, { size: 10, height: LINE_HEIGHT })
  const head = sheet.addRow(columns.map(({ key }) => say(key)))
  head.height = 22
  head.eachCell((cell) => {
    cell.font = { name: FONTS[locale], bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7EEF4' } }
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
    frame(cell)
  })
  sheet.views = [{ state: 'frozen', ySplit: head.number }]
  sheet.pageSetup.printTitlesRow = `${head.number}:${head.number}`
  for (const line of filled.lines) writeLine(sheet, line, columns, filled, locale)
  sheet.addRow([])
  for (const text of footnotes(filled, locale, clock))
    writeAcross(sheet, last, text, locale, { size: 9, color: GREY, height: 14 })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function titleOf({ form, reportYear }: FilledForm, locale: Locale): string {
  return locale === 'ZH' ? `${form.name.zh}（${reportYear}年度）` : `${form.name.en}, report of ${reportYear}`
}

function headLines({ edition, institution, period, profile, inForce }: FilledForm, locale: Locale): string[] {
  const say = (key: TextKey) => inLocale(TEXTS[key], locale)
  const colon = locale === 'ZH' ? '：' : ': '
  const facts = [
    `${say('institution')}${colon}${inLocale(institution.name, locale)}${locale === 'ZH' ? `（${institution.code}）` : ` (${institution.code})`}`,
    `${say('period')}${colon}${periodLabel(period, locale)}`,
    `${say('edition')}${colon}${inLocale(edition.name, locale)}`,
    ...(institution.dataDate ? [`${say('dataDate')}${colon}${institution.dataDate}`] : []),
  ]
  const notes = [
    ...(institution.demonstration ? [say('demonstration')] : []),
    ...(institution.release ? [inLocale(releaseWords(institution.release), locale)] : []),
    ...(profile === 'PUBLIC' ? [say('publicOnly')] : []),
    ...(inForce ? [] : [say('notInForce')]),
  ]
  return [facts.join('    '), ...(notes.length > 0 ? [notes.join(locale === 'ZH' ? '；' : '; ')] : [])]
}

function writeLine(
  sheet: Worksheet,
  filled: FilledLine,
  columns: readonly { key: TextKey; width: number }[],
  form: FilledForm,
  locale: Locale,
): void {
  const { line, note, last, filed } = filled
  const row = sheet.addRow([])
  columns.forEach(({ key, width }, at) => {
    const cell = row.getCell(at + 1)
    frame(cell)
    cell.font = { name: FONTS[locale], size: key === 'note' ? NOTE_SIZE : SIZE }
    cell.alignment = { vertical: 'middle', wrapText: true }
    if (key === 'number') write(cell, line.number, 'center')
    else if (key === 'label') {
      write(cell, inLocale(line.label, locale), 'left')
      const hint = hintOf(filled, form, locale)
      if (hint !== '') cell.note = hint
      cell.alignment = { ...cell.alignment, indent: line.under === undefined ? 0 : 2 }
    } else if (key === 'unit') write(cell, inLocale(line.unit, locale), 'center')
    else if (key === 'value') writeContent(cell, line, filled, locale)
    else if (key === 'last') writeContent(cell, line, last, locale)
    else if (key === 'filed') {
      cell.value = filed?.value ?? filed?.text ?? null
      cell.alignment = {
        ...cell.alignment,
        horizontal: filed?.value == null ? 'center' : 'right',
        indent: filed?.value == null ? 0 : 1,
      }
    } else {
      const hand = filled.handFilled
      const typed = filled.source === 'hand-filled' ? inLocale(TEXTS.handFilled, locale) : ''
      const said = hand ? handWords(hand, locale) : note ? inLocale(note, locale) : typed
      write(cell, said, 'left')
    }
    const size = key === 'note' ? NOTE_SIZE : SIZE
    const lines = Math.ceil((widthOf(String(cell.value ?? '')) * size) / SIZE / (width - 1))
    row.height = Math.max(row.height ?? 20, 6 + lines * size * 1.35)
  })
}

/** The filling note, the period of a line that has another than the form, and how sure its wording is. */
function hintOf({ line, figures }: FilledLine, form: FilledForm, locale: Locale): string {
  const { period } = form
  const own = figures[0]?.figure.period
  const isOther = own !== undefined && (own.start !== period.start || own.end !== period.end)
  return [
    ...(line.definition ? [inLocale(line.definition, locale)] : []),
    ...(isOther
      ? [`${inLocale(TEXTS.period, locale)}${locale === 'ZH' ? '：' : ': '}${periodLabel(own, locale)}`]
      : []),
    ...(confidencesIn(form).length > 1 ? [inLocale(confidenceWords[line.confidence], locale)] : []),
  ].join('\n')
}

function handWords({ source, filledBy, filledOn }: FormValue, locale: Locale): string {
  const said = inLocale(TEXTS.handFilled, locale)
  return locale === 'ZH'
    ? `${said}：${source}（${filledBy}，${filledOn}）`
    : `${said}: ${source} (${filledBy}, ${filledOn})`
}

function writeContent(cell: Cell, line: FormLine, content: LineContent, locale: Locale): void {
  if (content.value === null) {
    write(cell, inLocale(contentWords(content), locale), 'center')
    cell.font = { name: FONTS[locale], color: { argb: GREY }, size: NOTE_SIZE }
    return
  }
  cell.value = content.value
  cell.numFmt = numberFormat(content.value, shownDecimals(line, content))
  cell.alignment = { ...cell.alignment, horizontal: 'right', indent: 1 }
}

/** As text, whatever it looks like: an official number of a line is no number, and a note no formula. */
function write(cell: Cell, text: string, horizontal: 'left' | 'center'): void {
  cell.numFmt = '@'
  cell.value = text === '' ? null : text
  cell.alignment = { ...cell.alignment, horizontal }
}

function footnotes(filled: FilledForm, locale: Locale, clock: Pick<Causeway, 'timeZone'>): string[] {
  const say = (key: TextKey) => inLocale(TEXTS[key], locale)
  const colon = locale === 'ZH' ? '：' : ': '
  const used = confidencesIn(filled)
  const stated = used
    .map((one) => inLocale(confidenceWords[one], locale) + (used.length > 1 ? linesOf(filled, one, locale) : ''))
    .join(locale === 'ZH' ? '；' : '; ')
  const { committedAt } = filled.institution
  return [
    `${say('wordings')}${colon}${stated}${locale === 'ZH' ? '。' : '.'}`,
    [say('made'), ...(committedAt ? [`${say('updated')} ${momentWords(committedAt, clock)}`] : [])].join(
      locale === 'ZH' ? '，' : '; ',
    ),
  ]
}

function confidencesIn({ lines }: FilledForm): Confidence[] {
  const used = new Set(lines.map(({ line }) => line.confidence))
  return CONFIDENCES.filter((one) => used.has(one))
}

/** Which lines are worded so, by their numbers; the words of a line are the table's own. */
function linesOf({ lines }: FilledForm, confidence: Confidence, locale: Locale): string {
  const runs: string[][] = []
  let before: Confidence | null = null
  for (const { line } of lines) {
    if (line.confidence === confidence && before === confidence) runs.at(-1)!.push(line.number)
    else if (line.confidence === confidence) runs.push([line.number])
    before = line.confidence
  }
  const [to, comma] = locale === 'ZH' ? ['至', '、'] : [' to ', ', ']
  const numbers = runs.flatMap((run) => (run.length > 2 ? [`${run[0]}${to}${run.at(-1)}`] : run)).join(comma)
  return locale === 'ZH' ? `（${numbers}）` : ` (${numbers})`
}

function writeAcross(
  sheet: Worksheet,
  columns: number,
  text: string,
  locale: Locale,
  {
    size,
    bold = false,
    center = false,
    color = 'FF000000',
    height,
  }: { size: number; bold?: boolean; center?: boolean; color?: string; height: number },
): void {
  const row = sheet.addRow([text])
  sheet.mergeCells(row.number, 1, row.number, columns)
  const cell = row.getCell(1)
  cell.font = { name: FONTS[locale], size, bold, color: { argb: color } }
  cell.alignment = { vertical: 'middle', horizontal: center ? 'center' : 'left', wrapText: true }
  const width = COLUMNS.reduce((sum, column) => sum + column.width, 0)
  row.height = height * Math.max(1, Math.ceil((widthOf(text) * size) / 11 / width))
}

function frame(cell: Cell): void {
  cell.border = { top: THIN, bottom: THIN, left: THIN, right: THIN }
}

/** Excel forbids some signs, and more than 31. */
function sheetName(text: string): string {
  return text.replaceAll(/[[\]*?/\\:]/g, ' ').slice(0, 31)
}
