import type { Light } from '@causeway/shared/colors'
import type { Locale } from '@causeway/shared/words/words'
import { bad, readEnum, readOpenSeriesQuery, readYear, type OpenSeriesRequest } from '../http/series-query.ts'
import { PICTURE_SIZE_NAMES, type PictureSize } from './picture-sizes.ts'

/** How a series is shown, beside what it is asked. */
export const VIEW_PARAMETERS = ['chart', 'year', 'mode', 'size'] as const

export interface ViewQuestion {
  request: OpenSeriesRequest
  locale: Locale
  /** The form of the chart; null: as the data suggest. */
  chart: string | null
  /** One year alone; null: as `from` and `to` say. */
  year: number | null
  /** null: light, or in an embedded page as the reader's system has it. */
  light: Light | null
  size: PictureSize | null
}

/** The parameters of a picture or an embedded chart: as `/i/{indicator}.csv` takes them, and how it is shown. */
export function readViewQuery(indicator: string, parameters: URLSearchParams): ViewQuestion {
  const { request, locale } = readOpenSeriesQuery(indicator, parameters, VIEW_PARAMETERS)
  const year = readYear('year', parameters.get('year') || null)
  if (year !== null && (request.from !== null || request.to !== null))
    throw bad('year', { zh: '不与 from、to 同时使用', en: 'goes without from and to' })
  return {
    request,
    locale,
    chart: parameters.get('chart') || null,
    year,
    light: readEnum('mode', parameters.get('mode')?.toUpperCase() || null, [
      'LIGHT',
      'DARK',
    ] as const)?.toLowerCase() as Light | null,
    size: readSize(parameters.get('size') || null),
  }
}

function readSize(text: string | null): PictureSize | null {
  if (text === null) return null
  const size = PICTURE_SIZE_NAMES.find((name) => name === text.toLowerCase())
  if (!size)
    throw bad('size', {
      zh: `可用：${PICTURE_SIZE_NAMES.join('、')}`,
      en: `is one of ${PICTURE_SIZE_NAMES.join(', ')}`,
    })
  return size
}
