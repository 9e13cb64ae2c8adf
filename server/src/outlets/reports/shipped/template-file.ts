import { strToU8, zipSync } from 'fflate'
import { PALETTES } from '@causeway/shared/colors'
import type { Locale } from '@causeway/shared/words/words'
import { escapeXml, FONTS, NO_TIME } from './xml.ts'
import type { Block, Chapter, Chart, Table } from './chapter.ts'
import { stylesXml } from './styles.ts'

const SHEET = 'Sheet1'
/** What is in the chart until a report fills it. */
const SAMPLE = [
  { year: '2021/22', values: [40, 60] },
  { year: '2022/23', values: [55, 80] },
  { year: '2023/24', values: [70, 95] },
]
const { INTRODUCTION, EXPORT } = PALETTES.light.themes
const COLORS = [INTRODUCTION, EXPORT].map((color) => color.slice(1).toUpperCase())

/** A native column chart, its tag in the title: Word's own, with its numbers in a workbook that "Edit data" opens. */
function chartXml({ tag, series, format = '#,##0' }: Chart, locale: Locale): string {
  const { latin, asian } = FONTS[locale]
  const text = (size: number, bold = false) =>
    `<a:defRPr sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="404040"/></a:solidFill><a:latin typeface="${latin}"/><a:ea typeface="${asian}"/></a:defRPr>`
  const run = `<a:rPr lang="${locale === 'ZH' ? 'zh-CN' : 'en-GB'}" sz="1100" b="1"><a:solidFill><a:srgbClr val="404040"/></a:solidFill><a:latin typeface="${latin}"/><a:ea typeface="${asian}"/></a:rPr>`
  const texts = `<c:txPr><a:bodyPr/><a:p><a:pPr>${text(900)}</a:pPr><a:endParaRPr/></a:p></c:txPr>`
  const line = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln></c:spPr>'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>${text(1100, true)}</a:pPr><a:r>${run}<a:t>${escapeXml(tag)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.map((name, n) => seriesXml(name, n, format)).join('')}<c:gapWidth val="80"/><c:overlap val="-5"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart><c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line}${texts}<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx><c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E5E5E5"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${texts}<c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx></c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>${texts}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
}

function seriesXml(name: string, n: number, format: string): string {
  const column = 'BC'[n]!
  const last = SAMPLE.length + 1
  const points = (values: (string | number)[]) =>
    `<c:ptCount val="${values.length}"/>${values.map((value, i) => `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`).join('')}`
  const label =
    `<c:numFmt formatCode="${format}" sourceLinked="0"/>` +
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="800"/></a:pPr><a:endParaRPr/></a:p></c:txPr>'
  return `<c:ser><c:idx val="${n}"/><c:order val="${n}"/><c:tx><c:strRef><c:f>${SHEET}!$${column}$1</c:f><c:strCache>${points([escapeXml(name)])}</c:strCache></c:strRef></c:tx><c:spPr><a:solidFill><a:srgbClr val="${COLORS[n]}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:dLbls>${label}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls><c:cat><c:strRef><c:f>${SHEET}!$A$2:$A$${last}</c:f><c:strCache>${points(SAMPLE.map(({ year }) => year))}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${SHEET}!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(SAMPLE.map(({ values }) => values[n]!))}</c:numCache></c:numRef></c:val></c:ser>`
}

/** The workbook behind the chart. */
function chartWorkbook(series: string[]): Uint8Array {
  const strings = [' ', ...SAMPLE.map(({ year }) => year), ...series]
  const shared = (text: string) => `t="s"><v>${strings.indexOf(text)}</v></c>`
  const head = `<row r="1"><c r="A1" ${shared(' ')}${series.map((name, n) => `<c r="${'BC'[n]}1" ${shared(name)}`).join('')}</row>`
  const rows = SAMPLE.map(({ year, values }, i) => {
    const r = i + 2
    return `<row r="${r}"><c r="A${r}" ${shared(year)}${values.map((value, n) => `<c r="${'BC'[n]}${r}"><v>${value}</v></c>`).join('')}</row>`
  })
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const packageRel = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageRel}"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="${SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRel}"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${head}${rows.join('')}</sheetData></worksheet>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
  }
  const entries = Object.entries(files).map(([name, content]) => [name, strToU8(declaration + content)] as const)
  return zipSync(Object.fromEntries(entries), { mtime: NO_TIME })
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument'
/** English metric units: 15.9 cm by 7.4 cm. */
const CHART_SIZE = { cx: 5_724_000, cy: 2_664_000 }
/** Twentieths of a point: the width of A4 between margins of 2.54 cm. */
const TEXT_WIDTH = 9026

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
  const body = chapter.blocks.map((block) => blockXml(block, 'chart' in block ? charts.indexOf(block.chart) + 1 : 0))
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="xlsx" ContentType="${TYPES}.spreadsheetml.sheet"/><Override PartName="/word/document.xml" ContentType="${TYPES}.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${TYPES}.wordprocessingml.settings+xml"/><Override PartName="/word/header1.xml" ContentType="${TYPES}.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${TYPES}.wordprocessingml.footer+xml"/>${chartTypes.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${W}><w:body>${body.join('')}<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1304" w:left="1440" w:header="737" w:footer="624" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${REL}/settings" Target="settings.xml"/><Relationship Id="rId3" Type="${REL}/header" Target="header1.xml"/><Relationship Id="rId4" Type="${REL}/footer" Target="footer1.xml"/>${chartLinks.join('')}</Relationships>`,
    'word/styles.xml': stylesXml(locale),
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
  heading1: 'Heading1',
  heading2: 'Heading2',
  body: 'BodyText',
  caption: 'Caption',
  note: 'Note',
} as const

/** @param number of a chart */
function blockXml(block: Block, number: number): string {
  if ('style' in block) return paragraph(STYLES[block.style], block.text)
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

function paragraph(style: string, text: string): string {
  const lines = text.split('\n').map(run)
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${lines.join('<w:r><w:br/></w:r>')}</w:p>`
}

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
}
