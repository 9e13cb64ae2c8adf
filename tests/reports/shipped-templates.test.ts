import { readFileSync } from 'node:fs'
import { CHAPTERS } from '@causeway/server/outlets/reports/shipped/chapter'
import { templateFile } from '@causeway/server/outlets/reports/shipped/template-file'
import { createCanvas } from '@napi-rs/canvas'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { FONT_FAMILY, registerFonts } from '@causeway/server/outlets/pictures/drawing-kit'

describe.each(Object.entries(CHAPTERS))('the template %s', (name, chapter) => {
  const isChinese = name.startsWith('zh')
  const committed = readFileSync(new URL(`../../server/src/outlets/reports/templates/${name}`, import.meta.url))

  it('is what its text gives', () => {
    const made = unzipSync(templateFile(chapter))
    const shipped = unzipSync(committed)
    expect(Object.keys(shipped)).toEqual(Object.keys(made))
    for (const part of Object.keys(made).filter((one) => !one.endsWith('.xlsx'))) {
      expect(Buffer.from(shipped[part]!).toString()).toBe(Buffer.from(made[part]!).toString())
    }
  })

  it('has no head of a table that breaks within a word', () => {
    registerFonts()
    const ctx = createCanvas(1, 1).getContext('2d')
    const tables = chapter.blocks.flatMap((block) => ('table' in block ? block.table : []))
    const xml = Buffer.from(unzipSync(committed)['word/document.xml']!).toString()
    const heads = [
      ...xml.matchAll(
        /<w:tcW w:w="(\d+)"[^>]*>(?:(?!<\/w:tc>).)*?<w:pStyle w:val="TableHead(?:First)?"\/>(.*?)<\/w:tc>/g,
      ),
    ]
    expect(heads).toHaveLength(tables.flatMap(({ head }) => head).length)
    // Points; the cell keeps three at either side. The type is no wider than the one that is measured.
    ctx.font = `700 ${isChinese ? 10 : 9.5}px ${FONT_FAMILY}`
    for (const [, width, inside] of heads) {
      const room = Number(width) / 20 - 6
      const pieces = inside!.split('<w:br/>').flatMap((line) => {
        const text = [...line.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, part]) => part).join('')
        return isChinese ? [text] : text.split(' ')
      })
      for (const piece of pieces) expect([piece, ctx.measureText(piece).width <= room]).toEqual([piece, true])
    }
  })

  it('keeps nothing on the page of the next block by hand, so that text and tables flow and no page is left half empty', () => {
    const xml = Buffer.from(unzipSync(committed)['word/document.xml']!).toString()
    expect(xml).not.toContain('<w:keepNext/>')
    // English metric units, of which a page has 8,900,000 between its margins: a chart takes a fourth of it.
    for (const [, height] of xml.matchAll(/<wp:extent [^>]*cy="(\d+)"/g)) expect(Number(height)).toBeLessThan(2_300_000)
  })

  it('says what each chart is, and which row of each table is its head', () => {
    const xml = Buffer.from(unzipSync(committed)['word/document.xml']!).toString()
    for (const [, alt] of xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)) expect(alt!.length).toBeGreaterThan(20)
    expect(xml.match(/<wp:docPr /g)?.length ?? 0).toBe(chapter.blocks.filter((block) => 'chart' in block).length)
    expect(xml.match(/<w:tblHeader\/>/g)?.length ?? 0).toBe(xml.match(/<w:tbl>/g)?.length ?? 0)
    expect(xml).toMatch(/<w:pStyle w:val="Heading[12]"\/>/)
  })
})

it.each(['zh', 'en'])(
  'the chapter in %s holds a dozen figures in sentences, a table of years, the official table and a chart',
  (language) => {
    const { blocks } = CHAPTERS[`${language}/quality-report-international.docx`]!
    const sentences = blocks.flatMap((block) => ('style' in block && block.style === 'body' ? [block.text] : []))
    expect(new Set(sentences.join('').match(/\{(IN|EX|ST|PF|SK|DN)\d\d/g)).size).toBeGreaterThanOrEqual(12)
    const tables = blocks.flatMap((block) => ('table' in block ? block.table : []))
    expect(tables.map(({ rows }) => rows?.length ?? null)).toEqual([null, 15])
    expect(blocks.some((block) => 'chart' in block)).toBe(true)
  },
)

it('numbers its headings itself, so that those after one that is left out move up', () => {
  const files = unzipSync(templateFile(CHAPTERS['zh/quality-report-international.docx']!))
  const [xml, numbering] = ['document', 'numbering'].map((name) => Buffer.from(files[`word/${name}.xml`]!).toString())
  expect(xml).toMatch(/<w:numPr><w:ilvl w:val="0"\/><w:numId w:val="1"\/><\/w:numPr><\/w:pPr><w:r><w:t [^>]*>国际合作</)
  expect(xml!.match(/<w:ilvl w:val="1"\/>/g)).toHaveLength(5)
  expect(numbering).toMatch(/w:ilvl="0"><w:start w:val="4"\/><w:numFmt w:val="chineseCountingThousand"\/>.*%1、/)
  expect(numbering).toMatch(/w:ilvl="1"><w:start w:val="1"\/>.*（%2）/)
})
