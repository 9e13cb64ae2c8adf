import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, describe } from 'vitest'
import { zipSync } from 'fflate'
import { restoreBackup } from '@causeway/server/desk/backup/restore-backup'
import { writeBackup } from '@causeway/server/desk/backup/write-backup'
import { checkFiles } from '@causeway/server/desk/evidence/file-rows'
import type { Database } from '@causeway/server/ground/database/database'
import { openFilledCollege, bearer, readerOf, type College } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'
import { ATTACH, openHandCollege, REVERT } from '../support/hand-college.ts'
import { packFiles } from '../support/hostile-workbooks.ts'

const HEADER = 'code,title,kind,issued_by,issued_on,expires_on,record_type,record'

async function openProvedCollege(open: () => Promise<Database>): Promise<College> {
  const college = await openFilledCollege(await open())
  await college.put('evidence', [
    HEADER,
    'E2,List of learners,register,,2022-10-01,,enrolment,L0/PA/2022-09-01',
    'E1,Letter of admission,letter,International office,2022-08-01,2023-07-31,enrolment,L0/PA/2022-09-01',
    'E1,Letter of admission,letter,International office,2022-08-01,2023-07-31,enrolment,L1/PA/2022-09-01',
    'E2,List of learners,register,,2022-10-01,,enrolment,L12/PA/2022-09-01',
    'E3,Programme approval,other,,2021-01-01,,programme,PA',
  ])
  return college
}

const share = (by: string) => `query { indicator(id: "EX02") {
  series(institution: "X", basis: SCHOOL_YEAR, from: 2021, to: 2023${by}) { figures { period { year } category { key } explanation { recordCount evidenceShare } } } } }`

/** Made once for both databases. */
let bomb: Uint8Array<ArrayBuffer> | undefined
const PDF = `%PDF-1.7\n${'x'.repeat(1_000_000)}`
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const file = (content: string | Uint8Array<ArrayBuffer>, name = '采用证明 (1).pdf') => new File([content], name)

async function openDesk(database: Parameters<typeof openHandCollege>[0]) {
  const desk = await openHandCollege(database)
  const attach = async (input: object, sent: File | null, headers: Record<string, string> = desk.editor) => {
    const given = { title: '采用证明', kind: 'certificate', issuedOn: '2023-06-15', ...input }
    const { data, errors } = sent
      ? await desk.college.send(ATTACH, { input: { ...given, file: null } }, { 'variables.input.file': sent }, headers)
      : await desk.college.ask(ATTACH, { input: given }, headers)
    if (errors) throw new Error(JSON.stringify(errors))
    return data.attachEvidence
  }
  return { ...desk, attach }
}

