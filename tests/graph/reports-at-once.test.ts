import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { doInLine } from '@causeway/server/outlets/reports/report-line'
import { onOneDatabase } from '../support/databases.ts'
import { openHandCollege } from '../support/hand-college.ts'

const FILL = `mutation($input: FillReportInput!) { fillReport(input: $input) {
  ... on ReportFilled { document figures } ... on Refused { code message(locale: ZH) } } }`
const SHIPPED = { institution: 'X', template: 'zh/quality-report-international.docx', year: 2022, language: 'ZH' }
/** So many may wait behind the one that is being made. */
const BEHIND = 100

onOneDatabase((_name, open) => {
  it('reports are made outside of the thread that answers', async () => {
    const { college, editor } = await openHandCollege(await open())
    const fill = () => college.ask(FILL, { input: SHIPPED }, editor)
    await fill()
    const [whole, own] = [process.cpuUsage(), process.threadCpuUsage()]
    for (let round = 0; round < 5; round++) expect((await fill()).data.fillReport.figures).toBeGreaterThan(40)
    const spent = ({ user, system }: NodeJS.CpuUsage) => user + system
    expect(spent(process.threadCpuUsage(own))).toBeLessThan(0.4 * spent(process.cpuUsage(whole)))
  })

  it('a hundred wait in line and know how many come before; more are refused in a sentence', async () => {
    const { college, editor } = await openHandCollege(await open())
    // The first is read from a pipe, so that nothing moves until that is written.
    const pipe = join(college.folder, 'template.docx')
    execFileSync('mkfifo', [pipe])
    const order = { template: pipe, institution: 'X', year: 2022, locale: 'EN' as const }
    const first = doInLine(college.causeway, { name: 'check', viewer: OPERATOR, asked: order })
    const asked = { institution: 'X', year: 2022, language: 'EN', file: null }
    const send = async (progress: string) => {
      const file = new File(['%PDF-1.7'], '模板.docx')
      const sent = await college.send(FILL, { input: { ...asked, progress } }, { 'variables.input.file': file }, editor)
      return sent.data.fillReport as { code: string; message: string }
    }
    const names = Array.from({ length: BEHIND }, (_, at) => `r${at}`)
    const question = `{ ${names.map((name) => `${name}: reportsBefore(name: "${name}")`).join(' ')} }`
    const before = async () =>
      (Object.values((await college.ask(question, {}, editor)).data) as (number | null)[]).toSorted((a, b) => a! - b!)
    const others = Promise.all(names.map(send))
    await expect.poll(before, { timeout: 20_000 }).toEqual(names.map((_, at) => at + 1))
    expect(await send('more')).toMatchObject({ code: 'TOO_BUSY', message: expect.stringMatching(/一百份报告在排队/) })
    writeFileSync(pipe, '%PDF-1.7')
    await expect(first).rejects.toMatchObject({ code: 'NOT_A_TEMPLATE' })
    for (const { code } of await others) expect(code).toBe('NOT_A_TEMPLATE')
    expect(await before()).toEqual(names.map(() => null))
  })
})
