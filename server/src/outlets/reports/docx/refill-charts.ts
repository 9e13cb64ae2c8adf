import { ChartPlugin, TemplateHandler, TextPlugin, type ScopeDataArgs, type TemplateContent } from 'easy-template-x'
import { strFromU8, strToU8 } from 'fflate'
import type { ReportChart } from '../report.ts'
import { escapeXml } from '../shipped/xml.ts'
import { repairCharts, toChartContent } from './native-charts.ts'
import { packWord, redirect, relationshipsOf, textOfPart, unpackWord, type WordParts } from './word-package.ts'
import { childOf, edited, elementsOf, placesOf } from './xml-places.ts'

const NEEDED = /^(\[Content_Types\]\.xml|_rels\/.*|word\/(charts|embeddings|theme)\/.*)$/
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships'
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** What a chart is to show; and where it shows another chart of the report, how that is called. */
export interface RefilledChart {
  data: ReportChart
  insteadOf: string | null
}

/** Charts with other numbers, each with the workbook behind it: their look and their titles stay. */
export async function refillCharts(given: WordParts, charts: ReadonlyMap<string, RefilledChart>): Promise<WordParts> {
  if (charts.size === 0) return given
  const names = [...charts.keys()]
  const parts = withOwnWorkbooks(given, names)
  const small: WordParts = Object.fromEntries(Object.entries(parts).filter(([name]) => NEEDED.test(name)))
  small['word/document.xml'] = strToU8(`<w:document xmlns:w="${W}"><w:body><w:p/></w:body></w:document>`)
  const links = names.map(
    (name, n) => `<Relationship Id="rId${n + 1}" Type="${REL}/chart" Target="${name.replace(/^word\//, '')}"/>`,
  )
  small['word/_rels/document.xml.rels'] = strToU8(
    `<Relationships xmlns="${PACKAGE_REL}">${links.join('')}</Relationships>`,
  )
  const titles = names.map((name, n) => {
    const { xml, title } = withTag(withSheet(parts, name), n)
    small[name] = strToU8(xml)
    const { data, insteadOf } = charts.get(name)!
    return insteadOf ? title.replace(escapeXml(insteadOf), () => escapeXml(data.title)) : title
  })
  const handler = new TemplateHandler({
    plugins: [new ChartPlugin(), new TextPlugin()],
    scopeDataResolver: ({ strPath }: ScopeDataArgs) => {
      const { data } = charts.get(names[Number(strPath.at(-1)!.slice(1))]!)!
      return { _type: 'chart', ...toChartContent(data) } as TemplateContent
    },
  })
  const filled = repairCharts(await handler.process(packWord(small), {}))
  const refilled = { ...parts }
  for (const name of Object.keys(small)) if (name.startsWith('word/embeddings/')) refilled[name] = filled[name]!
  names.forEach((name, n) => {
    refilled[name] = strToU8(withTitle(textOfPart(filled, name), titles[n]!))
  })
  return refilled
}

/** LibreOffice may lead a chart that was moved to the workbook of another: each gets one for itself. */
function withOwnWorkbooks(given: WordParts, names: readonly string[]): WordParts {
  const parts = { ...given }
  const charts = Object.keys(parts).filter((name) => /^word\/charts\/[^/]+\.xml$/.test(name))
  const isWorkbook = ({ target }: { target: string }) => target.endsWith('.xlsx') && target in parts
  const leadsTo = (name: string, book: string) => relationshipsOf(parts, name).some(({ target }) => target === book)
  for (const name of names)
    for (const { id, target } of relationshipsOf(parts, name).filter(isWorkbook)) {
      if (charts.every((other) => other === name || !leadsTo(other, target))) continue
      let copy = target
      for (let n = 2; copy in parts; n++) copy = target.replace('.xlsx', `-${n}.xlsx`)
      parts[copy] = parts[target]!
      redirect(parts, name, id, copy)
    }
  return parts
}

/** LibreOffice writes formulas without a sheet, by which the library finds the cells. */
function withSheet(parts: WordParts, name: string): string {
  const [book] = relationshipsOf(parts, name).filter(({ target }) => target.endsWith('.xlsx') && parts[target])
  const workbook = book ? unpackWord(parts[book.target]!)['xl/workbook.xml'] : undefined
  const sheet = /<sheet\b[^>]*\bname="([^"]*)"/.exec(workbook ? strFromU8(workbook) : '')?.[1] ?? 'Sheet1'
  return textOfPart(parts, name).replaceAll(/<c:f>[^<!]*<\/c:f>/g, () => `<c:f>${sheet}!$A$1</c:f>`)
}

/** The library finds a chart by a tag in its title. */
function withTag(xml: string, n: number): { xml: string; title: string } {
  const [chart] = elementsOf(placesOf(xml), 'c:chart')
  if (!chart) throw new Error('a chart without a chart')
  const title = childOf(chart, 'c:title')
  const [start, end] = title ? [title.start, title.end] : [chart.inner[0], chart.inner[0]]
  const tag = `<c:title><c:tx><c:rich><a:bodyPr xmlns:a="${A}"/><a:p xmlns:a="${A}"><a:r><a:t>{c${n}}</a:t></a:r></a:p></c:rich></c:tx></c:title>`
  return { xml: edited(xml, [{ start, end, text: tag }]), title: title ? xml.slice(title.start, title.end) : '' }
}

function withTitle(xml: string, title: string): string {
  const [chart] = elementsOf(placesOf(xml), 'c:chart')
  const tag = chart && childOf(chart, 'c:title')
  return tag ? edited(xml, [{ start: tag.start, end: tag.end, text: title }]) : xml
}

const A = 'http://schemas.openxmlformats.org/drawingml/2006/main'
