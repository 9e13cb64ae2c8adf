import { causewayAsked } from '../../figures/causeway-then.ts'
import { inLocale, type Locale } from '@causeway/shared/words/words'
import { requireReading, type AskedData } from '../graph/context.ts'
import { checkViewParameters, type NamedView, type ReadView, type ViewCell } from '../pictures/named-view.ts'
import {
  findNamedView,
  plainName,
  readNamedView,
  readShownView,
  seriesFileName,
  type ShownView,
} from '../pictures/shown-view.ts'
import { readSeriesView, type SeriesView } from '../pictures/series-view.ts'
import { pageAddress, readLook, readViewQuery } from '../pictures/view-query.ts'
import { readHeads } from '../address/address-parameters.ts'
import { contentDisposition, fileAnswer, jsonAnswer, type Answer } from './answer.ts'
import { seriesToCsv, seriesToJson } from './series-to-text.ts'
import { seriesToXlsx } from './series-to-xlsx.ts'
import { viewToXlsx } from './view-to-xlsx.ts'
import { findIndicator } from '../../figures/check-request.ts'
import { readSeries } from '../../figures/read-series.ts'
import { readYearTargets } from '../../answers/targets/figure-targets.ts'
import { readSeriesQuery } from '../address/series-query.ts'
import type { DrawingDesk } from '../pictures/drawing-desk.ts'
import type { Picture, PictureFormat } from '../pictures/picture.ts'
import { csvFile, guardFormula } from '../../ground/downloads.ts'

export type ViewFormat = 'xlsx' | 'csv' | 'json'

/**
 * One series as a workbook, as `/i/{indicator}.xlsx` gives it; of a view that has a name its rows, or the series that it shows, as a
 * workbook, as rows, or as a list. `origin`: of this server, for the link back to the page.
 */
export async function answerViewFile(
  asked: AskedData,
  name: string,
  format: ViewFormat,
  origin: string,
): Promise<Answer> {
  requireReading(asked)
  const named = findNamedView(name)
  return named && !named.seriesOf
    ? writeNamed(named, format, asked, origin)
    : writeSeries(name, named, format, asked, origin)
}

async function writeNamed(named: NamedView, format: ViewFormat, asked: AskedData, origin: string): Promise<Answer> {
  const { causeway, parameters } = asked
  const view = await readNamedView(asked, named)
  const { locale } = readLook(parameters)
  if (format === 'json') return jsonAnswer(viewToJson(named, view, locale))
  const body =
    format === 'csv'
      ? viewToCsv(view, locale)
      : await viewToXlsx(
          view,
          addressOf(origin, view.page.path, view.institution.code, locale, view.page.query),
          locale,
          causeway,
        )
  const { code, release } = view.institution
  const plain = plainName([named.name, code, view.of, release?.name ?? null], locale)
  return fileAnswer(body, format, inLocale(view.spec.title, locale), plain)
}

async function writeSeries(
  name: string,
  named: NamedView | null,
  format: ViewFormat,
  asked: AskedData,
  origin: string,
): Promise<Answer> {
  const { causeway, parameters } = asked
  if (named) checkViewParameters(parameters, [...named.parameters, 'heads'])
  const question = readViewQuery(name, parameters)
  const { locale } = question
  const views: SeriesView[] = []
  for (const indicator of named?.seriesOf ?? [name])
    views.push(await readSeriesView(asked, { ...question, request: { ...question.request, indicator } }))
  if (format === 'json') {
    const series = []
    for (const view of views) series.push(await seriesToJson(view.causeway, view, locale))
    return jsonAnswer({ series })
  }
  const [first] = views as [SeriesView]
  const shown = new URLSearchParams(parameters)
  shown.set('lang', locale.toLowerCase())
  const pages = views.map(
    (view) =>
      origin + pageAddress(`/indicator/${encodeURIComponent(view.declaration.code)}`, view.institution.code, shown),
  )
  const body =
    format === 'csv'
      ? seriesToCsv(
          views.map((view) => ({ ...view, unit: view.declaration.unit })),
          locale,
          readHeads(parameters),
        )
      : await seriesToXlsx(views, pages, locale, causeway)
  const file = named
    ? {
        name: views.map(({ declaration }) => inLocale(declaration.name, locale)).join(locale === 'ZH' ? '与' : ' and '),
        plain: plainName([named.name, first.institution.code], locale),
      }
    : seriesFileName(first, locale)
  return fileAnswer(body, format, file.name, file.plain)
}

