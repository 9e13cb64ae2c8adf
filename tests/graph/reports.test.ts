import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { ANONYMOUS } from '@causeway/server/access/viewer'
import { restoreBackup } from '@causeway/server/desk/backup/restore-backup'
import { writeBackup } from '@causeway/server/desk/backup/write-backup'
import { checkFiles } from '@causeway/server/desk/evidence/file-rows'
import { listReports } from '@causeway/server/desk/evidence/kept-reports'
import { bearer, readerOf } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import { openHandCollege } from '../support/hand-college.ts'
import { ENROLMENTS } from '../support/kept-report.ts'
import { readDocument, wordTemplate } from '../support/word.ts'

const REFUSED = '... on Refused { code message(locale: ZH) }'
const FIGURES = 'figures { question inDocument today state outcome place(locale: ZH) cause }'
const FILL = `mutation($input: FillReportInput!) { fillReport(input: $input) { ... on ReportFilled {
  report { id title template year release address } document fileName figures gaps
  asked { question text hasNumber place } unknown { tag problem(locale: ZH) } } ${REFUSED} } }`
const VERIFY = `mutation($input: VerifyReportInput!) { verifyReport(input: $input) { ... on ReportVerified { year ${FIGURES} unbound { text questions } } ${REFUSED} } }`
const REFRESH = `mutation($input: RefreshReportInput!) { refreshReport(input: $input) { ... on ReportRefreshed { document report { id title } ${FIGURES} } ${REFUSED} } }`
const REMOVE = `mutation($input: RemoveReportInput!) { removeReport(input: $input) { ... on ReportRemoved { title } ${REFUSED} } }`
const LIST =
  '{ reports(institution: "X") { id title keptBy { name } figures { question state } } reportTemplates { name label(locale: ZH) } }'

const SHIPPED = { institution: 'X', template: 'zh/quality-report-international.docx', year: 2022, language: 'ZH' }

