import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { readSeries } from '@causeway/server/figures/read-series'
import { CHAPTERS } from '@causeway/server/outlets/reports/shipped/chapter'
import type { ReportLock } from '@causeway/server/outlets/reports/lock'
import { onOneDatabase } from '../support/databases.ts'
import { openReportDesk, type ReportDesk } from '../support/report-desk.ts'
import { wordTemplate } from '../support/word.ts'
import { brokenOrder } from '../support/word-schema.ts'

const CHAPTER = 'quality-report-international.docx'

onOneDatabase((_name, open) => {
  let desk: ReportDesk
  beforeEach(async () => {
    desk = await openReportDesk(await open())
  })

  describe('the templates that ship', () => {
    it.each(Object.keys(CHAPTERS))('fill in %s without a tag left or unknown', async (name) => {
      const template = readFileSync(new URL(`../../server/src/outlets/reports/templates/${name}`, import.meta.url))
      const locale = name.startsWith('zh') ? 'ZH' : 'EN'
      await desk.college.put('partner', ['code,name_zh,country,type', 'E1,农机公司,RU,enterprise'])
      const { read, lock } = await desk.write(template, { strict: true, locale })
      expect(brokenOrder(readFileSync(desk.out))).toEqual([])
      // The memory has the tags, and the XML part a number in braces.
      const shown = read.xml.replaceAll(/<memory>[^<]*<\/memory>|\{[0-9A-F-]{36}\}/g, '')
      expect(shown).not.toMatch(/\{[#/]?[a-zA-Z]/)
      expect(read.xml).not.toMatch(/undefined|NaN|\[object|>null</)
      // Each says all that was asked, so that it can be asked again.
      for (const figure of lock.figures)
        expect(figure).toMatchObject({ filter: expect.any(Array), scope: figure.scope ?? null, at: figure.at ?? null })
      const tags = new Set(lock.figures.flatMap(({ code }) => code))
      for (const block of CHAPTERS[name]!.blocks) {
        if (!('style' in block) || block.style !== 'body') continue
        const always = block.text.replaceAll(/\{#if .*?\{\/if\}/g, '')
        for (const [, code] of always.matchAll(/\{((?:DN|IN|EX|ST|PF|SK)\d\d(?:\.(?:new|aug))?)/g))
          if (!/\{[^}]*\.(name|definition|formula)\}/.test(block.text)) expect(tags).toContain(code)
      }
    })

    it.each(['zh', 'en'])(
      'have the figures of the year in the chapter in %s, with its table and chart',
      async (language) => {
        const template = readFileSync(
          new URL(`../../server/src/outlets/reports/templates/${language}/${CHAPTER}`, import.meta.url),
        )
        const { read } = await desk.write(template, { locale: language === 'zh' ? 'ZH' : 'EN' })
        expect(read.rows.slice(1).map(([year]) => year!.slice(0, 4))).toEqual(['2020', '2022'])
        expect(read.chart.series).toHaveLength(2)
        expect(read.chart.categories).toHaveLength(5)
        expect(read.paragraphs.join('\n')).toContain(
          language === 'zh' ? '走出去人数为13人' : 'people on the export side: 13 people',
        )
      },
    )

    it.each(['zh', 'en'])('have no page of gaps in %s where a college has few records', async (language) => {
      const template = readFileSync(
        new URL(`../../server/src/outlets/reports/templates/${language}/${CHAPTER}`, import.meta.url),
      )
      const { read } = await desk.write(template, { locale: language === 'zh' ? 'ZH' : 'EN' })
      const text = read.paragraphs.join('\n')
      expect(text).not.toMatch(language === 'zh' ? /访学教师|（五）技能成效/ : /Visiting teachers|Skills/)
      expect(text.match(/未填报|no records/g)?.length ?? 0).toBeLessThan(8)
    })
  })

  it('reads a figure that is a gap as its words, never as 0 or blank', async () => {
    const row = ['{year}', '{EX02.number}', '{EX05.number}']
    const { read } = await desk.write(
      wordTemplate(['{IN11}', { table: { head: ['a', 'b', 'c'], row, widths: [1, 1, 1] } }]),
      { locale: 'ZH' },
    )
    expect(read.paragraphs[0]).toBe('未填报')
    expect(read.rows[4]).toEqual(['2021—2022学年', '未填报', '未填报'])
    expect(read.rows.flat()).not.toContain('')
  })

  it('writes values with their units, the year before, another basis, a wider scope, one country and parts of a figure', async () => {
    const { read } = await desk.write(
      wordTemplate([
        '{EX02}|{EX02.number}|{EX02.previous}|{EX02.previous2}',
        '{EX02.border}',
        '{EX02.country=LA}|{EX02.country=VN,LA.previous2.number}',
        '{EX07.calendar.next.period}: {EX07.calendar.next}',
        '{EX05.period}: {EX05} = {EX05.numerator} / {EX05.denominator}',
        '{EX02.name} ({EX02.unit}), {year}, {previous-year}, {edition}, {year.start}, {institution.code}',
      ]),
    )
    expect(read.paragraphs.slice(0, 6)).toEqual([
      '2 people|2|no records|2 people',
      '3 people',
      '0 people|2',
      '2023: 30 person-days',
      '1 Sep 2022: 66.67% = 2 / 3',
      'Foreign students received (people), 2022/23, 2021/22, 2023, 1 September 2022, X',
    ])
  })

  it('writes names with the letters that XML minds as they are', async () => {
    const { read } = await desk.write(wordTemplate(['{institution}'], { description: '{EX02.summary}' }))
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
    const { read } = await desk.write(Buffer.from(zipSync({ ...files, 'word/document.xml': strToU8(document) })))
    expect(read.paragraphs[0]).toBe('2')
  })

  it('repeats a row for each year, and one for each category', async () => {
    const years = await desk.write(
      wordTemplate([{ table: { head: ['a', 'b'], row: ['{year}', '{EX02.number}'], widths: [1, 1] } }]),
    )
    expect(years.read.rows.slice(1)).toEqual([
      ['2018/19', 'no records'],
      ['2019/20', 'no records'],
      ['2020/21', '2'],
      ['2021/22', 'no records'],
      ['2022/23', '2'],
    ])
    const categories = await desk.write(
      wordTemplate(['{#EX02.border.by=country}{category}: {figure}, {figure.previous2}; {/}']),
    )
    expect(categories.read.paragraphs[0]).toBe(
      'Laos: 0 people, 1 person; Macao, China: 1 person, 0 people; Viet Nam: 2 people, 1 person; ',
    )
  })

  it('lists the categories of the years that are asked of a loop, whatever is asked elsewhere, and the lock says which years', async () => {
    const loop = '{#EX02.border.by=country}{category}: {figure}; {/}'
    const { read, lock } = await desk.write(wordTemplate([loop, '{table EX02.border by country years 3}']))
    expect(read.paragraphs[0]).toBe('Macao, China: 1 person; Viet Nam: 2 people; ')
    expect(read.rows.slice(1)).toEqual([
      ['Laos', '1', 'no records', '0'],
      ['Macao, China', '0', 'no records', '1'],
      ['Viet Nam', '1', 'no records', '2'],
    ])
    for (const [own, from] of [
      ['{figure}', 2022],
      ['{figure.previous2.number}', 2020],
    ] as const)
      for (const figure of lock.figures.filter(({ tags }) => tags.includes(own)))
        expect(figure).toMatchObject({ dimension: 'country', from, to: 2022 })
    // Each figure again, asked as the lock says.
    for (const figure of lock.figures.filter(({ dimension }) => dimension !== null)) {
      const { indicator, scope, from, to, period } = figure
      const asked = { institution: 'X', indicator, scope, by: 'country' as const, from: from!, to: to! }
      const { figures } = await readSeries(desk.college.causeway, OPERATOR, asked)
      const own = figures.find((one) => one.category === figure.category && one.period.year === period.year)
      expect([own?.value, own?.gap]).toEqual([figure.value, figure.gap])
    }
  })

  it('draws a native chart with gaps left open, in the chart and in the workbook behind it', async () => {
    const { read } = await desk.write(wordTemplate([], { chart: '{chart EX02 DN01 years=3}' }))
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
    const { read } = await desk.write(wordTemplate([], { chart: '{chart EX02.border.by=country}' }))
    expect(read.chart.categories).toContain('Viet Nam')
    expect(read.chart.series[0]!.values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(3)
  })

  it('lists every figure in the lock file, at one revision, with the year picked and the edition that holds it', async () => {
    const { lock } = await desk.write(
      wordTemplate(['{EX02} {EX02.previous} {EX02.number}', '{EX07.calendar}'], { chart: '{chart EX02 years=2}' }),
    )
    const kept = JSON.parse(readFileSync(desk.lockFile, 'utf8')) as ReportLock
    expect(kept).toEqual(lock)
    expect(kept.year).toEqual({
      ...{ year: 2022, label: '2022/23', start: '2022-09-01', end: '2023-08-31', edition: 2023 },
      partial: false,
    })
    expect(kept.templateHash).toMatch(/^[0-9a-f]{64}$/)
    expect(kept.figures.map(({ code, basis, period, value, gap }) => [code, basis, period.year, value, gap])).toEqual([
      ['EX02', 'SCHOOL_YEAR', 2022, 2, null],
      ['EX02', 'SCHOOL_YEAR', 2021, null, 'NO_RECORDS'],
      ['EX07', 'CALENDAR_YEAR', 2022, null, 'NO_RECORDS'],
    ])
    expect(kept.figures[0]).toMatchObject({
      ...{ indicator: 'foreign-students', scope: 'ABROAD', unit: 'people' },
      ...{ tags: ['{EX02}', '{EX02.number}', '{chart EX02 years=2}'], text: '2 people' },
    })
    const revision = (
      await desk.college.ask(
        '{ indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022) { revision } } }',
      )
    ).data.indicator.series.revision
    expect(new Set(kept.figures.map((figure) => figure.revision))).toEqual(new Set([revision]))
    expect(kept.revision).toBe(revision)
  })

  it('reads every figure at one revision, also while records are being imported', async () => {
    const template = wordTemplate(['{EX02} {EX07} {DN01} {EX01} {EX03}', '{#years 9}{EX02}{DN03}{/}'])
    let writing = true
    const imports = (async () => {
      for (let n = 0; writing; n++) {
        await desk.college.put('training-session', [
          'session,start,end,training_days,headcount,country',
          `T${n},2023-05-01,2023-05-01,1,1,RU`,
        ])
      }
      return true
    })()
    try {
      for (let n = 0; n < 5; n++) {
        const { lock } = await desk.write(template)
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
    await desk.write(template)
    const first = readFileSync(desk.out)
    await desk.write(template)
    expect(readFileSync(desk.out).equals(first)).toBe(true)
  })
})
