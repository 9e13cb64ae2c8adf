import { escapeXml, TEXT_WIDTH } from '../shipped/xml.ts'
import type { MadePlace } from './find-made.ts'
import { textOfPart, type WordParts } from './word-package.ts'

/** A table of a head and one row, with tags in its cells. */
export interface MadeTable {
  /** The first column holds words; so does every one named here. */
  textColumns: ReadonlySet<number>
  /** In parts of the whole. */
  widths: number[]
  head: string[]
  row: string[]
}

/** Fiftieths of a percent. */
const FULL = 5000

const BORDERS =
  '<w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="404040"/><w:bottom w:val="single" w:sz="12" w:space="0" w:color="404040"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/></w:tblBorders>'

/** The table as the document has its others: their style, or that of its style sheet; else three rules. */
export function tableXml(parts: WordParts, table: MadeTable, place: MadePlace): string {
  const styles = textOfPart(parts, 'word/styles.xml')
  const used = /<w:tblStyle w:val="([^"]+)"/.exec(textOfPart(parts, 'word/document.xml'))?.[1] ?? gridOf(styles)
  const look = used === undefined ? BORDERS : `<w:tblStyle w:val="${escapeXml(used)}"/>`
  const width = `<w:tblW w:w="${FULL}" w:type="pct"/>`
  // The schema has the style before the width, and the borders after it.
  const properties = used === undefined ? `${width}${look}` : `${look}${width}`
  const whole = table.widths.reduce((sum, part) => sum + part, 0)
  const columns = table.widths.map((part) => `<w:gridCol w:w="${Math.round((TEXT_WIDTH * part) / whole)}"/>`).join('')
  const widthOf = (n: number) => Math.round((FULL * table.widths[n]!) / whole)
  const head = rowXml(table.head, '<w:cantSplit/><w:tblHeader/>', (n) =>
    cellLook(styles, 'TableHead', table.textColumns.has(n)),
  )
  const row = rowXml(table.row, '<w:cantSplit/>', (n) => cellLook(styles, 'TableCell', table.textColumns.has(n)))
  const after = place.needsParagraphAfter ? '<w:p/>' : ''
  return `<w:tbl><w:tblPr>${properties}<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${head}${row}</w:tbl>${after}`

  function rowXml(texts: string[], properties: string, lookOf: (n: number) => string): string {
    const cells = texts.map(
      (text, n) =>
        `<w:tc><w:tcPr><w:tcW w:w="${widthOf(n)}" w:type="pct"/></w:tcPr><w:p><w:pPr>${lookOf(n)}</w:pPr><w:r>${place.runLook}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p></w:tc>`,
    )
    return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`
  }
}

/** The table style that Word calls Table Grid. */
function gridOf(styles: string): string | undefined {
  return [...styles.matchAll(/<w:style\b[^>]*w:type="table"[^>]*>[\s\S]*?<\/w:style>/g)]
    .map(([style]) => style)
    .find((style) => /<w:name w:val="Table Grid"/i.test(style))
    ?.match(/w:styleId="([^"]+)"/)?.[1]
}

/** The styles of the templates that ship, where the document has them. */
function cellLook(styles: string, style: string, isWords: boolean): string {
  const name = isWords ? `${style}First` : style
  return styles.includes(`w:styleId="${name}"`)
    ? `<w:pStyle w:val="${name}"/>`
    : `<w:ind w:firstLine="0"/><w:jc w:val="${isWords ? 'left' : 'right'}"/>`
}
