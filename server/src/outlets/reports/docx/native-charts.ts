import { ChartPlugin, type ScopeData, type Tag, type TemplateContext } from 'easy-template-x'
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { giveWay } from '../../../ground/under-way.ts'
import type { ReportChart } from '../report.ts'
import { NO_TIME } from '../shipped/xml.ts'
import { unpackWord, type WordParts } from './word-package.ts'

/**
 * The chart plugin writes names into XML as they are, and a gap as the text `null`. Names are therefore given with stand-ins for
 * the letters that XML minds, and both are repaired here: a gap becomes a point that is not there, in the chart and in the workbook
 * behind it.
 */
const STAND_INS: [letter: string, standIn: string, entity: string][] = [
  ['&', '\uE0F0', '&amp;'],
  ['<', '\uE0F1', '&lt;'],
  ['>', '\uE0F2', '&gt;'],
]

export interface FilledChart {
  /** Of the package. */
  part: string
  path: string[]
  data: ReportChart
}

/** Notes which part each chart came into. */
export class NotedCharts extends ChartPlugin {
  readonly filled: FilledChart[] = []

  override async simpleTagReplacements(tag: Tag, data: ScopeData, context: TemplateContext): Promise<void> {
    const { chart, path } = data.getScopeData<never>() as { chart: ReportChart; path: string[] }
    await giveWay()
    this.filled.push({ part: context.currentPart.path, path, data: chart })
    await super.simpleTagReplacements(tag, data, context)
  }
}

/** As the chart plugin takes it. */
export function toChartContent(chart: ReportChart) {
  return {
    title: chart.title,
    categories: { names: chart.categories.map(safeName) },
    series: chart.series.map(({ name, values }) => ({ name: safeName(name), values })),
  }
}

/** A name as it may be given to the chart plugin. */
function safeName(name: string): string {
  return STAND_INS.reduce((text, [letter, standIn]) => text.replaceAll(letter, standIn), name)
}

/** Every part of a document that was filled, its charts repaired. */
export function repairCharts(docx: Uint8Array): WordParts {
  const files = unpackWord(docx)
  for (const [name, content] of Object.entries(files)) {
    if (/^word\/charts\/[^/]+\.xml$/.test(name)) files[name] = repairXml(content, repairChart)
    else if (/^word\/embeddings\/[^/]+\.xlsx$/.test(name)) files[name] = repairWorkbook(content)
  }
  return files
}

function repairChart(xml: string): string {
  return xml.replaceAll(/<c:pt\b[^>]*>\s*<c:v>null<\/c:v>\s*<\/c:pt>/g, '')
}

/** A workbook that cannot be unpacked is none that the plugin wrote, and stays as it is. */
function repairWorkbook(xlsx: Uint8Array): Uint8Array {
  let files: WordParts
  try {
    files = unzipSync(xlsx)
  } catch {
    return xlsx
  }
  const repaired: Zippable = {}
  for (const [name, content] of Object.entries(files)) {
    repaired[name] = name.endsWith('.xml') ? repairXml(content, (xml) => xml.replaceAll(/<v>null<\/v>/g, '')) : content
  }
  return zipSync(repaired, { mtime: NO_TIME })
}

function repairXml(content: Uint8Array, repair: (xml: string) => string): Uint8Array {
  const xml = STAND_INS.reduce((text, [, standIn, entity]) => text.replaceAll(standIn, entity), strFromU8(content))
  return strToU8(repair(xml))
}
