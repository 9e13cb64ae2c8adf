import { strToU8, zipSync } from 'fflate'
import { CHART_SIZE, DECLARATION, escapeXml, NO_TIME, TEXT_WIDTH } from './xml.ts'
import { chartWorkbook, chartXml } from './chart-part.ts'
import type { Block, Chapter, Table } from './chapter.ts'
import { numbered, numberingXml } from './numbering.ts'
import { stylesXml } from './styles.ts'

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument'

/** The chapter as a Word document, native charts and their workbooks included. */
export function templateFile(chapter: Chapter): Uint8Array {
  const { locale } = chapter
  const charts = chapter.blocks.flatMap((block) => ('chart' in block ? [block.chart] : []))
  const numbers = charts.map((_, n) => n + 1)
  const chartTypes = numbers.map(
    (n) => `<Override PartName="/word/charts/chart${n}.xml" ContentType="${TYPES}.drawingml.chart+xml"/>`,
  )
  const chartLinks = numbers.map(
    (n) => `<Relationship Id="rId${CHARTS_FROM + n}" Type="${REL}/chart" Target="charts/chart${n}.xml"/>`,
  )
  const numbering = numberingXml(chapter.blocks)
  const numberingType = numbering
    ? `<Override PartName="/word/numbering.xml" ContentType="${TYPES}.wordprocessingml.numbering+xml"/>`
    : ''
  const numberingLink = numbering
    ? `<Relationship Id="rIdNumbering" Type="${REL}/numbering" Target="numbering.xml"/>`
    : ''
  const body = chapter.blocks.map((block, at) =>
    blockXml(block, 'chart' in block ? charts.indexOf(block.chart) + 1 : 0, isCaptionOfChart(chapter.blocks, at)),
  )
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="xlsx" ContentType="${TYPES}.spreadsheetml.sheet"/><Override PartName="/word/document.xml" ContentType="${TYPES}.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${TYPES}.wordprocessingml.settings+xml"/><Override PartName="/word/header1.xml" ContentType="${TYPES}.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${TYPES}.wordprocessingml.footer+xml"/>${numberingType}${chartTypes.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${W}><w:body>${body.join('')}<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1304" w:left="1440" w:header="737" w:footer="624" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${REL}/settings" Target="settings.xml"/><Relationship Id="rId3" Type="${REL}/header" Target="header1.xml"/><Relationship Id="rId4" Type="${REL}/footer" Target="footer1.xml"/>${numberingLink}${chartLinks.join('')}</Relationships>`,
    'word/styles.xml': stylesXml(locale),
    ...(numbering && { 'word/numbering.xml': numbering }),
    'word/settings.xml': `<w:settings ${W}><w:defaultTabStop w:val="420"/><w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN"/></w:settings>`,
    'word/header1.xml': `<w:hdr ${W}>${paragraph('Header', chapter.header)}</w:hdr>`,
    'word/footer1.xml': `<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${run(chapter.footer)}${run('　')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`,
  }
  charts.forEach((chart, at) => {
    const n = at + 1
    files[`word/charts/chart${n}.xml`] = chartXml(chart, locale).replace(/^<\?xml[^>]*>\n/, '')
    files[`word/charts/_rels/chart${n}.xml.rels`] =
      `<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/package" Target="../embeddings/chart${n}.xlsx"/></Relationships>`
    files[`word/embeddings/chart${n}.xlsx`] = chartWorkbook(chart.series)
  })
  const entries = Object.entries(files).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(DECLARATION + content) : content] as const,
  )
  return zipSync(Object.fromEntries(entries), { mtime: NO_TIME })
}

/** Relationships before those of the charts. */
const CHARTS_FROM = 4

const STYLES = {
  title: 'Title',
  subtitle: 'Subtitle',
  mark: 'Mark',
  page: 'Heading1',
  heading1: 'Heading1',
  heading2: 'Heading2',
  body: 'BodyText',
  caption: 'Caption',
  note: 'Note',
  signature: 'Signature',
} as const

/** Returns whether a block is the caption of the chart above it. That of a table is above it, and stays on its page. */
function isCaptionOfChart(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at]!
  return 'style' in block && block.style === 'caption' && at > 0 && 'chart' in blocks[at - 1]!
}

/** @param number of a chart @param isLast whether it stays on no page of the next block, whatever its style says */
function blockXml(block: Block, number: number, isLast: boolean): string {
  const keep = isLast ? '<w:keepNext w:val="0"/>' : ''
  if ('style' in block) {
    const isHeading = block.style.startsWith('heading')
    const { text, properties } = isHeading ? numbered(block.text) : { text: block.text, properties: '' }
    return paragraph(STYLES[block.style], text, (block.style === 'page' ? '<w:pageBreakBefore/>' : keep) + properties)
  }
  if ('table' in block) return tableXml(block.table)
  const { description } = block.chart
  return `<w:p><w:pPr><w:pStyle w:val="Figure"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${CHART_SIZE.cx}" cy="${CHART_SIZE.cy}"/><wp:docPr id="${number}" name="Chart ${number}" descr="${escapeXml(description)}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId${CHARTS_FROM + number}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
}

/** Three rules, as a Chinese report has them; its head is said to be one, and repeated on each page. */
function tableXml({ head, row = [], rows, widths: parts, loop = 'years', words = 1 }: Table): string {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  const widths = parts.map((part) => Math.floor((TEXT_WIDTH * part) / whole))
  const cells = (texts: string[], style: string, border: string) =>
    texts
      .map(
        (text, n) =>
          `<w:tc><w:tcPr><w:tcW w:w="${widths[n]}" w:type="dxa"/>${border}<w:vAlign w:val="center"/></w:tcPr>${paragraph(n < words ? `${style}First` : style, text)}</w:tc>`,
      )
      .join('')
  const under = '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="404040"/></w:tcBorders>'
  const looped = row.map((text, n) =>
    n === 0 ? `{#${loop}}${text}` : n === row.length - 1 ? `${text}{/${loop}}` : text,
  )
  const lines = (rows ?? [looped]).map(
    (line) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells(line, 'TableCell', '')}</w:tr>`,
  )
  return `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="404040"/><w:bottom w:val="single" w:sz="12" w:space="0" w:color="404040"/></w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells(head, 'TableHead', under)}</w:tr>${lines.join('')}</w:tbl>`
}

function paragraph(style: string, text: string, more = ''): string {
  const lines = text.split('\n').map(run)
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${lines.join('<w:r><w:br/></w:r>')}</w:p>`
}

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
}
