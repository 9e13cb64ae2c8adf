import { heightAlone } from '@causeway/shared/charts/size'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import { stillWidth } from '@causeway/shared/charts/size'
import type { Light } from '@causeway/shared/colors'
import type { Locale } from '@causeway/shared/words/words'
import { drawChartAsTextSvg } from '../pictures/draw-chart.ts'
import { registerFonts } from '../pictures/fonts.ts'
import type { Picture } from '../pictures/picture.ts'
import { compactSvg } from './compact-svg.ts'

const FONT_SIZE = 13

/** A chart as a page shows it, without the words that stand around it there: an SVG document, its ground left clear. */
export function drawStillChart(spec: ChartSpec, locale: Locale, light: Light): string {
  registerFonts()
  const width = stillWidth(spec)
  const box = { width, height: heightAlone(spec, width), fontSize: FONT_SIZE }
  const picture: Picture = { spec, locale, light, size: 'medium', narrowed: null, notes: [] }
  const inside = compactSvg(drawChartAsTextSvg(picture, box))
  const size = `width="${box.width}" height="${box.height}" viewBox="0 0 ${box.width} ${box.height}"`
  // Only patterns are linked to.
  const linked = inside.includes('xlink:') ? ' xmlns:xlink="http://www.w3.org/1999/xlink"' : ''
  return `<svg xmlns="http://www.w3.org/2000/svg"${linked} ${size}>${inside}</svg>\n`
}
