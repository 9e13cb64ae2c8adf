import { CHART_FORMS } from '@causeway/shared/charts/spec'
import type { Light } from '@causeway/shared/colors'
import type { Locale } from '@causeway/shared/words/words'
import { badParameter, readEnum, readLanguage, readYear } from '../address/address-parameters.ts'
import { type OpenSeriesRequest, readOpenSeriesQuery } from '../address/series-query.ts'
import { PICTURE_SIZE_NAMES, type PictureSize } from './picture.ts'
import { argumentOf, SERIES_ARGUMENT_NAMES } from '@causeway/shared/series-arguments'

/** How a series is shown, beside what it is asked. */
const VIEW_PARAMETERS = ['chart', 'year', 'mode', 'size', 'heads'] as const

/** How a picture looks, whatever is in it. */
export interface ViewLook {
  locale: Locale
  /** null: light, or in an embedded page as the reader's system has it. */
  light: Light | null
  size: PictureSize | null
}

export interface ViewQuestion extends ViewLook {
  request: OpenSeriesRequest
  /** The form of the chart; null: as the data suggest. */
  chart: string | null
  /** Of a breakdown: the one year whose categories are shown; else one year alone, where `from` and `to` say nothing. */
  year: number | null
}

/** The parameters of a picture or an embedded chart: as `/i/{indicator}.csv` takes them, and how it is shown. */
export function readViewQuery(indicator: string, parameters: URLSearchParams): ViewQuestion {
  const { request } = readOpenSeriesQuery(indicator, parameters, VIEW_PARAMETERS)
  const year = readYear('year', parameters.get('year') || null)
  return { request, chart: readChart(parameters.get('chart') || null), year, ...readLook(parameters) }
}

export function readLook(parameters: URLSearchParams): ViewLook {
  return {
    locale: readLanguage(parameters),
    light: readLight(parameters.get('mode') || null),
    size: readSize(parameters.get('size') || null),
  }
}

/** As the page has it in its address: `matrix`, or of one of its charts alone `groups:matrix`. */
function readChart(text: string | null): string | null {
  const forms = text?.split(',').map((one) => one.slice(one.indexOf(':') + 1)) ?? []
  if (forms.every((form) => (CHART_FORMS as readonly string[]).includes(form))) return text
  throw badParameter('chart', { zh: `可用：${CHART_FORMS.join('、')}`, en: `is one of ${CHART_FORMS.join(', ')}` })
}

function readLight(text: string | null): Light | null {
  const mode = readEnum('mode', text, ['LIGHT', 'DARK'] as const)
  return mode === null ? null : mode === 'DARK' ? 'dark' : 'light'
}

function readSize(text: string | null): PictureSize | null {
  if (text === null) return null
  const size = PICTURE_SIZE_NAMES.find((name) => name === text.toLowerCase())
  if (!size)
    throw badParameter('size', {
      zh: `可用：${PICTURE_SIZE_NAMES.join('、')}`,
      en: `is one of ${PICTURE_SIZE_NAMES.join(', ')}`,
    })
  return size
}

const [institution, ...cut] = SERIES_ARGUMENT_NAMES.filter((name) => argumentOf(name).onPages)
/** What of a page's address is said again in the address of its chart. */
const SHARED = [institution!, 'lang', 'mode', ...cut, 'chart']

/**
 * The parameters that show the chart of a page, of the parameters of the page. A page is about a year and shows those around it; its
 * breakdown is of that year alone.
 */
export function viewParameters(page: URLSearchParams): URLSearchParams {
  const view = new URLSearchParams()
  for (const name of SHARED) for (const value of page.getAll(name)) if (value !== '') view.append(name, value)
  const year = page.get('year')
  if (year && page.get('by') && !page.has('from') && !page.has('to')) view.set('year', year)
  return view
}

/** Address of the page on which a view shows the same; `query`: what the page says of it besides. */
export function pageAddress(
  path: string,
  institution: string,
  parameters: URLSearchParams,
  query: Record<string, string | null> = {},
): string {
  const page = new URLSearchParams(parameters)
  page.set('institution', institution)
  const said = viewParameters(page)
  const year = parameters.get('year')
  if (year) said.set('year', year)
  for (const [name, value] of Object.entries(query)) if (value !== null) said.set(name, value)
  return path + writeParameters(said)
}

/** As an address writes them: commas, colons and slashes as they are. */
export function writeParameters(parameters: URLSearchParams): string {
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')
  return text === '' ? '' : `?${text}`
}
