import { readFileSync } from 'node:fs'
import { CHAPTERS, TEMPLATE_NAME } from '@causeway/server/reports/shipped/chapter'
import { templateFile } from '@causeway/server/reports/shipped/template-file'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

describe.each(Object.entries(CHAPTERS))('the template that ships in %s', (language, chapter) => {
  const committed = readFileSync(new URL(`../../server/src/templates/${language}/${TEMPLATE_NAME}`, import.meta.url))

  it('is what its text gives', () => {
    const made = unzipSync(templateFile(chapter))
    const shipped = unzipSync(committed)
    expect(Object.keys(shipped)).toEqual(Object.keys(made))
    for (const name of Object.keys(made).filter((one) => !one.endsWith('.xlsx'))) {
      expect(Buffer.from(shipped[name]!).toString()).toBe(Buffer.from(made[name]!).toString())
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
