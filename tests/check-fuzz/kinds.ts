import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { parse } from 'yaml'
import { OPERATOR } from '@causeway/server/access/viewer'
import { restoreBackup } from '@causeway/server/desk/backup/restore-backup'
import { writeBackup } from '@causeway/server/desk/backup/write-backup'
import type { Causeway } from '@causeway/server/figures/causeway'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { readOwnIndicators } from '@causeway/server/figures/indicators/files/read-indicators'
import type { Database } from '@causeway/server/ground/database/database'
import { openDatabase } from '@causeway/server/ground/database/open'
import { createApp } from '@causeway/server/outlets/http/app'
import { checkTemplate } from '@causeway/server/outlets/reports/kept/check-template'
import { refreshReport } from '@causeway/server/outlets/reports/kept/refresh-report'
import { verifyReport } from '@causeway/server/outlets/reports/kept/verify-report'
import { templateFile } from '@causeway/server/outlets/reports/shipped/template-file'
import { writeReport } from '@causeway/server/outlets/reports/write-report'
import { importFile } from '@causeway/server/records/import/import-file'
import { findMistakes, MAPPINGS, parseMapping } from '@causeway/server/records/import/mapping/read-mapping'
import { openFile } from '@causeway/server/records/import/readers/open-file'
import { migrate } from '@causeway/server/records/migrate'
import { readOwnFields } from '@causeway/server/records/own-fields/read-own-fields'
import { openSecret } from '@causeway/server/records/secret'
import { ROOT } from '../architecture/source-files.ts'
import { workbookOf, xlsxOf } from '../support/hostile-workbooks.ts'
import { createRandom } from '../support/random.ts'
import {
  exchangeParts,
  mutateBytes,
  mutateDirectory,
  mutatePart,
  mutateRecords,
  mutateText,
  type Mutation,
} from './mutations.ts'

/** What reads inputs of one kind. */
export interface Target {
  /** Well-formed files, each with the mutations that suit it. */
  seeds: [bytes: Uint8Array, mutations: readonly Mutation[]][]
  /** Reads an input as a user's file is read. Throws what the reader throws. */
  read(bytes: Uint8Array): Promise<void>
}

/** Returns an input by its number: the same seed gives the same bytes. */
export function inputOf({ seeds }: Target, kind: string, seed: number, n: number): Uint8Array {
  const random = createRandom(`${kind} ${seed} ${n}`)
  const [bytes, mutations] = random.pick(seeds)
  return random.pick(mutations)(bytes, random)
}

/** Opens the reader of a kind, with a folder of its own for databases and files. */
export const KINDS: Record<string, (folder: string) => Promise<Target>> = {
  csv: openCsv,
  yaml: openYaml,
  xlsx: async (folder) => ({ seeds: xlsxSeeds(), read: (bytes) => readRows(folder, bytes) }),
  xls: async (folder) => ({ seeds: xlsSeeds(), read: (bytes) => readRows(folder, bytes) }),
  docx: openDocx,
  backup: openBackup,
  graphql: openGraphql,
}

const HEADER = ['学号', '方向', '人员类别', '目的', '国家（地区）', '开始日期', '结束日期']
const STAYS = Array.from({ length: 12 }, (_, n) => [
  ...[`S${n}`, n % 2 ? '派出' : '接收', '学生', '学习', ['泰国', '老挝', '越南'][n % 3]!],
  ...[`2022-${String((n % 9) + 1).padStart(2, '0')}-01`, '2022-10-31'],
])
const TABLE = [HEADER, ...STAYS]

async function openCsv(folder: string): Promise<Target> {
  const { database, secret } = await openSmallCollege(folder)
  const text = TABLE.map((row) => row.map((cell, n) => (n === 3 ? `"${cell}"` : cell)).join(',')).join('\n')
  const utf8 = Buffer.from(text)
  const both = [mutateText, mutateBytes]
  return {
    seeds: [
      [utf8, both],
      [Buffer.from(text.replaceAll(',', '\t')), both],
      [iconv.encode(text, 'gb18030'), [mutateBytes]],
      [Buffer.from(`\ufeff${text}`, 'utf16le'), [mutateBytes]],
      [gzipSync(utf8), [mutateBytes]],
    ],
    async read(bytes) {
      const path = put(folder, 'input.csv', bytes)
      await importFile(database, secret, { path, as: 'mobility', institution: 'X', dryRun: true })
    },
  }
}

