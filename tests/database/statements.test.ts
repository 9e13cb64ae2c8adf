import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { restoreBackup } from '@causeway/server/desk/backup/restore-backup'
import { writeBackup } from '@causeway/server/desk/backup/write-backup'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { readSeries } from '@causeway/server/figures/read-series'
import { verifySets } from '@causeway/server/figures/verify-sets'
import type { Database } from '@causeway/server/ground/database/database'
import { listTables } from '@causeway/server/ground/database/list-tables'
import { placeOf } from '@causeway/server/ground/database/place-tables'
import { printGraph } from '@causeway/server/outlets/graph/schema'
import { OPERATOR } from '@causeway/server/access/viewer'
import { bearer, ENROLMENT_HEADER } from '../support/college.ts'
import { addressOf, forEachDatabase } from '../support/databases.ts'
import { everyField } from '../support/every-field.ts'
import { fillWhole, GIVEN_FIELDS, insertRelease, NOTHING, openHandCollege, REVERT } from '../support/hand-college.ts'
import { spread } from '../support/shards.ts'
import { watchStatements, type Statement } from '../support/watch-statements.ts'

const OVER_ALL = parse(readFileSync(join(import.meta.dirname, 'statements-over-all.yaml'), 'utf8')) as {
  statement: string
  why: string
}[]

const DECIDE = `mutation ($input: DecideSameAsInput!) { decideSameAs(input: $input) { __typename } }`
const UNDO = `mutation ($input: UndoSameAsInput!) { undoSameAs(input: $input) { __typename } }`
const FILL = `mutation ($input: FillReportInput!) { fillReport(input: $input) { ... on ReportFilled { report { id } } } }`
const MOVE = `mutation ($input: SetDataDateInput!) { setDataDate(input: $input) { __typename } }`

/** Fills a college, changes it, and asks all that can be asked of it. @returns what was answered to each, times and random ids left out */
async function work(database: Database): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  const { college, ask, change, withdraw, first } = await openHandCollege(database)
  const { causeway, folder } = college
  await fillWhole(college)
  await college.put('enrolment', [ENROLMENT_HEADER, 'L1,,,degree,1,VN,2022-09-01,2023-07-01,300'], 'Y')
  const decision = {
    institution: 'X',
    recordType: 'partner',
    code: 'P1B',
    sameAs: 'P1',
    relation: 'SAME',
    decidedBy: '李',
  }
  await ask(DECIDE, decision)
  await ask(MOVE, { institution: 'X', date: '2024-08-30', reason: '改' })
  const { batch } = await change(await first('enrolment'), { note: '改' })
  const covered = { institution: 'X', recordType: 'placement', from: '2022-09-01', to: '2023-08-31', signer: '李' }
  expect((await ask(NOTHING, covered)).__typename).toBe('NothingDeclared')
  expect((await ask(REVERT, { batch: batch.batch })).__typename).toBe('BatchReverted')
  expect((await withdraw(await first('event'), '重复')).__typename).toBe('RecordWithdrawn')
  await insertRelease(database)
  const template = 'zh/confirmation-of-one-number.docx'
  const { report } = await ask(FILL, { institution: 'X', template, year: 2022, language: 'ZH', keepAs: '证明' })
  const schema = buildSchema(printGraph())
  const administrator = bearer(await college.tokenFor('administrator'))
  const given = {
    ...GIVEN_FIELDS,
    'node.id': JSON.stringify((await first('enrolment')).id),
    'report.id': JSON.stringify(report.id),
  }
  const refused: string[] = []
  const fields = [...everyField(schema, given)]
  // On the slower database the public asks a third.
  const some = database.kind === 'sqlite' ? fields : fields.filter((_, at) => at % 3 === 0)
  for (const [headers, documents] of [[administrator, fields] as const, [{}, some] as const])
    for (const document of documents) {
      const { data, errors } = await college.ask(document, {}, headers)
      if (headers === administrator && errors) refused.push(`${document} ${errors[0]!.message}`)
      expect(data ?? errors).toBeDefined()
      const who = headers === administrator ? 'administrator' : 'public'
      answers.set(`${who} ${withoutChance(document)}`, withoutChance(JSON.stringify(data ?? errors)))
    }
  expect(refused).toEqual([])
  for (const [i, { id, bases, dimensions }] of CATALOGUE.entries()) {
    const by = Object.keys(dimensions)
    for (const cut of [{ by: by[i % by.length] }, { by: by[0], across: by[1] }])
      await readSeries(causeway, OPERATOR, {
        indicator: id,
        institution: 'X',
        basis: bases[i % bases.length],
        from: 2022,
        to: 2023,
        ...cut,
      })
  }
  await ask(UNDO, { institution: 'X', recordType: 'partner', code: 'P1B' })
  await settleKeeping(database)
  expect((await verifySets(causeway)).differences).toEqual([])
  await writeBackup(database, causeway.secretFile!, join(folder, 'backup'))
  await restoreBackup(database, causeway.secretFile!, join(folder, 'backup'))
  return answers
}

