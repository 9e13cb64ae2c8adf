import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { checkTemplate } from '@causeway/server/outlets/reports/kept/check-template'
import { onOneDatabase } from '../support/databases.ts'
import { folderOfTest } from '../support/folders.ts'
import { openReportDesk, type ReportDesk } from '../support/report-desk.ts'
import { wordTemplate } from '../support/word.ts'

onOneDatabase((_name, open) => {
  let desk: ReportDesk
  beforeEach(async () => {
    desk = await openReportDesk(await open())
  })
  const checkWhole = (lines: string[], locale: 'ZH' | 'EN' = 'EN') => {
    const template = join(folderOfTest(), 'template.docx')
    writeFileSync(template, wordTemplate(lines))
    const asked = { template, institution: 'X', year: 2022, locale }
    return checkTemplate(desk.college.causeway, OPERATOR, asked)
  }
  const check = async (lines: string[]) =>
    (await checkWhole(lines)).figures.filter(({ place }) => place.en.startsWith('paragraph'))

  it('names a figure of another basis or scope of which its paragraph says nothing', async () => {
    const figures = await check([
      '{EX07} and {EX07.calendar}',
      '{EX07} and, in {EX07.calendar.period}, {EX07.calendar}',
      '{EX02} and {EX02.border}',
      '{EX02} and {EX07}',
      '{EX07} and {EX07.calendar.name}, {EX07.calendar.summary}',
      '{EX07} and, by calendar year, {EX07.calendar}',
    ])
    expect(figures.flatMap(({ question, remark }) => (remark ? [[question, remark.en]] : []))).toEqual([
      ['{EX07.calendar}', expect.stringContaining('another basis')],
      ['{EX02.border}', expect.stringContaining('another scope')],
    ])
  })

  it('names a tag that writes a word which its writer has beside it already', async () => {
    const { doubled } = await checkWhole(
      [
        '{学年}学年，{EX02}人，{EX02.数}人。',
        '{学年}，{EX02}，人数 {EX02.数}人{EX02.单位}。',
        '{#学年 3}{学年}学年{/}',
        '{学校}学院位于本市。',
      ],
      'ZH',
    )
    expect(doubled.map(({ tag, place }) => [tag, place.zh[2]])).toEqual([
      ['{学年}', '1'],
      ['{EX02}', '1'],
      ['{EX02.单位}', '2'],
      ['{学年}', '3'],
    ])
    expect(doubled[0]!.problem.zh).toContain('“学年”')
    const english = await checkWhole(['{EX02} people; {EX02.number} people; {EX02.country=LA.share}% came.'])
    expect(english.doubled.map(({ tag }) => tag)).toEqual(['{EX02}', '{EX02.country=LA.share}'])
  })

  it.each([
    ['{tabel EX02 by country}', 'table'],
    ['{tabel}', 'table'],
    ['{chrat EX02}', 'chart'],
    ['{institutoin}', 'institution'],
    ['{表个}', '表格'],
    ['{学校名}', '学校'],
    ['{EX022}', 'EX02'],
    ['{#recrods mobility}{/}', 'records'],
    ['{#yaers 5}{/}', 'years'],
  ])('offers for %s the nearest word of the language first', async (line, word) => {
    const { unknown } = await checkWhole([line])
    const problem = unknown[0]!.problem
    expect(/(?:perhaps |是否想用[：\s]*)([^,、]+)/.exec(problem.en)?.[1]).toBe(word)
  })

  it('a loop over the categories of a year without records says the whole of the year before', async () => {
    const loop = '{#EX02 by country}{category} {figure} ({figure.previous} {figure.previous.share}){/}'
    const { read } = await desk.write(wordTemplate([loop]), { year: 2021 })
    expect(read.paragraphs[0]).toBe('— no records (2 people 100%)')
    const filled = await desk.write(wordTemplate([loop]), { year: 2020 })
    expect(filled.read.paragraphs[0]).toMatch(/^(Laos|Viet Nam) 1 person \(no records/)
  })

  it('says what has no number, place by place, and what a tag that is made asks', async () => {
    const figures = await check(['{EX02.previous}', '{EX02.change}', '{EX02.country=LA.share}'])
    expect(figures.map(({ question, figure, state }) => [question, figure.period.label, state])).toEqual([
      ['{EX02.previous}', '2021/22', 'gone'],
      ['{EX02.change}', '2021/22', 'gone'],
      ['{EX02.change}', '2022/23', 'same'],
      ['{EX02.country=LA.share}', '2022/23', 'same'],
      ['{EX02.country=LA.share}', '2022/23', 'same'],
    ])
  })
})
