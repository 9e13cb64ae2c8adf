import type { Locale } from '@causeway/shared/words/words'
import { FONTS } from './xml.ts'

interface Look {
  id: string
  name: string
  /** Half points. */
  size: number
  bold?: true
  head?: true
  color?: string
  align?: 'left' | 'center' | 'right' | 'both'
  /** Twentieths of a point. */
  before?: number
  after?: number
  /** 240ths of a line. */
  line?: number
  /** First line, in hundredths of a letter. */
  indent?: number
  keepNext?: true
  outline?: number
}

/** Sizes as Chinese reports have them: 小四 12 pt text, 五号 10.5 pt tables, 小五 9 pt notes. */
export function stylesXml(locale: Locale): string {
  const zh = locale === 'ZH'
  const body = zh ? 24 : 22
  const heading = { bold: true, head: true, keepNext: true } as const
  const top = { head: true, align: 'center', after: 60 } as const
  const head = { size: zh ? 20 : 19, bold: true, before: 40, after: 40 } as const
  const cell = { size: zh ? 20 : 19, before: 30, after: 30 }
  const edge = { size: 18, color: '606060', align: 'center' } as const
  const looks: Look[] = [
    { id: 'Title', name: 'Title', size: 36, bold: true, ...top },
    { id: 'Subtitle', name: 'Subtitle', size: 28, ...top },
    { id: 'Mark', name: 'Mark', size: 21, bold: true, color: 'B00020', align: 'center', after: 60 },
    { id: 'Heading1', name: 'heading 1', size: 30, ...heading, before: 120, after: 80, outline: 0 },
    { id: 'Heading2', name: 'heading 2', size: zh ? 24 : 23, ...heading, before: 100, after: 40, outline: 1 },
    zh
      ? { id: 'BodyText', name: 'Body Text', size: body, align: 'both', line: 340, after: 0, indent: 200 }
      : { id: 'BodyText', name: 'Body Text', size: body, align: 'both', line: 276, after: 80 },
    { id: 'Caption', name: 'caption', size: 21, ...heading, align: 'center', before: 120, after: 60 },
    { id: 'Figure', name: 'Figure', size: 21, align: 'center', before: 160, keepNext: true },
    { id: 'Note', name: 'Note', size: 18, color: '505050', align: 'both', before: 80, line: 264 },
    { id: 'Signature', name: 'Signature', size: body, align: 'right', before: 240 },
    { id: 'TableHead', name: 'Table head', ...head, align: 'right' },
    { id: 'TableHeadFirst', name: 'Table head first', ...head, align: 'left' },
    { id: 'TableCell', name: 'Table cell', ...cell, align: 'right' },
    { id: 'TableCellFirst', name: 'Table cell first', ...cell, align: 'left' },
    { id: 'Header', name: 'header', ...edge },
    { id: 'Footer', name: 'footer', ...edge },
  ]
  const { latin, asian } = FONTS[locale]
  return `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:cs="${latin}" w:eastAsia="${asian}"/><w:sz w:val="${body}"/><w:szCs w:val="${body}"/><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${looks.map((look) => styleXml(look, locale)).join('')}</w:styles>`
}

function styleXml(look: Look, locale: Locale): string {
  const { latin, headAsian } = FONTS[locale]
  const spacing = `<w:spacing w:before="${look.before ?? 0}" w:after="${look.after ?? 0}" w:line="${look.line ?? 240}" w:lineRule="auto"/>`
  const paragraph = [
    look.keepNext ? '<w:keepNext/>' : '',
    spacing,
    look.indent === undefined ? '' : `<w:ind w:firstLineChars="${look.indent}" w:firstLine="${look.indent * 2.4}"/>`,
    `<w:jc w:val="${look.align ?? 'left'}"/>`,
    look.outline === undefined ? '' : `<w:outlineLvl w:val="${look.outline}"/>`,
  ].join('')
  const fonts = look.head ? `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${headAsian}"/>` : ''
  // Chinese headings stand out by their face; made bold as well, it blots.
  const bold = look.bold && !(locale === 'ZH' && look.head) ? '<w:b/>' : ''
  const color = look.color ? `<w:color w:val="${look.color}"/>` : ''
  return `<w:style w:type="paragraph" w:styleId="${look.id}"><w:name w:val="${look.name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${fonts}${bold}${color}<w:sz w:val="${look.size}"/><w:szCs w:val="${look.size}"/></w:rPr></w:style>`
}