async function openYaml(folder: string): Promise<Target> {
  const indicators = join(folder, 'indicators')
  const mappings = readdirSync(MAPPINGS).filter((name) => name.endsWith('.yaml'))
  const examples = ['own-foreign-learners.yaml'].map((name) => join(ROOT, 'tests/support', name))
  const files = [...mappings.map((name) => join(MAPPINGS, name)), ...examples]
  const ownFields = readFileSync(join(ROOT, 'tests/database/own-fields.yaml'))
  return {
    seeds: [...files.map((file) => readFileSync(file)), ownFields].map((bytes) => [bytes, [mutateText, mutateBytes]]),
    async read(bytes) {
      const text = Buffer.from(bytes).toString('utf8')
      findMistakes(text)
      refusedOf(() => parseMapping('input.yaml', text))
      refusedOf(() => readOwnFields(put(folder, 'fields.yaml', bytes)))
      rmSync(indicators, { recursive: true, force: true })
      mkdirSync(indicators)
      put(indicators, 'input.yaml', bytes)
      refusedOf(() => readOwnIndicators(indicators, CATALOGUE))
    },
  }
}

function xlsxSeeds(): Target['seeds'] {
  const cells = (values: readonly string[], row: number) =>
    values.map((value, n) => `<c r="${'ABCDEFG'[n]}${row}" t="inlineStr"><is><t>${value}</t></is></c>`).join('')
  const rows = TABLE.map((values, n) => `<row r="${n + 1}">${cells(values, n + 1)}</row>`).join('')
  const shared = '<sst><si><t>甲</t></si><si><r><t>乙</t></r><rPh><t>yi</t></rPh></si></sst>'
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy/m/d;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>'
  const numbers =
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>44805</v></c><c r="D2"><f>1+1</f><v>2</v></c></row>'
  const whole = xlsxOf(
    [
      `<sheetData>${rows}</sheetData>`,
      `<sheetData>${numbers}</sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells>`,
    ],
    { 'xl/sharedStrings.xml': shared, 'xl/styles.xml': styles },
  )
  return [
    [whole, [mutatePart, mutatePart, exchangeParts, mutateDirectory, mutateBytes]],
    [workbookOf(TABLE, 'xlsb'), [mutatePart, mutatePart, mutateDirectory]],
  ]
}

function xlsSeeds(): Target['seeds'] {
  const table = TABLE.map((row, n) => [...row, n, n * 1.5, n % 2 === 0])
  return (['xls', 'biff5'] as const).map((kind) => [
    workbookOf(table, kind),
    [mutateRecords, mutateRecords, mutateBytes],
  ])
}

async function readRows(folder: string, bytes: Uint8Array): Promise<void> {
  const file = await openFile(put(folder, 'input.xlsx', bytes))
  try {
    for (const table of file.tables) for await (const rows of table.rows()) void rows
  } finally {
    await file.close()
  }
}

async function openDocx(folder: string): Promise<Target> {
  const { causeway } = await openSmallCollege(folder)
  const asked = { institution: 'X', year: 2022, locale: 'ZH' as const }
  const blocks = [
    ...['{institution}，{year}：{EX02}，{EX02.change}。', '{#if EX02 grew}增长{EX02.percent}。{/}'],
    ...[
      '{#years 3}{year}：{EX02}；{/}',
      '{table EX02 by country}',
      '{chart EX02 years 3}',
      '{#EX02 by country}{category}{figure}{/}',
    ],
  ]
  const template = templateFile({
    ...{ locale: 'ZH', header: '{institution}', footer: '{data-date}' },
    blocks: blocks.map((text) => ({ style: 'body', text })),
  })
  const out = join(folder, 'report.docx')
  await writeReport(causeway, OPERATOR, {
    ...asked,
    template: put(folder, 'template.docx', template),
    strict: false,
    out,
  })
  const report = readFileSync(out)
  rmSync(join(folder, 'report.lock.json'))
  const mutations = [mutatePart, mutatePart, mutatePart, exchangeParts, mutateDirectory, mutateBytes]
  return {
    seeds: [
      [report, mutations],
      [template, mutations],
    ],
    async read(bytes) {
      const path = put(folder, 'input.docx', bytes)
      const said = { institution: 'X', year: 2022, language: 'zh' as const }
      await refusedBy(() => checkTemplate(causeway, OPERATOR, { ...asked, template: path }))
      await refusedBy(() => verifyReport(causeway, OPERATOR, path, { ...said, bind: true }))
      await refusedBy(() => verifyReport(causeway, OPERATOR, path, {}))
      const order = { ...said, report: path, out: join(folder, 'fresh.docx'), take: false, tracked: true }
      await refusedBy(() => refreshReport(causeway, OPERATOR, order))
      await refusedBy(() => writeReport(causeway, OPERATOR, { ...asked, template: path, strict: false, out }))
    },
  }
}

