import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { restoreBackup } from '@causeway/server/desk/backup/restore-backup'
import { writeBackup } from '@causeway/server/desk/backup/write-backup'
import { checkFiles } from '@causeway/server/desk/evidence/file-rows'
import { forEachDatabase } from '../support/databases.ts'
import { ATTACH, openHandCollege, REVERT } from '../support/hand-college.ts'
import { bearer } from '../support/college.ts'

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
      expect(await status(bearer(await college.tokenFor('reader', 'X')))).toBe(200)
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
      const bomb = zipSync({ 'word/document.xml': new Uint8Array(200 * 1024 * 1024) }, { level: 1 })
      expect(await codeOf(bomb as Uint8Array<ArrayBuffer>, 'a.docx')).toBe('ZIP_BOMB')
      expect(await codeOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]), 'a.txt')).toBe('taken')
      const large = new Uint8Array(32 * 1024 * 1024 + 1)
      large.set(new TextEncoder().encode('%PDF-'))
      expect(await codeOf(large, 'a.pdf')).toBe('FILE_TOO_LARGE')
      // A file of a table cannot name one: anyone who knows a hash would have the file of another institution.
      await expect(
        college.put(
          'evidence',
          ['code,title,kind,issued_on,record_type,record,file', `E,T,letter,2023-01-01,programme,PA,${hashOf(PDF)}`],
          'X',
        ),
      ).resolves.toBeUndefined()
      const { data } = await college.ask(
        '{ records(type: "evidence", institution: "X", filter: [{ dimension: "code", in: ["E"] }]) { edges { node { fields { name value } } } } }',
        {},
        bearer(await college.tokenFor('reader', 'X')),
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
