import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OPERATOR } from '@causeway/server/access/viewer'
import { CHAPTERS, TEMPLATE_NAME } from '@causeway/server/reports/shipped/chapter'
import type { ReportRefused } from '@causeway/server/reports/report-refused'
import { writeReport, type ReportLock, type WrittenReport } from '@causeway/server/reports/write-report'
import { zipSync, unzipSync, strFromU8, strToU8 } from 'fflate'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openCollege, type College } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import { readDocument, wordTemplate, type ReadDocument } from '../support/word.ts'

const folder = mkdtempSync(join(tmpdir(), 'causeway-report-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const out = join(folder, 'out.docx')
const lockFile = join(folder, 'out.lock.json')

const HAN = /\p{Script=Han}/u

/** Two foreign students in 2020/21, nothing known of 2021/22, three in 2022/23, one of them from Macao. */
async function fill(college: College): Promise<void> {
  await college.put('institution', ['code,name_zh,name_en,country', 'X,甲 & 乙 <学院>,College A & B <X>,CN'])
  await college.put('programme', ['code,name_zh,name_en,kind', 'PA,数控,CNC,ordinary'], 'X')
  const learner = (name: string, nationality: string, year: number) =>
    `${name},PA,degree,1,${nationality},${year}-09-01,${year + 1}-07-01`
  await college.put(
    'enrolment',
    [
      'person,programme,kind,full_time,nationality,start,end',
      learner('L1', 'VN', 2020),
      learner('L2', 'LA', 2020),
      learner('L3', 'VN', 2022),
      learner('L4', 'VN', 2022),
      learner('L5', 'MO', 2022),
      learner('L6', 'LA', 2023),
    ],
    'X',
  )
  await college.put(
    'training-session',
    ['session,start,end,training_days,headcount,country', 'S1,2023-03-01,2023-03-03,3,10,RU'],
    'X',
  )
}

forEachDatabase((_name, open) => {
  let college: College
  beforeEach(async () => {
    for (const file of [out, lockFile]) rmSync(file, { force: true })
    college = await openCollege(await open())
    await fill(college)
  })

  async function write(
    template: Buffer,
    more: { strict?: boolean; year?: number; locale?: 'ZH' | 'EN' } = {},
  ): Promise<WrittenReport & { read: ReadDocument }> {
    const path = join(folder, 'template.docx')
    writeFileSync(path, template)
    const order = { template: path, institution: 'X', year: 2022, locale: 'EN' as const, strict: false, out, ...more }
    const written = await writeReport(college.causeway, OPERATOR, order)
    return { ...written, read: readDocument(readFileSync(out)) }
  }

  async function refusal(template: Buffer, more: { strict?: boolean } = {}): Promise<ReportRefused> {
    return write(template, more).then(
      () => expect.fail('it was written'),
      (error: ReportRefused) => error,
    )
  }

  describe('the templates that ship', () => {
    it.each([
      ['zh', 'ZH'],
      ['en', 'EN'],
    ] as const)('fill in %s without a tag left or unknown', async (language, locale) => {
      const template = readFileSync(new URL(`../../server/src/templates/${language}/${TEMPLATE_NAME}`, import.meta.url))
      const { read, lock } = await write(template, { strict: true, locale })
      expect(read.xml).not.toMatch(/\{[#/]?[a-zA-Z]/)
      expect(read.xml).not.toMatch(/undefined|NaN|\[object|>null</)
      expect(read.rows).toHaveLength(6)
      expect(read.chart.series).toHaveLength(2)
      expect(read.chart.categories).toHaveLength(5)
      expect(read.paragraphs.join('\n')).toContain(
        locale === 'ZH' ? '走出去人数为13人' : 'people carrying out: 13 people',
      )
      const tags = new Set(lock.figures.flatMap(({ code }) => code))
      for (const block of CHAPTERS[language].blocks) {
        if (!('style' in block) || block.style !== 'body') continue
        for (const [, code] of block.text.matchAll(/\{((?:DN|IN|EX|ST|PF|SK)\d\d(?:\.(?:new|aug))?)/g))
          expect(tags).toContain(code)
      }
    })

    it('read a figure that is a gap as its words, never as 0 or blank', async () => {
      const template = readFileSync(new URL(`../../server/src/templates/zh/${TEMPLATE_NAME}`, import.meta.url))
      const { read } = await write(template, { locale: 'ZH' })
      expect(read.paragraphs.join('\n')).toContain('接收国外访学教师人数为未填报')
      expect(read.rows[4]).toEqual(['2021—2022学年', '未填报', '未填报', '未填报', '未填报', '未填报'])
      expect(read.rows.flat()).not.toContain('')
    })
  })

  it('writes values with their units, the year before, another basis, a wider scope, one country and parts of a figure', async () => {
    const { read } = await write(
      wordTemplate([
        '{EX02}|{EX02.number}|{EX02.previous}|{EX02.previous2}',
        '{EX02.border}|{EX02.country=LA}|{EX02.country=VN,LA.previous2.number}',
        '{EX07.calendar.next.period}: {EX07.calendar.next}',
        '{EX05.period}: {EX05} = {EX05.numerator} / {EX05.denominator}',
        '{EX02.name} ({EX02.unit}), {year}, {previous-year}, {edition}, {year.start}, {institution.code}',
      ]),
    )
    expect(read.paragraphs.slice(0, 5)).toEqual([
      '2 people|2|no records|2 people',
      '3 people|0 people|2',
      '2023: 30.0 person-days',
      '2022-09-01: 66.67% = 2 / 3',
      'Foreign students received (people), 2022/23, 2021/22, 2023, 1 September 2022, X',
    ])
  })

  it('writes names with the letters that XML minds as they are', async () => {
    const { read } = await write(wordTemplate(['{institution}'], { description: '{EX02.summary}' }))
    expect(read.paragraphs[0]).toBe('College A & B <X>')
    expect(read.header).toBe('College A & B <X>')
    expect(read.description).toContain(
      'Foreign students received, College A & B <X>, by school year, 2018/19 to 2022/23',
    )
  })

  it('finds a tag that Word has split into runs of their own', async () => {
    const files = unzipSync(wordTemplate(['{EX02.previous2.number}']))
    const split = '{EX</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>02.prev</w:t></w:r><w:r><w:t>ious2.number}'
    const document = strFromU8(files['word/document.xml']!).replace('{EX02.previous2.number}', split)
    const { read } = await write(Buffer.from(zipSync({ ...files, 'word/document.xml': strToU8(document) })))
    expect(read.paragraphs[0]).toBe('2')
  })

  it('repeats a row for each year, and one for each category', async () => {
    const years = await write(
      wordTemplate([{ table: { head: ['a', 'b'], row: ['{year}', '{EX02.number}'], widths: [1, 1] } }]),
    )
    expect(years.read.rows.slice(1)).toEqual([
      ['2018/19', 'no records'],
      ['2019/20', 'no records'],
      ['2020/21', '2'],
      ['2021/22', 'no records'],
      ['2022/23', '2'],
    ])
    const categories = await write(
      wordTemplate(['{#EX02.border.by=country}{category}: {figure}, {figure.previous2}; {/}']),
    )
    expect(categories.read.paragraphs[0]).toBe(
      'Laos: 0 people, 1 person; Macao, China: 1 person, 0 people; Viet Nam: 2 people, 1 person; ',
    )
  })

  it('draws a native chart with gaps left open, in the chart and in the workbook behind it', async () => {
    const { read } = await write(wordTemplate([], { chart: '{chart EX02 DN01 years=3}' }))
    expect(read.chart).toEqual({
      title: 'Foreign students received, Learners enrolled (people)',
      categories: ['2020/21', '2021/22', '2022/23'],
      series: [
        { name: 'Foreign students received', values: [2, null, 2] },
        { name: 'Learners enrolled', values: [2, null, 3] },
      ],
    })
    expect(read.workbook).toEqual([
      [' ', 'Foreign students received', 'Learners enrolled'],
      ['2020/21', '2', '2'],
      ['2021/22', null, null],
      ['2022/23', '2', '3'],
    ])
  })

  it('draws one year by category', async () => {
    const { read } = await write(wordTemplate([], { chart: '{chart EX02.border.by=country}' }))
    expect(read.chart.categories).toContain('Viet Nam')
    expect(read.chart.series[0]!.values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(3)
  })

  it('lists every figure in the lock file, at one revision, with the year picked and the edition that holds it', async () => {
    const { lock } = await write(
      wordTemplate(['{EX02} {EX02.previous} {EX02.number}', '{EX07.calendar}'], { chart: '{chart EX02 years=2}' }),
    )
    const kept = JSON.parse(readFileSync(lockFile, 'utf8')) as ReportLock
    expect(kept).toEqual(lock)
    expect(kept.year).toEqual({
      year: 2022,
      label: '2022/23',
      start: '2022-09-01',
      end: '2023-08-31',
      edition: 2023,
      partial: false,
    })
    expect(kept.templateHash).toMatch(/^[0-9a-f]{64}$/)
    expect(kept.figures.map(({ code, basis, period, value, gap }) => [code, basis, period.year, value, gap])).toEqual([
      ['EX02', 'SCHOOL_YEAR', 2022, 2, null],
      ['EX02', 'SCHOOL_YEAR', 2021, null, 'NO_RECORDS'],
      ['EX07', 'CALENDAR_YEAR', 2022, null, 'NO_RECORDS'],
    ])
    expect(kept.figures[0]).toMatchObject({
      indicator: 'foreign-students',
      scope: 'ABROAD',
      unit: 'people',
      tags: ['{EX02}', '{EX02.number}', '{chart EX02 years=2}'],
      text: '2 people',
    })
    const revision = (
      await college.ask('{ indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022) { revision } } }')
    ).data.indicator.series.revision
    expect(new Set(kept.figures.map((figure) => figure.revision))).toEqual(new Set([revision]))
    expect(kept.revision).toBe(revision)
  })

  it('reads every figure at one revision, also while records are being imported', async () => {
    const template = wordTemplate(['{EX02} {EX07} {DN01} {EX01} {EX03}', '{#years 9}{EX02}{DN03}{/}'])
    let writing = true
    const imports = (async () => {
      for (let n = 0; writing; n++) {
        await college.put(
          'training-session',
          ['session,start,end,training_days,headcount,country', `T${n},2023-05-01,2023-05-01,1,1,RU`],
          'X',
        )
      }
      return true
    })()
    try {
      for (let n = 0; n < 5; n++) {
        const { lock } = await write(template)
        expect(new Set(lock.figures.map(({ revision }) => revision))).toEqual(new Set([lock.revision]))
        const days = lock.figures.find(({ code }) => code === 'EX07')!.value!
        // 30 person-days from the start, and one more with each import since revision 4.
        expect(days - 30).toBe(lock.revision - 4)
      }
    } finally {
      writing = false
      await imports
    }
  })

  it('gives the same bytes for the same figures', async () => {
    const template = wordTemplate(['{EX02}', '{#years}{year}{/}'])
    await write(template)
    const first = readFileSync(out)
    await write(template)
    expect(readFileSync(out).equals(first)).toBe(true)
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
      const { read, unknown, lock } = await write(template)
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
      expect(unknown[1]!.problem.en).toBe('EX02 has no basis COHORT. There are: SCHOOL_YEAR, CALENDAR_YEAR')
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
      const error = await refusal(template, { strict: true })
      expect(error).toMatchObject({ code: 'UNKNOWN_TAG' })
      expect(error.words.en).toContain('{EX022}  paragraph 2')
      expect(error.words.zh).toContain('第 2 段')
      expect(existsSync(out) || existsSync(lockFile)).toBe(false)
    })

    it('may be a loop that is not closed, a closing that closes nothing, or a chart outside a chart', async () => {
      const { unknown } = await write(wordTemplate(['{/}', '{chart EX02}', '{#years}{EX02}']))
      expect(unknown.map(({ tag, problem }) => [tag, problem.en])).toEqual([
        ['{/}', 'there is no loop to close here'],
        ['{chart EX02}', 'a chart tag goes in the title of a Word chart'],
        ['{#years}', 'the loop is not closed: its {/} is missing'],
      ])
    })
  })

  it('lists braces that look like tags and are none, and leaves them as they are', async () => {
    const { unknown, read } = await write(wordTemplate(['共｛EX02｝人', 'half {EX02']))
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
    const rels = strFromU8(word['word/_rels/document.xml.rels']!)
    const external = (type: string) =>
      rels.replace(
        '</Relationships>',
        `<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://elsewhere.example/a" TargetMode="External"/></Relationships>`,
      )

    it.each<[string, Buffer, string]>([
      ['an empty file', Buffer.alloc(0), 'TEMPLATE_EMPTY'],
      ['text under its name', Buffer.from('EX02'), 'NOT_A_TEMPLATE'],
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
      ['a tag that runs over two paragraphs', wordTemplate(['a {EX', '02} b']), 'TEMPLATE_BROKEN'],
      [
        'a zip bomb',
        Buffer.from(zipSync({ ...word, 'word/media/a.bmp': new Uint8Array(200 * 1024 * 1024) })),
        'TEMPLATE_DAMAGED',
      ],
    ])('%s gets a sentence that says what to do', async (_case, bytes, code) => {
      const error = await refusal(bytes)
      expect(error.code).toBe(code)
      expect(error.words.en).toMatch(/template\.docx.*\.$/)
      expect(error.words.zh).toMatch(/template\.docx.*。$/)
      expect(existsSync(out)).toBe(false)
    })

    it('may link to a web page, since Word fetches nothing for it', async () => {
      const { read } = await write(zip({ 'word/_rels/document.xml.rels': external('hyperlink') }))
      expect(read.paragraphs[0]).toBe('2 people')
    })
  })

  it('never writes over its own template, and knows its institution', async () => {
    const path = join(folder, 'own.docx')
    writeFileSync(path, wordTemplate(['{EX02}']))
    const order = { template: path, institution: 'X', year: 2022, locale: 'EN' as const, strict: false, out: path }
    await expect(writeReport(college.causeway, OPERATOR, order)).rejects.toMatchObject({ code: 'OUT_IS_TEMPLATE' })
    await expect(writeReport(college.causeway, OPERATOR, { ...order, out, institution: 'Q' })).rejects.toMatchObject({
      code: 'UNKNOWN_INSTITUTION',
    })
  })
})
