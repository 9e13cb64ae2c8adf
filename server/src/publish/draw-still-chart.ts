import type { ChartSpec } from '@causeway/shared/chart-spec'
import type { Light } from '@causeway/shared/colors'
import type { Locale } from '@causeway/shared/words/words'
import { drawChartAsSvg, leastHeight } from '../pictures/draw-chart.ts'
import { registerFonts } from '../pictures/fonts.ts'
import type { Picture } from '../pictures/picture.ts'

const BOX = { width: 860, height: 380, fontSize: 13 }

/** A chart as a page shows it, without the words that stand around it there: an SVG document, its ground left clear. */
export function drawStillChart(spec: ChartSpec, locale: Locale, light: Light): string {
  registerFonts()
  const box = { ...BOX, height: Math.max(BOX.height, leastHeight(spec, BOX.fontSize)) }
  const picture: Picture = { spec, locale, light, size: 'medium', narrowed: null, notes: [], palette: null, logo: null }
  const inside = drawChartAsSvg(picture, box)
  const { width, height } = box
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>\n`
}