forEachDatabase((_name, open) => {
  it('a record is asked for its evidence, in the order of its issue, and evidence for the record it proves', async () => {
    const college = await openProvedCollege(open)
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const query =
      '{ records(type: "enrolment", institution: "X") { edges { node { id evidence { id code title kind kindLabel(locale: ZH) issuedBy issuedOn expiresOn record { id } } } } } }'
    const { data, errors } = await college.as({ authorization })(query)
    expect(errors).toBeUndefined()
    const nodes = data.records.edges.map((edge: { node: object }) => edge.node) as {
      id: string
      evidence: { id: string; code: string; record: { id: string } }[]
    }[]
    const proved = nodes.filter(({ evidence }) => evidence.length > 0)
    expect(proved.map(({ evidence }) => evidence.map(({ code }) => code).join('+')).sort()).toEqual([
      'E1',
      'E1+E2',
      'E2',
    ])
    for (const { id, evidence } of proved) for (const { record } of evidence) expect(record.id).toBe(id)
    const two = proved.find(({ evidence }) => evidence.length === 2)!
    expect(two.evidence[0]).toMatchObject({
      ...{ title: 'Letter of admission', kind: 'letter', kindLabel: '函件', issuedBy: 'International office' },
      ...{ issuedOn: '2022-08-01', expiresOn: '2023-07-31' },
    })
    expect(two.evidence[1]).toMatchObject({ code: 'E2', issuedBy: null, expiresOn: null })

    const node = 'query($id: ID!) { node(id: $id) { __typename ... on Evidence { code record { label } } } }'
    const one = await college.ask(node, { id: two.evidence[0]!.id }, { authorization })
    expect(one.data.node).toMatchObject({ __typename: 'Evidence', code: 'E1', record: { label: expect.any(String) } })
    expect((await college.ask(node, { id: two.evidence[0]!.id })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const other = `Bearer ${await college.tokenFor('reader', 'Y')}`
    const asked = await college.ask(node, { id: two.evidence[0]!.id }, { authorization: other })
    expect(asked.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  })

  it('the share of evidence counts the records behind a figure with a document valid on its last day', async () => {
    const college = await openProvedCollege(open)
    const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
    const read = async (by: string) => {
      const { data, errors } = await college.as({ authorization })(share(by))
      expect(errors).toBeUndefined()
      return data.indicator.series.figures as {
        period: { year: number }
        category: { key: string } | null
        explanation: { recordCount: number; evidenceShare: number | null }
      }[]
    }
    // On 2023-08-31 the letters have expired: of 14 records L0 and L12 are in the list.
    expect((await read('')).map(({ explanation }) => explanation.evidenceShare)).toEqual([
      null,
      expect.closeTo((2 / 14) * 100, 9),
      null,
    ])
    const byCountry = (await read(', by: "country"')).filter(({ period }) => period.year === 2022)
    expect(byCountry.map(({ category, explanation }) => [category!.key, explanation.evidenceShare])).toEqual([
      ['LA', 50],
      ['VN', expect.closeTo((1 / 12) * 100, 9)],
    ])
  })

  it('who may not read the records is not said how many of them have evidence', async () => {
    const college = await openProvedCollege(open)
    const { data, errors } = await college.ask(share(''))
    expect(errors).toBeUndefined()
    for (const { explanation } of data.indicator.series.figures) expect(explanation.evidenceShare).toBeNull()
  })

  describe('a file of evidence', () => {
    it('is kept once under its hash, and had by anyone who may read a record that it proves', async () => {
      const { college, attach, list, editor } = await openDesk(await open())
      const [one, other] = await list('enrolment')
      const done = await attach({ records: [one!.id, other!.id], code: 'EV01' }, file(PDF))
      expect(done).toMatchObject({
        ...{ __typename: 'EvidenceAttached', changed: true, batch: { fileName: 'attachEvidence', accepted: 2 } },
        evidence: [{ code: 'EV01', record: { id: one!.id } }, { record: { id: other!.id } }],
      })
      const sha256 = hashOf(PDF)
      expect(done.evidence[0].file).toEqual({
        ...{ name: '采用证明 (1).pdf', bytes: PDF.length, type: 'application/pdf' },
        ...{ address: `/evidence/${sha256}`, sha256 },
      })
      expect(readdirSync(join(college.folder, 'evidence'))).toEqual([sha256.slice(0, 2)])
      expect(readdirSync(join(college.folder, 'evidence', sha256.slice(0, 2)))).toEqual([sha256])

      const had = await college.get(`/evidence/${sha256}`, editor)
      expect(had.status).toBe(200)
      expect(await had.text()).toBe(PDF)
      expect(Object.fromEntries(had.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="_1_.pdf"; filename*=UTF-8''${encodeURIComponent('采用证明 ')}%281%29.pdf`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
      })
      expect(had.headers.get('access-control-allow-origin')).toBeNull()
      const status = async (headers: Record<string, string>, hash = sha256) =>
        (await college.get(`/evidence/${hash}`, headers)).status
      expect(await status({})).toBe(401)
      expect(await status(await readerOf(college))).toBe(200)
      expect(await status(bearer(await college.tokenFor('administrator', 'Y')))).toBe(404)
      for (const hash of ['0'.repeat(64), '..%2f..%2fsecret.key', 'a', `${sha256}0`, '%00'])
        expect(await status(editor, hash)).toBe(404)
      // Taken back, nobody has it any more; the bytes stay, so that it can be brought again.
      await college.ask(REVERT, { input: { batch: done.batch.batch } }, editor)
      expect(await status(editor)).toBe(404)
    })

    it('may be attached to what was said before, and a code is made where none is given', async () => {
      const { attach, first } = await openDesk(await open())
      const { id } = await first('enrolment')
      const said = await attach({ records: [id] }, null)
      expect(said.evidence[0]).toMatchObject({ code: expect.stringMatching(/^EV\d{8}-[a-z0-9]{6}$/), file: null })
      const { code } = said.evidence[0]
      expect(await attach({ records: [id], code }, file(PDF))).toMatchObject({ changed: true, batch: { updated: 1 } })
      const renamed = await attach({ records: [id], code, title: '新名称' }, null)
      expect(renamed.evidence[0]).toMatchObject({ title: '新名称', file: { sha256: hashOf(PDF) } })
    })

    it('is what its bytes say, not its name: nothing that a browser runs, no bomb, nothing too large', async () => {
      const { attach, first, college } = await openDesk(await open())
      const { id } = await first('enrolment')
      const codeOf = async (content: string | Uint8Array<ArrayBuffer>, name: string) =>
        (await attach({ records: [id] }, file(content, name))).code ?? 'taken'
      const zip = (entries: Record<string, Uint8Array>) => zipSync(entries) as Uint8Array<ArrayBuffer>
      expect(await codeOf('<html><script>alert(1)</script>', 'a.pdf')).toBe('WRONG_FILE_KIND')
      expect(await codeOf('<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>', 'a.png')).toBe('WRONG_FILE_KIND')
      expect(await codeOf('', 'a.pdf')).toBe('EMPTY_FILE')
      expect(await codeOf(zip({ 'run.exe': new Uint8Array(10) }), 'a.docx')).toBe('WRONG_FILE_KIND')
      expect(
        await codeOf(
          zip({ '[Content_Types].xml': new Uint8Array(10), 'word/document.xml': new Uint8Array(10) }),
          'a.docx',
        ),
      ).toBe('taken')
      bomb ??= packFiles({ 'word/document.xml': new Uint8Array(200 * 1024 * 1024) })
      expect(await codeOf(bomb, 'a.docx')).toBe('ZIP_BOMB')
      expect(await codeOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]), 'a.txt')).toBe('taken')
      const large = new Uint8Array(32 * 1024 * 1024 + 1)
      large.set(new TextEncoder().encode('%PDF-'))
      expect(await codeOf(large, 'a.pdf')).toBe('FILE_TOO_LARGE')
      // A file of a table cannot name one: anyone who knows a hash would have the file of another institution.
      await expect(
        college.put('evidence', [
          'code,title,kind,issued_on,record_type,record,file',
          `E,T,letter,2023-01-01,programme,PA,${hashOf(PDF)}`,
        ]),
      ).resolves.toBeUndefined()
      const { data } = await college.as(await readerOf(college))(
        '{ records(type: "evidence", institution: "X", filter: [{ dimension: "code", in: ["E"] }]) { edges { node { fields { name value } } } } }',
      )
      expect(data.records.edges[0].node.fields.find((one: { name: string }) => one.name === 'file').value).toBeNull()
    })

    it('is for records of one institution, by those who may change it', async () => {
      const { attach, first, college } = await openDesk(await open())
      const { id } = await first('enrolment')
      const other = Buffer.from('Record:programme/Y/PA').toString('base64url')
      expect(await attach({ records: [other] }, null)).toMatchObject({ code: 'FORBIDDEN' })
      const all = bearer(await college.tokenFor('editor'))
      expect(await attach({ records: [id, other] }, null, all)).toMatchObject({ code: 'SEVERAL_INSTITUTIONS' })
      expect(await attach({ records: [] }, null)).toMatchObject({ code: 'NO_RECORDS_NAMED' })
      expect(await attach({ records: [id], kind: 'nonsense', expiresOn: '2020-01-01' }, null)).toMatchObject({
        ...{ code: 'WRONG_FIELDS', problems: [{ field: 'kind' }, { field: 'expires_on' }] },
      })
      expect(await attach({ records: [id] }, null, {})).toMatchObject({ code: 'UNAUTHENTICATED' })
    })

    it('is in a backup and comes back with it, and what is missing or altered is stated', async () => {
      const database = await open()
      const { attach, first, college } = await openDesk(database)
      const { id } = await first('enrolment')
      const another = `%PDF-1.4\n${'y'.repeat(10)}`
      await attach({ records: [id] }, file(PDF))
      await attach({ records: [id] }, file(another))
      const [secret, evidence] = [join(college.folder, 'secret.key'), join(college.folder, 'evidence')]
      const backup = join(college.folder, 'b')
      expect(await writeBackup(database, secret, backup, evidence)).toMatchObject({ files: 2, missingFiles: [] })

      const [other, elsewhere] = [await open(), join(college.folder, 'elsewhere')]
      await expect(restoreBackup(other, secret, backup)).rejects.toMatchObject({ code: 'EVIDENCE_FOLDER_MISSING' })
      await restoreBackup(other, secret, backup, elsewhere)
      expect(await checkFiles(other.quick, elsewhere)).toEqual({ checked: 2, missing: [], damaged: [] })
      const pathOf = (folder: string, text: string) => join(folder, hashOf(text).slice(0, 2), hashOf(text))
      expect(readFileSync(pathOf(elsewhere, PDF), 'utf8')).toBe(PDF)
      expect(readdirSync(elsewhere).filter((name) => name.startsWith('.'))).toEqual([])

      rmSync(pathOf(elsewhere, PDF))
      writeFileSync(pathOf(elsewhere, another), '%PDF-1.4 another')
      expect(await checkFiles(other.quick, elsewhere)).toEqual({
        checked: 2,
        missing: [hashOf(PDF)],
        damaged: [hashOf(another)],
      })
      expect((await writeBackup(other, secret, join(college.folder, 'c'), elsewhere)).missingFiles).toHaveLength(2)
    })
  })
})
