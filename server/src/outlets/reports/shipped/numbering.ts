import type { Block } from './chapter.ts'

/** Numbers of headings as Chinese and English reports write them, from the outer to the inner. */
const LEVELS = [
  { written: /^([一二三四五六七八九十]+)、/, format: 'chineseCountingThousand', text: '%1、' },
  { written: /^（([一二三四五六七八九十]+)）/, format: 'chineseCountingThousand', text: '（%2）' },
  { written: /^(\d+) {2}/, format: 'decimal', text: '%1  ' },
] as const

const NUMERALS = '一二三四五六七八九十'

/** A heading without its number, which the program that shows it counts: those after one that is left out move up. */
export function numbered(text: string): { text: string; properties: string } {
  const level = LEVELS.findIndex(({ written }) => written.test(text))
  if (level < 0) return { text, properties: '' }
  const properties = `<w:numPr><w:ilvl w:val="${level % 2}"/><w:numId w:val="1"/></w:numPr>`
  return { text: text.replace(LEVELS[level]!.written, ''), properties }
}

/** How the headings of a template are numbered, beginning with the first of each level; null: none has a number. */
export function numberingXml(blocks: readonly Block[]): string | null {
  const texts = blocks.flatMap((block) => ('style' in block && block.style.startsWith('heading') ? [block.text] : []))
  const levels = LEVELS.flatMap(({ written, format, text }, at) => {
    const first = texts.flatMap((one) => written.exec(one)?.[1] ?? [])[0]
    if (first === undefined) return []
    const start = NUMERALS.indexOf(first) + 1 || Number(first)
    return [
      `<w:lvl w:ilvl="${at % 2}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>`,
    ]
  })
  if (levels.length === 0) return null
  return `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
}