forEachDatabase((_name, open) => {
  it('fills a template that ships, keeps it, lists what has moved since, refreshes and removes it', async () => {
    const { college, editor } = await openHandCollege(await open())
    const ask = async (query: string, input: object, headers = editor) => {
      const { data, errors } = await college.ask(query, { input }, headers)
      if (errors) throw new Error(JSON.stringify(errors))
      return Object.values(data)[0] as never as Record<string, never>
    }
    const filled = (await ask(FILL, { ...SHIPPED, keepAs: '质量年报（十月稿）' })) as never as {
      report: { id: string; address: string }
      document: string
      figures: number
      unknown: unknown[]
    }
    expect(filled).toMatchObject({
      report: { title: '质量年报（十月稿）', template: 'quality-report-international.docx', year: 2022, release: null },
      ...{ fileName: 'quality-report-international-2022.docx', unknown: [], asked: [] },
    })
    expect(filled.figures).toBeGreaterThan(40)
    const body = Buffer.from(filled.document, 'base64')
    expect(readDocument(body).paragraphs.join()).toContain('国际合作')
    const had = await college.get(filled.report.address, editor)
    expect(Buffer.from(await had.arrayBuffer()).equals(body)).toBe(true)
    expect((await college.get(filled.report.address)).status).toBe(401)

    await college.put('enrolment', [ENROLMENTS, 'LATE1,PA,degree,1,KZ,2022-10-01,2023-07-01'])
    const { data } = await college.ask(LIST, {}, editor)
    expect(data.reportTemplates).toContainEqual({
      name: 'zh/enterprise-report.docx',
      label: '企业年度报告（一家合作企业）',
    })
    const [listed] = data.reports
    expect(listed.title).toBe('质量年报（十月稿）')
    const moved = listed.figures.filter(({ state }: { state: string }) => state === 'MOVED')
    expect(moved.map(({ question }: { question: string }) => question)).toContain('EX02')

    const verified = (await ask(VERIFY, { institution: 'X', report: filled.report.id })) as never as {
      figures: never[]
    }
    expect(verified.figures.filter(({ state }) => state === 'MOVED')).toHaveLength(moved.length)
    const refreshed = (await ask(REFRESH, {
      institution: 'X',
      report: filled.report.id,
      keepAs: '质量年报（十二月稿）',
    })) as never as {
      document: string
      figures: { state: string; outcome: string }[]
    }
    expect(refreshed.figures.filter(({ outcome }) => outcome === 'written')).toHaveLength(moved.length)
    expect(await listReports(college.causeway, { role: 'reader', institution: 'X' }, 'X')).toHaveLength(2)
    expect(await ask(REMOVE, { institution: 'X', report: filled.report.id })).toEqual({ title: '质量年报（十月稿）' })
    expect(await ask(REMOVE, { institution: 'X', report: filled.report.id })).toMatchObject({ code: 'UNKNOWN_REPORT' })
    expect((await college.get(filled.report.address, editor)).status).toBe(404)
  })

  it('is in a backup with its file', async () => {
    const database = await open()
    const { college, editor } = await openHandCollege(database)
    await college.ask(FILL, { input: { ...SHIPPED, keepAs: 'Kept' } }, editor)
    const [secret, evidence] = [join(college.folder, 'secret.key'), join(college.folder, 'evidence')]
    const backup = join(college.folder, 'backup')
    expect(await writeBackup(database, secret, backup, evidence)).toMatchObject({ files: 1, missingFiles: [] })
    const [other, elsewhere] = [await open(), join(college.folder, 'elsewhere')]
    await restoreBackup(other, secret, backup, elsewhere)
    expect(await checkFiles(other.quick, elsewhere)).toEqual({ checked: 1, missing: [], damaged: [] })
    const viewer = { role: 'reader' as const, institution: 'X' }
    const reports = await listReports({ ...college.causeway, database: other }, viewer, 'X')
    expect(reports.map(({ title, revision }) => [title, typeof revision])).toEqual([['Kept', 'number']])
  })

  it('looks at a template that is sent, fills it, and verifies what comes back', async () => {
    const { college, editor } = await openHandCollege(await open())
    const template = new File([new Uint8Array(wordTemplate(['{EX02} {EX0202}', '{EX02.previous5}']))], '模板.docx')
    const send = async (query: string, input: object, sent: File) => {
      const { data, errors } = await college.send(
        query,
        { input: { ...input, file: null } },
        { 'variables.input.file': sent },
        editor,
      )
      if (errors) throw new Error(JSON.stringify(errors))
      return Object.values(data)[0] as never as {
        document: string
        unknown: { tag: string }[]
        asked: never[]
        code?: string
      }
    }
    const asked = { institution: 'X', year: 2022, language: 'EN' }
    const looked = await send(FILL, { ...asked, checkOnly: true }, template)
    expect(looked.document).toBeNull()
    expect(looked.unknown.map(({ tag }) => tag)).toEqual(['{EX0202}'])
    expect(looked.asked).toContainEqual(expect.objectContaining({ question: '{EX02.previous5}', hasNumber: false }))
    const { document } = await send(FILL, asked, template)
    const back = new File([Buffer.from(document, 'base64')], 'back.docx')
    expect(await send(VERIFY, { institution: 'X' }, back)).toMatchObject({ year: 2022 })
    expect(await send(VERIFY, { institution: 'X' }, template)).toMatchObject({ code: 'REPORT_UNKNOWN' })
    expect(await send(FILL, asked, new File(['%PDF-1.7'], 'a.docx'))).toMatchObject({ code: 'NOT_A_TEMPLATE' })
  })

  it('says meanwhile how far a report is, in percent, to the one who asked for it', async () => {
    const { college, editor } = await openHandCollege(await open())
    const reader = await readerOf(college)
    let isDone = false
    const filling = college
      .ask(FILL, { input: { ...SHIPPED, progress: 'mine' } }, editor)
      .finally(() => (isDone = true))
    const percentFor = async (headers: Record<string, string>) =>
      (await college.ask('{ reportProgress(name: "mine") }', {}, headers)).data.reportProgress as number | null
    const own: (number | null)[] = []
    const others: (number | null)[] = []
    for (; !isDone; await nextTurn()) {
      own.push(await percentFor(editor))
      others.push(await percentFor(reader))
    }
    expect((await filling).errors).toBeUndefined()
    const said = own.flatMap((one) => one ?? [])
    expect(said.length).toBeGreaterThan(0)
    expect(said).toEqual(said.toSorted((a, b) => a - b))
    expect(Math.max(...said)).toBeLessThanOrEqual(100)
    expect(others.every((one) => one === null)).toBe(true)
    expect(await percentFor(editor)).toBeNull()
  })

  it('is for those with the right', async () => {
    const { college } = await openHandCollege(await open())
    const reader = await readerOf(college)
    const fill = async (input: object, headers?: Record<string, string>) =>
      (await college.ask(FILL, { input: { ...SHIPPED, ...input } }, headers)).data?.fillReport?.code
    expect(await fill({}, reader)).toBeUndefined()
    expect(await fill({ keepAs: 'mine' }, reader)).toBe('FORBIDDEN')
    expect(await fill({ template: '../../../../etc/passwd' }, reader)).toBe('UNKNOWN_TEMPLATE')
    expect(await fill({})).toBe('UNAUTHENTICATED')
    const { errors } = await college.ask(LIST)
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    await expect(async () => listReports(college.causeway, ANONYMOUS, 'X')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
    const other = bearer(await college.tokenFor('editor', null))
    expect(await fill({ institution: 'NOBODY' }, other)).toBe('UNKNOWN_INSTITUTION')
  })
})
