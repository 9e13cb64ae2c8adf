import type { Locale } from '@causeway/shared/words/words'

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** English metric units: 15.9 cm by 6 cm. What does not fit moves to the next page whole, so a chart is no higher than it must be. */
export const CHART_SIZE = { cx: 5_724_000, cy: 2_160_000 }

/** Twentieths of a point: the width of A4 between margins of 2.54 cm. */
export const TEXT_WIDTH = 9026

/** Fonts that Word has on every machine of that language. */
export const FONTS: Record<Locale, { latin: string; asian: string; headAsian: string }> = {
  ZH: { latin: 'Times New Roman', asian: '宋体', headAsian: '黑体' },
  EN: { latin: 'Calibri', asian: '宋体', headAsian: '黑体' },
}

/** Of every file in a zip: no clock in a document, so that the same figures give the same bytes. */
export const NO_TIME = new Date(1980, 0, 1)
