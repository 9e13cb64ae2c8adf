import { once as heard } from 'node:events'
import { createReadStream, createWriteStream, statSync, writeFileSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { finished, pipeline } from 'node:stream/promises'
import { createToken } from '@causeway/server/access/tokens'
import { openDatabase } from '@causeway/server/ground/database/open'
import { migrate } from '@causeway/server/records/migrate'
import { openSecret } from '@causeway/server/records/secret'
import { median } from '../support/oracle/statistics.ts'
import { putInstitution } from '../support/put-records.ts'
import { createRandom } from '../support/random.ts'
import { residentMegabytes } from '../support/watch-memory.ts'
import { xlsx } from '../support/workbooks.ts'
import { newFolder, once, rowOf, type Row } from './frame.ts'
import { start } from './process.ts'

const INSTITUTION = 'B'
const HEADER = '学号 姓名 方向 人员类别 目的 国家（地区） 开始日期 结束日期 性别 学院 备注 电话'.split(' ')
const MEGABYTE = 1024 * 1024

const PREVIEW = `mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { __typename
  ... on Refused { code } ... on ImportReport { ...read } ... on ImportUnderWay { id soFar { ...read } } } }
fragment read on ImportReport { recordType { name } sheets headerRow head(first: 30) { row role cells } moves { id }
  columns { header field { name } samples } rows(first: 20) { row cells } }`
const STOP = 'mutation ($id: ID!) { stopImport(input: { id: $id }) { __typename ... on ImportStopped { stopped } } }'

/** From the first byte that is sent until columns and first rows are there, by loopback; what goes on after that is stopped. */
const previews = once(async (size) => {
  const folder = newFolder()
  const [rows, megabytes, rounds] = size.small ? [2_000, 20, 1] : [20_000, 200, 3]
  const [workbook, csv] = [join(folder, 'stays.xlsx'), join(folder, 'stays.csv')]
  const random = createRandom('previews')
  const lines = Array.from({ length: rows }, (_, row) => stayOf(random, row))
  writeFileSync(workbook, await xlsx([['学生出国（境）交流一览表'], HEADER, ...lines]))
  await writeMuch(csv, lines.map((cells) => cells.join(',')).join('\n'), megabytes * MEGABYTE)
  const [settings, token] = await openDesk(folder)
  const { address, pid, end } = await start(settings)
  try {
    const time = async (path: string, note: string) => {
      const all: number[] = []
      for (let round = 0; round < rounds; round++) all.push(await timePreview(address, token, path))
      return { value: median(all) / 1000, note }
    }
    const ofWorkbook = await time(workbook, `${rows.toLocaleString('en')} rows of ${HEADER.length} columns`)
    const before = residentMegabytes(pid, 'VmHWM')
    const ofCsv = await time(csv, `${megabytes} MB`)
    ofCsv.note += `; the server had ${before.toFixed(0)} MB at most before, and ${residentMegabytes(pid, 'VmHWM').toFixed(0)} after`
    return { workbook: ofWorkbook, csv: ofCsv }
  } finally {
    await end()
  }
})

/** A database with one college and nothing else, and who may change it. */
async function openDesk(folder: string): Promise<[settings: Record<string, string>, token: string]> {
  const [DATABASE_URL, CAUSEWAY_SECRET_FILE] = [`file:${join(folder, 'preview.db')}`, join(folder, 'preview.key')]
  const database = await openDatabase(DATABASE_URL)
  await migrate(database)
  await openSecret(database, CAUSEWAY_SECRET_FILE)
  await putInstitution(database, INSTITUTION)
  const { token } = await createToken(database, { role: 'editor', institution: INSTITUTION, expires: null })
  await database.close()
  return [{ DATABASE_URL, CAUSEWAY_SECRET_FILE, CAUSEWAY_DEMO: 'off' }, token]
}

async function timePreview(address: string, token: string, path: string): Promise<number> {
  const began = performance.now()
  const answer = await sendForm(address, token, path, {
    query: PREVIEW,
    variables: { input: { institution: INSTITUTION, dryRun: true, untilRead: true, file: null } },
  })
  const took = performance.now() - began
  const { data, errors } = JSON.parse(answer)
  if (errors || data.importRecords.code) throw new Error(JSON.stringify(errors ?? data.importRecords.code))
  const { id, soFar = data.importRecords } = data.importRecords
  if (soFar?.columns.length !== HEADER.length || soFar.rows.length !== 20) throw new Error('the preview is not whole')
  if (id === undefined) return took
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ query: STOP, variables: { id } })
  await (await fetch(`${address}/graphql`, { method: 'POST', headers, body })).text()
  return took
}

const BOUNDARY = 'causeway-bench'

/** By Node itself, since its `fetch` takes longer for a form than the server does. */
async function sendForm(address: string, token: string, path: string, operations: object): Promise<string> {
  const part = (name: string, value: string, more = '') =>
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}`
  const before = [
    part('operations', `${JSON.stringify(operations)}\r\n`),
    part('map', '{"0":["variables.input.file"]}\r\n'),
    part('0', '', `; filename="${basename(path)}"`),
  ].join('')
  const after = `\r\n--${BOUNDARY}--\r\n`
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    'content-length': Buffer.byteLength(before + after) + statSync(path).size,
  }
  const sent = request(`${address}/graphql`, { method: 'POST', headers })
  const answered = heard(sent, 'response')
  sent.write(before)
  await pipeline(createReadStream(path, { highWaterMark: MEGABYTE }), sent, { end: false })
  sent.end(after)
  const [answer] = (await answered) as [IncomingMessage]
  return text(answer)
}

type Random = ReturnType<typeof createRandom>

function stayOf(random: Random, row: number): string[] {
  const [year, month] = [random.whole(2012, 2024), String(random.whole(1, 9)).padStart(2, '0')]
  return [
    ...[`S${String(row).padStart(8, '0')}`, `学生${row}`, '派出', random.pick(['学生', '教职工']), '学习'],
    ...[
      random.pick(['俄罗斯', '泰国', '老挝', '越南']),
      `${year}-${month}-05`,
      `${year}-${month}-${random.whole(10, 28)}`,
    ],
    ...[random.pick(['女', '男']), random.pick(['机电学院', '经管学院', '外语学院']), `第 ${row} 条`, `138${row}`],
  ]
}

/** The same lines over and over, until there are so many bytes: what is looked at first does not know. */
async function writeMuch(path: string, lines: string, bytes: number): Promise<void> {
  const out = createWriteStream(path)
  out.write(`${HEADER.join(',')}\n`)
  const part = Buffer.from(`${lines}\n`)
  for (let written = 0; written < bytes; written += part.length) if (!out.write(part)) await heard(out, 'drain')
  out.end()
  await finished(out)
}

export const previewRows: Row[] = [
  rowOf('preview of a 20,000-row workbook', '≤ 2 s', previews, 'workbook'),
  rowOf('preview of a 200 MB CSV', '≤ 3 s', previews, 'csv'),
]