/** Without moments, and ids that each database has by chance. */
const withoutChance = (text: string) =>
  text.replaceAll(
    /\d{4}-\d\d-\d\dT[\d:.]+Z|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?<=\/evidence\/)[\da-f]{64}|(?<=\b(?:id|cursor)"?: ?")(?:[\w+/=-]{40,}|[\da-f]{12}(?="))/g,
    '…',
  )

type Of = Pick<Statement, 'text' | 'values'>

/** Names of the tables that grow with the institutions, as a statement may have them. */
const growing = async (database: Database) =>
  (await listTables(database.kind, database.quick))
    .map(({ name }) => name)
    .filter((name) => placeOf(name) === 'institution')

/** Those that walk through a table that grows, or seek in it by something else than the institution, as SQLite plans them. */
async function findWide(database: Database, tables: readonly string[], statements: Of[]): Promise<Of[]> {
  const wide: Of[] = []
  for (const statement of statements) {
    const named = new Map<string, string>()
    const places = statement.text.matchAll(/\b(?:from|join|update|into)\s+"?(\w+)"?(?:\s+as)?(?:\s+"?(\w+)"?)?/gi)
    for (const [, table, alias] of places) for (const name of [table!, alias ?? table!]) named.set(name, table!)
    const plan = { sql: `explain query plan ${statement.text}`, parameters: statement.values }
    const { rows } = await database.quick.executeQuery<{ detail: string }>({
      ...sql``.compile(database.quick),
      ...plan,
    })
    const isWide = rows.some(({ detail }) => {
      const [, name] = /^(?:SCAN|SEARCH) (\S+)/.exec(detail) ?? []
      return name && tables.includes(named.get(name) ?? '') && !detail.includes('(institution=?')
    })
    if (isWide) wide.push(statement)
  }
  return wide
}

/** Those that need more than one node, and rows of the others where they are on nodes, and where they are not. */
async function compareSpread(database: Database, tables: readonly string[], statements: Of[]) {
  const {
    rows: [{ name }],
  } = (await sql`select current_database() as name`.execute(database.quick)) as { rows: [{ name: string }] }
  const address = await addressOf(name)
  const isRead = ({ text }: Of) => /^(select|with)/.test(text)
  const rowsOf = async () => {
    const client = new pg.Client({ connectionString: address })
    await client.connect()
    const found: unknown[] = []
    for (const { text, values } of statements.filter(isRead))
      found.push((await client.query(text, values)).rows.map((row) => JSON.stringify(row)).sort())
    return { client, found }
  }
  const whole = await rowsOf()
  await whole.client.end()
  const end = await spread(address)
  const nodes = await rowsOf()
  const partition = new RegExp(`\\b(?:${tables.join('|')})_([01])\\b`, 'g')
  const wide: Of[] = []
  for (const statement of statements) {
    if (/^(insert|copy)/.test(statement.text)) continue
    const { rows } = await nodes.client.query(`explain (verbose, format json) ${statement.text}`, statement.values)
    const touched = new Set([...JSON.stringify(rows).matchAll(partition)].map(([, node]) => node))
    if (touched.size > 1) wide.push(statement)
  }
  await nodes.client.end()
  return { wide, whole: whole.found, nodes: nodes.found, end }
}

const answers = new Map<string, Map<string, string>>()

forEachDatabase((name, open) => {
  it('a statement on a table that grows is of one institution, on one node, or is declared to be over all', async () => {
    // A connection that was open before would not be seen.
    const watch = watchStatements()
    const database = await open()
    await sql`select 'opened'`.execute(database.quick)
    try {
      answers.set(name, await work(database))
    } finally {
      watch.end()
    }
    // What the files before this one have begun in theirs may go on beside it.
    const opened = watch.statements.findIndex(({ text }) => text.includes("'opened'"))
    const itself = watch.statements[opened]!.database
    const ours = watch.statements.slice(opened).filter((one) => one.database === itself)
    const tables = await growing(database)
    const mentions = new RegExp(`\\b(?:${tables.join('|')})\\b`)
    const trimmed = ours.map((one) => ({ ...one, text: one.text.trim() }))
    const all = trimmed.filter(
      ({ text }) => mentions.test(text) && /^(select|with|update|delete|insert|copy)/.test(text),
    )
    const statements = [...new Map(all.map((one) => [one.text, one])).values()]
    expect(statements.length).toBeGreaterThan(300)
    for (const { text } of statements) {
      const into = /^(?:insert into|copy) "(\w+)" \((.*?)\)/.exec(text)
      if (into && tables.includes(into[1]!)) expect(into[2]).toContain('"institution"')
    }
    const why = OVER_ALL.map(({ statement }) => new RegExp(statement, 's'))
    // Of many keys each is sought on its node when it runs, which no plan says before.
    const isDeclared = ({ text }: Of) =>
      /^(select|update) .* as k\((c0|institution)/.test(text) || why.some((one) => one.test(text))
    let wide: Of[]
    if (name === 'sqlite') wide = await findWide(database, tables, statements)
    else {
      const found = await compareSpread(database, tables, statements)
      await found.end()
      wide = found.wide
      expect(found.nodes).toEqual(found.whole)
      // A snapshot is of one institution, but for those that are over all.
      const ofOne = all.filter((one) => one.snapshot !== null && !isDeclared(one))
      for (const [, together] of Map.groupBy(ofOne, ({ snapshot }) => snapshot)) {
        const asked = together.flatMap(({ values }) => values.filter((value) => value === 'X' || value === 'Y'))
        expect(new Set(asked).size, together[0]!.text).toBeLessThan(2)
      }
    }
    expect(wide.filter((one) => !isDeclared(one)).map(({ text }) => text)).toEqual([])
    const idle = why.filter((one) => !statements.some(({ text }) => one.test(text)))
    expect(idle.map(String)).toEqual([])
  })
})

it('both databases answer every field alike', () => {
  const [sqlite, postgres] = [answers.get('sqlite')!, answers.get('postgres')!]
  expect(postgres.size).toBeGreaterThan(300)
  const differences = [...postgres].filter(([asked, answer]) => answer !== sqlite.get(asked))
  expect(differences.map(([asked, answer]) => ({ asked, postgres: answer, sqlite: sqlite.get(asked) }))).toEqual([])
})
