import { strToU8 } from 'fflate'
import type { Locale } from '@causeway/shared/words/words'
import type { Chart } from '../shipped/chapter.ts'
import { chartWorkbook, chartXml } from '../shipped/chart-part.ts'
import { CHART_SIZE, escapeXml } from '../shipped/xml.ts'
import type { MadePlace } from './find-made.ts'
import { declareDefault, declareType, MAIN_PART, relate, type WordParts } from './word-package.ts'

const TYPES = 'application/vnd.openxmlformats-officedocument'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A native chart with the workbook behind it. @returns its paragraph; the parts are in `parts` */
export function addChart(parts: WordParts, chart: Chart, place: MadePlace, locale: Locale): string {
  let n = 1
  while (parts[`word/charts/chart${n}.xml`] || parts[`word/embeddings/chart${n}.xlsx`]) n++
  const [name, workbook] = [`word/charts/chart${n}.xml`, `word/embeddings/chart${n}.xlsx`]
  parts[workbook] = chartWorkbook(chart.series)
  // A chart has one relationship, its workbook.
  relate(parts, name, 'package', workbook)
  parts[name] = strToU8(chartXml(chart, locale))
  declareType(parts, name, `${TYPES}.drawingml.chart+xml`)
  declareDefault(parts, 'xlsx', `${TYPES}.spreadsheetml.sheet`)
  const id = relate(parts, MAIN_PART, 'chart', name)
  const { cx, cy } = CHART_SIZE
  return `<w:p>${place.paragraphLook}<w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${FIRST_DRAWING + n}" name="Causeway chart ${n}" descr="${escapeXml(chart.description)}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${REL}" r:id="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
}

/** Far from the small numbers that people's own drawings have. */
const FIRST_DRAWING = 17_000
