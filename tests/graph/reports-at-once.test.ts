import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { openHandCollege } from '../support/hand-college.ts'

const FILL = `mutation($input: FillReportInput!) { fillReport(input: $input) {
  ... on ReportFilled { document figures } ... on Refused { code message(locale: ZH) } } }`
const SHIPPED = { institution: 'X', template: 'zh/quality-report-international.docx', year: 2022, language: 'ZH' }
/** Real ones, and those behind them: the one that is being made, and a hundred. */
const FIRST = 12
const BEHIND = 89

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
    // Refused at once when its turn comes.
    const broken = () => new File(['%PDF-1.7'], '模板.docx')
    const asked = { institution: 'X', year: 2022, language: 'EN', file: null }
    const send = (progress: string) =>
      college.send(FILL, { input: { ...asked, progress } }, { 'variables.input.file': broken() }, editor)
    const before = async (name: string) =>
      (await college.ask('query($name: ID!) { reportsBefore(name: $name) }', { name }, editor)).data.reportsBefore
    // So many that all others are in line before they are made.
    const first = Array.from({ length: FIRST }, (_, at) =>
      college.ask(FILL, { input: { ...SHIPPED, progress: `first${at}` } }, editor),
    )
    while ((await before(`first${FIRST - 1}`)) === null) await pause(1)
    let isDone = false
    const others = Array.from({ length: BEHIND + 3 }, (_, at) => send(`r${at}`))
    const all = Promise.all(others).finally(() => (isDone = true))
    const seen: number[] = []
    for (; !isDone; await pause(5)) seen.push((await before(`r${BEHIND - 1}`)) ?? 0)
    expect(Math.max(...seen)).toBeGreaterThan(BEHIND / 2)
    const inLine = seen.slice(seen.indexOf(Math.max(...seen)))
    expect(inLine).toEqual(inLine.toSorted((a, b) => b - a))
    const codes = (await all).map(({ data }) => data.fillReport)
    expect(codes.filter(({ code }) => code === 'NOT_A_TEMPLATE')).toHaveLength(BEHIND)
    const refused = codes.filter(({ code }) => code === 'TOO_BUSY')
    expect(refused).toHaveLength(3)
    for (const { message } of refused) expect(message).toMatch(/一百份报告在排队/)
    for (const { data } of await Promise.all(first)) expect(data.fillReport.figures).toBeGreaterThan(40)
  })
})
