import type { Worksheet } from '@cj-tech-master/excelts'
import { gapWords, numberFormat } from '@causeway/shared/format-figure'
import { periodLabel } from '@causeway/shared/period'
import { categoryWords, dimensionName } from '@causeway/shared/series-facts'
import type { Figure } from '@causeway/shared/figure'
import { summarise } from '@causeway/shared/summary'
import { basisWords, scopeWords } from '@causeway/shared/words/terms'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import type { Causeway } from '../../figures/causeway.ts'
import { reasonWords, roundedWords, seriesNotes, stayedWords } from '../../figures/recounted-words.ts'
import { formulaOf } from '../../figures/indicators/formula.ts'
import { momentWords, newWorkbook } from '../../ground/downloads.ts'
import { formatDay } from '../pictures/picture-notes.ts'
import type { SeriesView } from '../pictures/series-view.ts'
import { dayCell, writeFacts, writeTable, type NumberFormat, WORKBOOK_WORDS } from './workbook-sheet.ts'
import SERIES_WORDS from './series-to-xlsx.json' with { type: 'json' }

const TEXTS = { ...WORKBOOK_WORDS, ...SERIES_WORDS } satisfies Record<string, Words>

interface Column {
  heading: string
  width: number
  of: (figure: Figure) => string | number | Date | null
  /** How a number is shown. */
  format?: NumberFormat
}

/**
 * Series as a workbook: figures as numbers, a gap by its sign, and for each a second sheet that says what they are and whence.
 * `addresses`: of the page of each.
 */