async function openBackup(folder: string): Promise<Target> {
  const { causeway, secretFile } = await openSmallCollege(folder)
  const whole = join(folder, 'whole')
  await writeBackup(causeway.database, secretFile, whole)
  const key = readFileSync(`${whole}.key`)
  const lines: Mutation = (bytes, random) => gzipSync(mutateText(gunzipSync(bytes), random))
  const database = await openFolder(folder, 'restored.db')
  return {
    seeds: [[readFileSync(whole), [mutateBytes, lines]]],
    async read(bytes) {
      put(folder, 'input.key', key)
      await restoreBackup(database, join(folder, 'other.key'), put(folder, 'input', bytes), join(folder, 'evidence'))
    },
  }
}

async function openGraphql(folder: string): Promise<Target> {
  const { causeway } = await openSmallCollege(folder)
  const app = createApp(causeway, { webRoot: null, log: () => {} })
  const questions = readFileSync(join(ROOT, 'server/src/outlets/http/playground.graphql'), 'utf8')
    .replaceAll('"demo"', '"X"')
    .split(/(?=^query )/m)
    .filter((text) => text.startsWith('query'))
  return {
    seeds: questions.map((text): Target['seeds'][number] => [
      Buffer.from(JSON.stringify({ query: text })),
      [mutateText, mutateBytes, mutateQuery],
    ]),
    async read(bytes) {
      const headers = { 'content-type': 'application/json' }
      const request = new Request('http://causeway.test/graphql', { method: 'POST', headers, body: Buffer.from(bytes) })
      const response = await app.fetch(request)
      const { errors = [] } = (await response.json()) as {
        errors?: { message: string; extensions?: { code?: string } }[]
      }
      const failed = errors.find(({ extensions }) => (extensions?.code ?? 'INTERNAL') === 'INTERNAL')
      if (response.status >= 500 || failed) throw new Error(`${response.status} ${JSON.stringify(failed)}`)
    },
  }
}

/** Changes the text of the question, and leaves the JSON around it as it is. */
const mutateQuery: Mutation = (bytes, random) => {
  const { query } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { query: string }
  return Buffer.from(JSON.stringify({ query: Buffer.from(mutateText(Buffer.from(query), random)).toString('utf8') }))
}

async function openFolder(folder: string, name: string): Promise<Database> {
  const database = await openDatabase(`file:${join(folder, name)}`, { threaded: false })
  await migrate(database)
  return database
}

/** A database with the college X of `support/colleges/reports.yaml`. */
async function openSmallCollege(folder: string) {
  const database = await openFolder(folder, 'causeway.db')
  const secretFile = join(folder, 'secret.key')
  const secret = await openSecret(database, secretFile)
  const records = parse(readFileSync(join(ROOT, 'tests/support/colleges/reports.yaml'), 'utf8')) as Record<
    string,
    string[]
  >
  for (const [as, lines] of Object.entries(records)) {
    const path = put(folder, `${as}.csv`, Buffer.from(lines.join('\n')))
    await importFile(database, secret, { path, as, institution: as === 'institution' ? undefined : 'X' })
  }
  const causeway: Causeway = {
    ...{ database, secretFile, indicators: CATALOGUE, earlier: [], publicReading: true, publicReleases: false },
    evidence: join(folder, 'evidence'),
  }
  return { database, secret, secretFile, causeway }
}

function put(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** Whether an error is a refusal: it has a stable code and words in both languages. */
export function isRefusal(error: unknown): error is { code: string } {
  const { code, words } = error as { code?: unknown; words?: { zh?: unknown; en?: unknown } }
  return typeof code === 'string' && typeof words?.zh === 'string' && typeof words.en === 'string'
}

function refusedOf(read: () => unknown): void {
  try {
    read()
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}

async function refusedBy(read: () => Promise<unknown>): Promise<void> {
  await read().catch((error: unknown) => {
    if (!isRefusal(error)) throw error
  })
}
