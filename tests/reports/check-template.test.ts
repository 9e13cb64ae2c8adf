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
  const check = async (lines: string[]) => {
    const template = join(folderOfTest(), 'template.docx')
    writeFileSync(template, wordTemplate(lines))
    const asked = { template, institution: 'X', year: 2022, locale: 'EN' as const }
    return (await checkTemplate(desk.college.causeway, OPERATOR, asked)).figures.filter(({ place }) =>
      place.en.startsWith('paragraph'),
    )
  }

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
