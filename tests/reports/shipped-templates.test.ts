import { readFileSync } from 'node:fs'
import { CHAPTERS, TEMPLATE_NAME } from '@causeway/server/outlets/reports/shipped/chapter'
import { templateFile } from '@causeway/server/outlets/reports/shipped/template-file'
import { createCanvas } from '@napi-rs/canvas'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { FONT_FAMILY, registerFonts } from '@causeway/server/outlets/pictures/drawing-kit'

describe.each(Object.entries(CHAPTERS))('the template that ships in %s', (language, chapter) => {
  const committed = readFileSync(
    new URL(`../../server/src/outlets/reports/templates/${language}/${TEMPLATE_NAME}`, import.meta.url),
  )

  it('is what its text gives', () => {
    const made = unzipSync(templateFile(chapter))
    const shipped = unzipSync(committed)
    expect(Object.keys(shipped)).toEqual(Object.keys(made))
    for (const name of Object.keys(made).filter((one) => !one.endsWith('.xlsx'))) {
      expect(Buffer.from(shipped[name]!).toString()).toBe(Buffer.from(made[name]!).toString())
    }
  })

  it('has no head of a table that breaks within a word', () => {
    registerFonts()
    const ctx = createCanvas(1, 1).getContext('2d')
    const { table } = chapter.blocks.find((block) => 'table' in block)!
    const xml = Buffer.from(unzipSync(committed)['word/document.xml']!).toString()
    const heads = [
      ...xml.matchAll(
        /<w:tcW w:w="(\d+)"[^>]*>(?:(?!<\/w:tc>).)*?<w:pStyle w:val="TableHead(?:First)?"\/>(.*?)<\/w:tc>/g,
      ),
    ]
    expect(heads).toHaveLength(table.head.length)
    // Points; the cell keeps three at either side. The type is no wider than the one that is measured.
    ctx.font = `700 ${language === 'zh' ? 10 : 9.5}px ${FONT_FAMILY}`
    for (const [, width, inside] of heads) {
      const room = Number(width) / 20 - 6
      const pieces = inside!.split('<w:br/>').flatMap((line) => {
        const text = [...line.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, part]) => part).join('')
        return language === 'zh' ? [text] : text.split(' ')
      })
      for (const piece of pieces) expect([piece, ctx.measureText(piece).width <= room]).toEqual([piece, true])
    }
  })

  it('holds at least a dozen figures in sentences, a table of years and a native chart', () => {
    const sentences = chapter.blocks.flatMap((block) =>
      'style' in block && block.style === 'body' ? [block.text] : [],
    )
    const codes = new Set(sentences.join('').match(/\{(IN|EX|ST|PF|SK|DN)\d\d/g))
    expect(codes.size).toBeGreaterThanOrEqual(12)
    expect(chapter.blocks.some((block) => 'table' in block)).toBe(true)
    expect(unzipSync(committed)['word/charts/chart1.xml']).toBeDefined()
  })
})
