import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chainedXls, circlingXls, endlessXls, greedyXlsb, textsXls } from '../support/hostile-workbooks.ts'
import { runCauseway, startNode, type RunningProcess } from '../support/processes.ts'
import { watchTree } from '../support/watch-memory.ts'

const MOST_ADDED = 512
const FILES: [name: string, bytes: () => Uint8Array][] = [
  ['greedy.xlsb', greedyXlsb],
  ['endless.xls', endlessXls],
  ['circling.xls', circlingXls],
  ['chained.xls', chainedXls],
]
const TINY = '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期\nS1,派出,学生,学习,泰国,2022-10-01,2022-10-31\n'
const WRONG_HEADS =
  'person headcount direction audience purpose country partner programme start end platform unit note source_id'.split(
    ' ',
  )
const QUERY = `mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { __typename
  ... on ImportUnderWay { id } ... on ImportReport { accepted problems { code } } } }`
const PROGRESS = `query ($id: ID!) { importProgress(id: $id) { __typename
  ... on ImportUnderWay { id } ... on ImportReport { accepted problems { code } } } }`

const folder = mkdtempSync(join(tmpdir(), 'causeway-hostile-uploads-'))
const settings = {
  ...{ PORT: '0', CAUSEWAY_DEMO: 'off' },
  DATABASE_URL: `file:${join(folder, 'causeway.db')}`,
  CAUSEWAY_SECRET_FILE: join(folder, 'secret.key'),
}
let server: RunningProcess
let address: string
let headers: { authorization: string }

beforeAll(async () => {
  const college = join(folder, 'college.csv')
  writeFileSync(college, 'code,name_zh,country\nX,甲学院,CN\n')
  await runCauseway(['import', college, '--as', 'institution'], settings)
  const editor = ['token', 'create', '--role', 'editor', '--institution', 'X', '--name', '王芳', '--json']
  const { token } = JSON.parse((await runCauseway(editor, settings)).out) as { token: string }
  headers = { authorization: `Bearer ${token}` }
  server = startNode('server/dist/main.js', [], settings)
  ;[address] = await server.untilSays(/http:\/\/127\.0\.0\.1:\d+(?=\s)/)
})
afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
  rmSync(folder, { recursive: true, force: true })
})

async function ask(body: FormData | string) {
  const more = typeof body === 'string' ? { ...headers, 'content-type': 'application/json' } : headers
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers: more, body })
  return (await response.json()) as any // eslint-disable-line @typescript-eslint/no-explicit-any
}

/** Sends a file as a page does. @returns how many rows it has, or the code it is refused with */
async function upload(name: string, content: string | Uint8Array): Promise<number | string> {
  const form = new FormData()
  const input = { institution: 'X', type: 'mobility', dryRun: true, file: null }
  form.append('operations', JSON.stringify({ query: QUERY, variables: { input } }))
  form.append('map', JSON.stringify({ 0: ['variables.input.file'] }))
  form.append('0', new File([content as BlobPart], name))
  let answer = (await ask(form)).data.importRecords
  while (answer.__typename === 'ImportUnderWay') {
    await new Promise((resolve) => setTimeout(resolve, 50))
    answer = (await ask(JSON.stringify({ query: PROGRESS, variables: { id: answer.id } }))).data.importProgress
  }
  return answer.problems[0]?.code ?? answer.accepted
}

async function runImport(name: string, content: string | Uint8Array): Promise<{ out: string; peak: number }> {
  const path = join(folder, name)
  writeFileSync(path, content)
  const args = ['import', path, '--as', 'mobility', '--institution', 'X', '--dry-run', '--json']
  const run = startNode('server/dist/command.js', args, settings)
  const memory = watchTree(run.child.pid!)
  const { out } = await run.ended
  memory.end()
  return { out, peak: memory.peak() }
}

describe('a workbook made to take gigabytes adds at most 512 MB, seen from outside', () => {
  test('to a server that it is sent to, which goes on as before', { timeout: 300_000 }, async () => {
    // What every upload needs is there from now on.
    expect(await upload('tiny.csv', TINY)).toBe(1)
    const memory = watchTree(server.child.pid!)
    for (const [name, bytes] of FILES) {
      const before = memory.begin()
      expect(await upload(name, bytes()), name).toBe('FILE_TOO_LARGE')
      expect(memory.peak() - before, name).toBeGreaterThan(100)
      expect(memory.peak() - before, name).toBeLessThan(MOST_ADDED)
    }
    memory.end()
    expect(await upload('tiny.csv', TINY)).toBe(1)
  })

  test('to the command that imports it', { timeout: 300_000 }, async () => {
    const tiny = await runImport('tiny.csv', TINY)
    for (const [name, bytes] of FILES.slice(-1)) {
      const run = await runImport(name, bytes())
      expect(JSON.parse(run.out).problems, name).toMatchObject([{ code: 'FILE_TOO_LARGE' }])
      expect(run.peak - tiny.peak, name).toBeGreaterThan(100)
      expect(run.peak - tiny.peak, name).toBeLessThan(MOST_ADDED)
    }
  })

  test('and one whose cells are all wrong, whose every row is reported', { timeout: 300_000 }, async () => {
    const wrong = Array.from({ length: 10_000 }, (_, i) =>
      WRONG_HEADS.map((head, j) => `${['Russa', 'visiting-scholr', '2020-13-'][j % 3]}${head}${i}`),
    )
    const bytes = textsXls([WRONG_HEADS, ...wrong])
    const tiny = await runImport('tiny.csv', TINY)
    const run = await runImport('wrong.xls', bytes)
    expect(JSON.parse(run.out)).toMatchObject({ rejected: 10_000 })
    expect(run.peak - tiny.peak).toBeLessThan(MOST_ADDED)
    const memory = watchTree(server.child.pid!)
    const before = memory.begin()
    expect(await upload('wrong.xls', bytes)).toBe('BAD_NUMBER')
    expect(memory.peak() - before).toBeLessThan(MOST_ADDED)
    memory.end()
  })
})