function addressOf(
  origin: string,
  path: string,
  institution: string,
  locale: Locale,
  query: Record<string, string | null>,
): string {
  const page = new URL(path, origin)
  page.searchParams.set('institution', institution)
  page.searchParams.set('lang', locale.toLowerCase())
  for (const [name, value] of Object.entries(query)) if (value !== null) page.searchParams.set(name, value)
  return page.href
}

export type SeriesFormat = 'csv' | 'json'

/** One series, as `/i/{indicator}.csv` and `.json` give it. */
export async function answerIndicator(asked: AskedData, name: string, format: SeriesFormat): Promise<Answer> {
  requireReading(asked)
  const { viewer, parameters, reads } = asked
  const { request, locale, heads } = readSeriesQuery(name, parameters)
  reads.institutions.add(request.institution)
  const causeway = await causewayAsked(asked.causeway, viewer, request)
  const declaration = findIndicator(causeway, name, request.definitionVersion)
  const series = await readSeries(causeway, viewer, request)
  const targetsOf = await readYearTargets(causeway, viewer, { declaration, request, series })
  const released = causeway.moment?.releaseName
  const institution = { code: series.institution, ...(released !== undefined && { release: { name: released } }) }
  const { name: file, plain } = seriesFileName({ declaration, institution, series }, locale)
  return format === 'csv'
    ? fileAnswer(seriesToCsv([{ series, unit: declaration.unit, targetsOf }], locale, heads), 'csv', file, plain)
    : jsonAnswer(await seriesToJson(causeway, { series, declaration, targetsOf }, locale))
}

const PICTURE_TYPES: Record<PictureFormat, string> = { png: 'image/png', svg: 'image/svg+xml; charset=utf-8' }

/** Opened by itself an SVG shows the logo that is drawn in it, and fetches nothing. */
const SVG_POLICY = { 'content-security-policy': "default-src 'none'; img-src data:; frame-ancestors 'none'" }

/** One series, or a view that has a name, as `/i/{indicator}.png` and `.svg` give it. */
export async function answerPicture(
  asked: AskedData,
  desk: DrawingDesk,
  name: string,
  format: PictureFormat,
): Promise<Answer> {
  requireReading(asked)
  const view = await readShownView(asked, name)
  const body = await desk.draw(pictureOf(view), format)
  const headers = {
    'content-type': PICTURE_TYPES[format],
    'content-disposition': contentDisposition('inline', `${view.file.name}.${format}`, `${view.file.plain}.${format}`),
    ...(format === 'svg' ? SVG_POLICY : {}),
  }
  return { status: 200, headers, body }
}

function pictureOf({ spec, narrowed, notes, look }: ShownView): Picture {
  const { locale, light, size } = look
  return { spec, locale, light: light ?? 'light', size: size ?? 'medium', narrowed, notes }
}

/** The rows of a view, its numbers unrounded, what is not known empty. Begins with a byte order mark, so that Excel reads Chinese. */
function viewToCsv({ rows }: ReadView, locale: Locale): string {
  const lines = rows!.rows.map((row) => row.map((cell) => textOf(plain(cell, locale))))
  return csvFile([rows!.columns, ...lines])
}

/** The same for programs: one object a row, by the names of the columns. */
function viewToJson({ name }: NamedView, view: ReadView, locale: Locale): object {
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
