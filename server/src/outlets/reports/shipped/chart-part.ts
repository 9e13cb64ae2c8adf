import { strToU8, zipSync } from 'fflate'
import { mix, PALETTES } from '@causeway/shared/colors'
import type { Locale } from '@causeway/shared/words/words'
import type { Look } from '../tags/kinds.ts'
import type { Chart } from './chapter.ts'
import { DECLARATION, escapeXml, FONTS, NO_TIME } from './xml.ts'

const SHEET = 'Sheet1'
const COLUMNS = 'BCDEFGHIJK'
/** What is in the chart until a report fills it. */
const SAMPLE = [
  { year: '2021/22', values: [40, 60] },
  { year: '2022/23', values: [55, 80] },
  { year: '2023/24', values: [70, 95] },
]
const THEMES = Object.values(PALETTES.light.themes)
/** Those of the themes, then each of them lighter. */
const COLORS = [...THEMES, ...THEMES.map((color) => mix(color, '#ffffff', 0.5))].map((color) =>
  color.slice(1).toUpperCase(),
)
export const MOST_SERIES = COLORS.length

const LABEL_PLACES: Record<Look, string> = { bars: 'outEnd', lines: 't', stacked: 'ctr' }

/** A native chart, its tag in the title: Word's own, with its numbers in a workbook that "Edit data" opens. */
export function chartXml({ tag, series, format = '#,##0', look = 'bars' }: Chart, locale: Locale): string {
  const { latin, asian } = FONTS[locale]
  const text = (size: number, bold = false) =>
    `<a:defRPr sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="404040"/></a:solidFill><a:latin typeface="${latin}"/><a:ea typeface="${asian}"/></a:defRPr>`
  const run = `<a:rPr lang="${locale === 'ZH' ? 'zh-CN' : 'en-GB'}" sz="1100" b="1"><a:solidFill><a:srgbClr val="404040"/></a:solidFill><a:latin typeface="${latin}"/><a:ea typeface="${asian}"/></a:rPr>`
  const texts = `<c:txPr><a:bodyPr/><a:p><a:pPr>${text(900)}</a:pPr><a:endParaRPr/></a:p></c:txPr>`
  const line = '<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln></c:spPr>'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>${text(1100, true)}</a:pPr><a:r>${run}<a:t>${escapeXml(tag)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plotXml(look, series.map((name, n) => seriesXml(name, n, format, look)).join(''))}<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line}${texts}<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx><c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E5E5E5"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${texts}<c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx></c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>${texts}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
}

function plotXml(look: Look, series: string): string {
  const axes = '<c:axId val="111111111"/><c:axId val="222222222"/>'
  if (look === 'lines')
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
  const [grouping, overlap] = look === 'stacked' ? ['stacked', 100] : ['clustered', -5]
  return `<c:barChart><c:barDir val="col"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series}<c:gapWidth val="80"/><c:overlap val="${overlap}"/>${axes}</c:barChart>`
}

function seriesXml(name: string, n: number, format: string, look: Look): string {
  const column = COLUMNS[n]!
  const last = SAMPLE.length + 1
  const points = (values: (string | number)[]) =>
    `<c:ptCount val="${values.length}"/>${values.map((value, i) => `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`).join('')}`
  const label =
    `<c:numFmt formatCode="${format}" sourceLinked="0"/>` +
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="800"/></a:pPr><a:endParaRPr/></a:p></c:txPr>'
  const solid = `<a:solidFill><a:srgbClr val="${COLORS[n]}"/></a:solidFill>`
  const fill =
    look === 'lines'
      ? `<c:spPr><a:ln w="28575">${solid}</a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${solid}</c:spPr></c:marker>`
      : `<c:spPr>${solid}</c:spPr><c:invertIfNegative val="0"/>`
  return `<c:ser><c:idx val="${n}"/><c:order val="${n}"/><c:tx><c:strRef><c:f>${SHEET}!$${column}$1</c:f><c:strCache>${points([escapeXml(name)])}</c:strCache></c:strRef></c:tx>${fill}<c:dLbls>${label}<c:dLblPos val="${LABEL_PLACES[look]}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls><c:cat><c:strRef><c:f>${SHEET}!$A$2:$A$${last}</c:f><c:strCache>${points(SAMPLE.map(({ year }) => year))}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${SHEET}!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(SAMPLE.map(({ values }) => values[n] ?? 0))}</c:numCache></c:numRef></c:val>${look === 'lines' ? '<c:smooth val="0"/>' : ''}</c:ser>`
}

/** The workbook behind the chart. */
export function chartWorkbook(series: string[]): Uint8Array {
  const strings = [' ', ...SAMPLE.map(({ year }) => year), ...series]
  const shared = (text: string) => `t="s"><v>${strings.indexOf(text)}</v></c>`
  const head = `<row r="1"><c r="A1" ${shared(' ')}${series.map((name, n) => `<c r="${COLUMNS[n]}1" ${shared(name)}`).join('')}</row>`
  const rows = SAMPLE.map(({ year, values }, i) => {
    const r = i + 2
    return `<row r="${r}"><c r="A${r}" ${shared(year)}${values.map((value, n) => `<c r="${COLUMNS[n]}${r}"><v>${value}</v></c>`).join('')}</row>`
  })
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
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
  const entries = Object.entries(files).map(([name, content]) => [name, strToU8(DECLARATION + content)] as const)
  return zipSync(Object.fromEntries(entries), { mtime: NO_TIME })
}
