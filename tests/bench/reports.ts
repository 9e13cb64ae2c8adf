import { setTimeout as pause } from 'node:timers/promises'
import { createToken } from '@causeway/server/access/tokens'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { openDatabase } from '@causeway/server/ground/database/open'
import type { Block } from '@causeway/server/outlets/reports/shipped/chapter'
import { templateFile } from '@causeway/server/outlets/reports/shipped/template-file'
import { copyDemonstration } from '../support/demonstration.ts'
import { median } from '../support/oracle/statistics.ts'
import { demonstration, once, rowOf, timed, type Row } from './frame.ts'
import { start } from './process.ts'

const AT_ONCE = 20
const FIGURES = 150
const TABLES = 12
const CHARTS = 8
/** Between two pages of one reader. */
const PAUSE_MS = 50

/** 150 figures, 12 tables, 8 charts. */
export function bigTemplate(): Uint8Array {
  const codes = CATALOGUE.map(({ code }) => code)
  const figures = codes.slice(0, FIGURES / 2).map((code) => `{${code}.name}: {${code}} ({${code}.previous})`)
  const tables = Array.from({ length: TABLES }, (_, n) =>
    n % 4 === 0 ? '{table EX02 by country years 5}' : `{table ${codes.slice(n * 4, n * 4 + 4).join(' ')} years 5}`,
  )
  const charts = Array.from({ length: CHARTS }, (_, n) =>
    n % 2 === 0 ? `{chart ${codes[n * 3]!} years ${n + 3}}` : `{chart EX02 by country top ${n + 2} years 2}`,
  )
  const blocks = [...figures, ...tables, ...charts].map((text): Block => ({ style: 'body', text }))
  return templateFile({ locale: 'EN', header: '{institution}', footer: '{data-date}', blocks })
}

const FILL = `mutation ($input: FillReportInput!) { fillReport(input: $input) { __typename ... on ReportFilled { document figures unknown { tag } } } }`
const REFRESH = `mutation ($input: RefreshReportInput!) { refreshReport(input: $input) { __typename ... on ReportRefreshed { document figures { outcome } } } }`
const IMPORT = `mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { __typename } }`

/** By a served one, signed in, its figures read before. */
const reports = once(async (size) => {
  const [rounds, atOnce] = size.small ? [2, AT_ONCE / 4] : [5, AT_ONCE]
  const settings = copyDemonstration(await demonstration(size))
  const database = await openDatabase(settings['DATABASE_URL']!)
  const { token } = await createToken(database, { role: 'administrator', institution: null, expires: null })
  await database.close()
  const { address, end } = await start(settings)
  const headers = { authorization: `Bearer ${token}`, 'x-requested-with': 'causeway' }

  async function send<Done>(query: string, input: object, file: Uint8Array, name: string): Promise<Done> {
    const form = new FormData()
    form.append('operations', JSON.stringify({ query, variables: { input: { ...input, file: null } } }))
    form.append('map', '{"0":["variables.input.file"]}')
    form.append('0', new File([Uint8Array.from(file)], name))
    const answer = await (await fetch(`${address}/graphql`, { method: 'POST', headers, body: form })).json()
    const [done] = Object.values(answer.data ?? {}) as { __typename: string }[]
    if (answer.errors || !done || done.__typename === 'Refused') throw new Error(JSON.stringify(answer))
    return done as Done
  }
  const template = bigTemplate()
  const fill = () =>
    send<{ document: string; figures: number; unknown: unknown[] }>(
      ...[FILL, { institution: 'demo', year: 2023, language: 'EN' }, template, 'template.docx'],
    )
  const times = (work: () => Promise<unknown>) => inTurn(() => timed(work))
  const inTurn = async (work: () => Promise<number>) => {
    const all: number[] = []
    for (let round = 0; round < rounds; round++) all.push(await work())
    return all
  }
  const page = () => timed(async () => (await fetch(`${address}/?lang=en`, { headers })).text())

  try {
    const filled = await fill()
    if (filled.unknown.length > 0) throw new Error(JSON.stringify(filled.unknown))
    const filling = median(await times(fill)) / 1000
    const rows = ['person,kind,nationality,full_time,level,start,end', 'LATE1,degree,KZ,1,higher,2023-09-01,2024-07-01']
    const asked = { institution: 'demo', type: 'enrolment', dryRun: false }
    await send(IMPORT, asked, Buffer.from(rows.join('\n')), 'late.csv')
    const refresh = () =>
      send<{ figures: { outcome: string }[] }>(
        ...[REFRESH, { institution: 'demo' }, Buffer.from(filled.document, 'base64'), 'report.docx'],
      )
    const written = (await refresh()).figures.filter(({ outcome }) => outcome === 'written').length
    const refreshing = median(await times(refresh)) / 1000

    await page()
    const alone = await inTurn(page)
    const beside: number[] = []
    let isDone = false
    const began = performance.now()
    const many = Promise.all(Array.from({ length: atOnce }, fill)).finally(() => (isDone = true))
    for (; !isDone; await pause(PAUSE_MS)) beside.push(await page())
    await many
    const took = (performance.now() - began) / 1000
    const sorted = beside.toSorted((a, b) => a - b)
    return {
      filled: { value: filling, note: `${filled.figures} figures with those of tables and charts` },
      refreshed: { value: refreshing, note: `${written} written` },
      page: {
        value: sorted[Math.floor(sorted.length * 0.95)]!,
        note: `of ${beside.length}; half of them ${median(beside).toFixed(1)}, the slowest ${sorted.at(-1)!.toFixed(0)}; alone ${median(alone).toFixed(1)} ms; all ${atOnce} filled after ${took.toFixed(1)} s`,
      },
    }
  } finally {
    await end()
  }
})

export const reportRows: Row[] = [
  rowOf('report of 150 figures, 12 tables, 8 charts', '≤ 2 s', reports, 'filled'),
  rowOf('report refreshed after a file', '≤ 1 s', reports, 'refreshed'),
  rowOf('page beside 20 reports at once, 19 of 20 times', '≤ 200 ms', reports, 'page'),
]