export async function seriesToXlsx(
  views: readonly SeriesView[],
  addresses: string[],
  locale: Locale,
  clock: Pick<Causeway, 'timeZone'>,
): Promise<Buffer> {
  const [{ institution, series }] = views as [SeriesView]
  const title = views.map(({ spec }) => inLocale(spec.title, locale)).join(', ')
  const workbook = await newWorkbook({ title, institution: institution.name, revisionOf: series.computedAt }, locale)
  const sheet = (name: Words, { declaration }: SeriesView) =>
    workbook.addWorksheet(sheetName(inLocale(name, locale), views.length > 1 ? declaration.code : ''))
  for (const view of views) writeFigures(sheet(TEXTS.figures, view), view, locale)
  views.forEach((view, at) => writeAbout(sheet(TEXTS.about, view), view, addresses[at]!, locale, clock))
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** Excel takes 31 letters. */
function sheetName(name: string, code: string): string {
  return `${code} ${name}`.trim().slice(0, 31)
}

function writeFigures(sheet: Worksheet, view: SeriesView, locale: Locale): void {
  const { spec, narrowed, institution, series } = view
  const columns = columnsOf(view, locale)
  const rows = series.figures.map((figure) => columns.map(({ of, format }) => ({ content: of(figure), format })))
  const { title, symbols } = spec
  writeTable(
    sheet,
    {
      title,
      subtitle: [spec.subtitle, ...narrowed],
      institution,
      columns,
      rows,
      notes: seriesNotes(series),
      symbols,
    },
    locale,
  )
}

function columnsOf({ series, declaration, facts, targetsOf }: SeriesView, locale: Locale): Column[] {
  const say = (key: keyof typeof TEXTS) => inLocale(TEXTS[key], locale)
  const { figures, dimension, across } = series
  const has = (of: (figure: Figure) => unknown) => figures.some((figure) => of(figure) != null)
  const unit = inLocale(declaration.unit, locale)
  const [open, close] = locale === 'ZH' ? ['（', '）'] : [' (', ')']
  const number = (value: number) => numberFormat(value, declaration.decimals)
  const name = (figure: Figure, side: 'category' | 'across') =>
    figure[side] === null
      ? say('whole')
      : inLocale(categoryWords({ ...figure, [side === 'category' ? 'across' : 'category']: null }, facts), locale)
  const reason = (figure: Figure) => {
    const words = reasonWords(figure, series)
    return words && inLocale(words, locale)
  }
  return [
    { heading: say('period'), width: 18, of: ({ period }) => periodLabel(period, locale) },
    { heading: say('first'), width: 12, of: ({ period }) => dayCell(period.start) },
    { heading: say('last'), width: 12, of: ({ period }) => dayCell(period.end) },
    ...(dimension ? [{ heading: nameOf(dimension, locale), width: 28, of: (it: Figure) => name(it, 'category') }] : []),
    ...(across ? [{ heading: nameOf(across, locale), width: 28, of: (it: Figure) => name(it, 'across') }] : []),
    {
      heading: `${inLocale(declaration.name, locale)}${unit ? `${open}${unit}${close}` : ''}`,
      width: 24,
      of: ({ value, gap }) => value ?? gapWords[gap ?? 'NO_RECORDS'].symbol,
      format: number,
    },
    ...(has(({ gap }) => gap) ? [{ heading: say('gap'), width: 40, of: reason }] : []),
    ...(['numerator', 'denominator', 'size'] as const)
      .filter((part) => has((figure) => figure[part]))
      .map((part) => ({
        heading: say(part),
        width: 14,
        of: (figure: Figure) => figure[part],
        format: (value: number) => numberFormat(value, 1),
      })),
    ...(['low', 'high'] as const)
      .filter(() => has(({ interval }) => interval))
      .map((end) => ({
        heading: say(end),
        width: 14,
        of: ({ interval }: Figure) => interval?.[end] ?? null,
        format: number,
      })),
    ...(has(({ period }) => period.partial || null)
      ? [{ heading: say('partial'), width: 14, of: ({ period }: Figure) => (period.partial ? say('yes') : null) }]
      : []),
    ...(has(({ leftOut }) => leftOut || null)
      ? [{ heading: say('leftOut'), width: 18, of: ({ leftOut }: Figure) => leftOut, format: number }]
      : []),
    ...[...new Set(figures.flatMap(({ period }) => targetsOf(period.year).map(({ plan }) => plan)))].map((plan) => ({
      heading: `${say('target')}${open}${plan}${close}`,
      width: 18,
      of: ({ period }: Figure) => targetsOf(period.year).find((target) => target.plan === plan)?.value ?? null,
      format: number,
    })),
  ]
}

function writeAbout(
  sheet: Worksheet,
  view: SeriesView,
  address: string,
  locale: Locale,
  clock: Pick<Causeway, 'timeZone'>,
): void {
  const { declaration, series, institution, facts, narrowed } = view
  const say = (words: Words) => inLocale(words, locale)
  const [stayed, rounded] = [stayedWords(series), roundedWords(series)]
  const rows: [keyof typeof TEXTS, string | null][] = [
    ['indicator', `${say(declaration.name)} ${declaration.code} (${declaration.id})`],
    ['institution', `${say(institution.name)} (${institution.code})`],
    ['summary', say(summarise(series, facts))],
    ['definition', say(declaration.definition)],
    ['formula', say(formulaOf(declaration))],
    ['note', declaration.fillingNote ? say(declaration.fillingNote) : null],
    ['unit', say(declaration.unit)],
    ['basis', say(basisWords[series.basis])],
    ['scope', series.scope && say(scopeWords[series.scope])],
    ['narrowed', narrowed.map(say).join('\n') || null],
    ['version', String(declaration.version)],
    ['profile', say(series.profile === 'EXACT' ? TEXTS.exact : TEXTS.public)],
    ['dataDate', institution.dataDate && formatDay(institution.dataDate, locale === 'ZH' ? 'zh-CN' : 'en-GB')],
    ['release', institution.release?.name ?? null],
    ['stayed', stayed && say(stayed)],
    ['rounded', rounded && say(rounded)],
    ['revision', series.computedAt && `${momentWords(series.computedAt, clock)} (${series.revision})`],
    ['address', address],
  ]
  writeFacts(
    sheet,
    rows.map(([key, text]) => [say(TEXTS[key]), text]),
    locale,
  )
}

function nameOf(dimension: string, locale: Locale): string {
  return inLocale(dimensionName(dimension), locale)
}
