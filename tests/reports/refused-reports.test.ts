import { existsSync, writeFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { writeReport } from '@causeway/server/outlets/reports/write-report'
import { onOneDatabase } from '../support/databases.ts'
import { packFiles } from '../support/hostile-workbooks.ts'
import { openReportDesk, type ReportDesk } from '../support/report-desk.ts'
import { wordTemplate } from '../support/word.ts'

const HAN = /\p{Script=Han}/u

onOneDatabase((_name, open) => {
  let desk: ReportDesk
  beforeEach(async () => {
    desk = await openReportDesk(await open())
  })

  describe('an unknown tag', () => {
    const template = wordTemplate(
      [
        'fine: {EX02}',
        'students: {EX022} of {EX02.cohort}',
        '{#students}{EX02}{/students}',
        { table: { head: ['a', 'b'], row: ['{year}', '{EX7.number}'], widths: [1, 1] } },
      ],
      { header: '{college}', chart: '{chart EX2}' },
    )

    it('is listed with its place, and its place is marked', async () => {
      const { read, unknown, lock } = await desk.write(template)
      expect(unknown.map(({ tag, place }) => [tag, place.en])).toEqual([
        ['{EX022}', 'paragraph 2 (“students: {EX022} of {EX…”)'],
        ['{EX02.cohort}', 'paragraph 2 (“students: {EX022} of {EX…”)'],
        ['{#students}', 'paragraph 3 (“{#students}{EX02}{/stude…”)'],
        ['{/students}', 'paragraph 3 (“{#students}{EX02}{/stude…”)'],
        ['{EX7.number}', 'table 1, row 2, column 2 (“{EX7.number}{/years}”)'],
        ['{college}', 'the header (“{college}”)'],
        ['{chart EX2}', 'the title of a chart'],
      ])
      for (const { place, problem } of unknown) {
        expect(place.zh).toMatch(HAN)
        expect(problem.zh).toMatch(HAN)
      }
      expect(unknown[1]!.problem.en).toBe('EX02 has no basis COHORT. It has SCHOOL_YEAR, CALENDAR_YEAR.')
      expect(read.paragraphs.slice(0, 3)).toEqual([
        'fine: 2 people',
        'students: [unknown tag: EX022] of [unknown tag: EX02.cohort]',
        '[unknown tag: #students]2 people[unknown tag: /students]',
      ])
      expect(read.rows[1]![1]).toBe('[unknown tag: EX7.number]')
      expect(read.header).toBe('[unknown tag: college]')
      expect(read.chart.title).toBe('[unknown tag: chart EX2]')
      expect(lock.unknown).toHaveLength(7)
    })

    it('refuses the whole report with strict, and writes nothing', async () => {
      const error = await desk.refusal(template, { strict: true })
      expect(error).toMatchObject({ code: 'UNKNOWN_TAG' })
      expect(error.words.en).toContain('{EX022}  paragraph 2')
      expect(error.words.zh).toContain('第 2 段')
      expect(existsSync(desk.out) || existsSync(desk.lockFile)).toBe(false)
    })

    it('may be a loop that is not closed, a closing that closes nothing, or a chart outside a chart', async () => {
      const { unknown } = await desk.write(wordTemplate(['{/}', 'see {chart EX02}', '{#years}{EX02}']))
      expect(unknown.map(({ tag, problem }) => [tag, problem.en])).toEqual([
        ['{/}', 'there is no loop to close here'],
        ['{chart EX02}', 'a chart tag goes in the title of a Word chart, or has a paragraph to itself'],
        ['{#years}', 'the loop is not closed: its {/} is missing'],
      ])
    })
  })

  it('lists braces that look like tags and are none, and leaves them as they are', async () => {
    const { unknown, read } = await desk.write(wordTemplate(['共｛EX02｝人', 'half {EX02']))
    expect(unknown.map(({ tag, place, problem }) => [tag, place.en, problem.en])).toEqual([
      [
        '｛EX02｝',
        'paragraph 1 (“共｛EX02｝人”)',
        'written with full-width braces, which make no tag; it was left as it is',
      ],
      ['{EX02', 'paragraph 2 (“half {EX02”)', 'a brace without its partner; it was left as it is'],
    ])
    expect(read.paragraphs.slice(0, 2)).toEqual(['共｛EX02｝人', 'half {EX02'])
  })

  describe('a file that is no template', () => {
    const word = unzipSync(wordTemplate(['{EX02}']))
    const zip = (change: Record<string, string>) =>
      Buffer.from(
        zipSync({
          ...word,
          ...Object.fromEntries(Object.entries(change).map(([name, text]) => [name, strToU8(text)])),
        }),
      )
    const header = strFromU8(word['word/header1.xml']!).replace(/^<\?xml[^>]*>/, '')
    const body = (more: string) =>
      strFromU8(word['word/document.xml']!).replace('<w:body>', `<w:body><w:p>${more}</w:p>`)
    const withField = (instruction: string) => body(`<w:fldSimple w:instr=" ${instruction} "/>`)
    const rels = strFromU8(word['word/_rels/document.xml.rels']!)
    const external = (type: string) =>
      rels.replace(
        '</Relationships>',
        `<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://elsewhere.example/a" TargetMode="External"/></Relationships>`,
      )

    it.each<[string, Buffer, string]>([
      ['an empty file', Buffer.alloc(0), 'TEMPLATE_EMPTY'],
      ['text under its name', Buffer.from('EX02'), 'NOT_A_TEMPLATE'],
      ['three letters', Buffer.from('PK3'), 'NOT_A_TEMPLATE'],
      ['an old .doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'NOT_A_TEMPLATE'],
      ['a zip of something else', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), 'NOT_A_TEMPLATE'],
      ['a document cut in half', Buffer.from(wordTemplate([])).subarray(0, 4000), 'TEMPLATE_DAMAGED'],
      ['a document whose XML is broken', zip({ 'word/document.xml': '<w:document><w:body>' }), 'TEMPLATE_DAMAGED'],
      ['a document with macros', zip({ 'word/vbaProject.bin': 'x' }), 'TEMPLATE_UNSAFE'],
      [
        'a document with a template elsewhere',
        zip({ 'word/_rels/document.xml.rels': external('attachedTemplate') }),
        'TEMPLATE_UNSAFE',
      ],
      [
        'a document with entities',
        zip({ 'word/header1.xml': `<!DOCTYPE a [<!ENTITY a "b">]>${header}` }),
        'TEMPLATE_UNSAFE',
      ],
      ['a field that starts a program', zip({ 'word/document.xml': withField('DDEAUTO cmd') }), 'TEMPLATE_UNSAFE'],
      [
        'a field in runs that fetches a file',
        zip({
          'word/document.xml': body(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT "/etc/hosts"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
          ),
        }),
        'TEMPLATE_UNSAFE',
      ],
      [
        'ten thousand controls',
        zip({ 'word/document.xml': body('<w:sdt><w:sdtContent/></w:sdt>'.repeat(10_000)) }),
        'TOO_MANY_CONTROLS',
      ],
      ['a tag that runs over two paragraphs', wordTemplate(['a {EX', '02} b']), 'TEMPLATE_BROKEN'],
      [
        'a zip bomb',
        Buffer.from(packFiles({ ...word, 'word/media/a.bmp': new Uint8Array(200 * 1024 * 1024) })),
        'TEMPLATE_TOO_LARGE',
      ],
    ])('%s gets a sentence that says what to do', async (_case, bytes, code) => {
      const error = await desk.refusal(bytes)
      expect(error.code).toBe(code)
      expect(error.words.en).toMatch(/template\.docx.*\.$/)
      expect(error.words.zh).toMatch(/template\.docx.*。$/)
      expect(existsSync(desk.out)).toBe(false)
    })

    it('a document of which a part is no XML is refused in a moment, and its part is named', async () => {
      const footer = strFromU8(word['word/footer1.xml'] ?? word['word/header1.xml']!)
      for (const harm of [
        '<'.repeat(20_000),
        `<${'a'.repeat(100_000)}`,
        '<a '.repeat(50_000),
        '<a b="'.repeat(50_000),
      ]) {
        const since = Date.now()
        const harmed = zip({ 'word/header1.xml': footer.replace('<w:p>', () => `<w:p>${harm}`) })
        const { code, words } = await desk.refusal(harmed)
        expect(code).toBe('DOCUMENT_DAMAGED')
        expect(words.zh).toContain('word/header1.xml')
        expect(Date.now() - since).toBeLessThan(5_000)
      }
    })

    it('what is damaged of a document and of no use to a report is left as it is', async () => {
      const harmed = zip({
        'word/document.xml': body('<w:r><w:t>&#x110000; {EX02}</w:t></w:r>'),
        'word/embeddings/old.xlsx': 'PK no workbook',
      })
      const { read } = await desk.write(harmed)
      expect(read.paragraphs[0]).toMatch(/ 2 people$/)
    })

    it('a brace without its partner is named with its paragraph, in however many runs Word keeps it', async () => {
      const broken = wordTemplate(['Students: {EX02}', 'Trained: {EX07', '} and {EX02}'])
      const { words } = await desk.refusal(broken)
      expect(words.en).toContain('paragraph 2 (“Trained: {EX07”) {EX07; paragraph 3 (“} and {EX02}”) } and.')
      expect(words.zh).toContain('第 2 段（“Trained: {EX07”） {EX07；第 3 段（“} and {EX02}”） } and。')
    })

    it('may have fields that stay within it', async () => {
      const fields = withField('HYPERLINK "https://example.org"').replace(
        '<w:body>',
        '<w:body><w:p><w:fldSimple w:instr="PAGE"/></w:p>',
      )
      expect((await desk.write(zip({ 'word/document.xml': fields }))).unknown).toEqual([])
    })

    it('may link to a web page, since Word fetches nothing for it', async () => {
      const { read } = await desk.write(zip({ 'word/_rels/document.xml.rels': external('hyperlink') }))
      expect(read.paragraphs[0]).toBe('2 people')
    })
  })

  it('never writes over its own template, and knows its institution', async () => {
    const path = desk.out
    writeFileSync(path, wordTemplate(['{EX02}']))
    const order = { template: path, institution: 'X', year: 2022, locale: 'EN' as const, strict: false, out: path }
    await expect(writeReport(desk.college.causeway, OPERATOR, order)).rejects.toMatchObject({ code: 'OUT_IS_TEMPLATE' })
    await expect(
      writeReport(desk.college.causeway, OPERATOR, { ...order, out: desk.lockFile, institution: 'Q' }),
    ).rejects.toMatchObject({
      code: 'UNKNOWN_INSTITUTION',
    })
  })
})
