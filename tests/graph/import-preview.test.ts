import { existsSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readViewer } from '@causeway/server/access/read-viewer'
import { importRecords } from '@causeway/server/desk/intake/import-records'
import { Uploads } from '@causeway/server/desk/uploads/uploads'
import { commitBatch } from '@causeway/server/records/commit'
import { onOneDatabase } from '../support/databases.ts'
import { csv, openImportCollege, PROGRESS_DOCUMENT, STOP_DOCUMENT } from '../support/import-college.ts'
import { bearer } from '../support/college.ts'

const HEADER = '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期'
const stay = (n: number, country = '泰国') => `S${n},派出,学生,学习,${country},2022-10-01,2022-10-31`
const COUNT = '{ records(type: "mobility", institution: "X") { totalCount } }'
/** A batch that others of X have to wait for. */
const OTHER_BATCH = {
  ...{ recordType: 'mobility', fileName: 'x.csv', fileHash: () => 'f'.repeat(64), encoding: () => null },
  ...{ dataDate: null, institution: 'X' },
}

onOneDatabase((_name, open) => {
  describe('a file that is looked at', () => {
    it('has its columns and first rows said before they are counted, and is stopped by its sender alone, changing nothing', async () => {
      const database = await open()
      const { college, editor, bring } = await openImportCollege(database)
      const other = bearer(await college.tokenFor('editor', 'X'))
      const gate = Promise.withResolvers<void>()
      const inTheWay = commitBatch(database, OTHER_BATCH, () => gate.promise.then(() => 'undo'))
      // More than a small file, whose end is waited for.
      const more = Array.from({ length: 12_000 }, (_, n) => stay(n + 3))
      const file = csv('a.csv', HEADER, stay(1), stay(2, '火星'), ...more)
      const read = await bring(file, { dryRun: true, untilRead: true, seconds: 20 })
      const begun = read.data.importRecords
      expect(begun).toMatchObject({
        __typename: 'ImportUnderWay',
        soFar: { recordType: { name: 'mobility' }, headerRow: 1, accepted: 0, problems: [], encoding: 'UTF-8 BOM' },
      })
      expect(begun.soFar.columns).toHaveLength(7)
      expect(begun.soFar.columns[4]).toMatchObject({ field: { name: 'country' }, samples: ['泰国', '火星'] })
      expect(begun.soFar.rows.slice(0, 2)).toMatchObject([
        { row: 2, outcome: null },
        { row: 3, outcome: null },
      ])
      const stop = async (headers: Record<string, string>) =>
        (await college.ask(STOP_DOCUMENT, { id: begun.id }, headers)).data.stopImport
      const unknown = { __typename: 'Refused', code: 'UNKNOWN_IMPORT' }
      expect(await stop(other)).toEqual(unknown)
      expect(await stop({})).toMatchObject({ __typename: 'Refused' })
      // One that is to change something is stopped too, and one whose asker leaves before it is answered.
      const real = (await bring(file, { type: 'mobility', acceptValid: true, seconds: 0 })).data.importRecords
      const leaving = new AbortController()
      const uploads = await Uploads.open()
      const path = uploads.nextPath()
      writeFileSync(path, `${HEADER}\n${stay(3)}\n`)
      const id = uploads.add({ path, name: 'b.csv', bytes: 1 })
      const { viewer } = await readViewer(database, new Request('http://causeway.test/', { headers: editor }))
      const asked = { institution: 'X', file: id, dryRun: true }
      const left = expect(
        importRecords(college.causeway, viewer, uploads, asked, leaving.signal),
      ).rejects.toMatchObject({ code: 'IMPORT_STOPPED' })
      leaving.abort()
      const stopped = [stop(editor), college.ask(STOP_DOCUMENT, { id: real.id }, editor)]
      gate.resolve()
      await inTheWay
      expect(await stopped[0]).toEqual({ __typename: 'ImportStopped', stopped: true })
      expect((await stopped[1]).data.stopImport).toEqual({ __typename: 'ImportStopped', stopped: true })
      await left
      await uploads.release()
      expect(existsSync(path)).toBe(false)
      const progress = await college.ask(PROGRESS_DOCUMENT, { id: begun.id }, editor)
      expect(progress.data.importProgress).toMatchObject({
        code: 'IMPORT_STOPPED',
        en: expect.stringContaining('changed nothing'),
      })
      expect((await college.as(editor)(COUNT)).data.records.totalCount).toBe(0)
      // Stopped once it has ended it is what it was.
      const { data } = await bring(csv('a.csv', HEADER, stay(1)), { dryRun: true })
      const late = await college.ask(STOP_DOCUMENT, { id: data.importRecords.id }, editor)
      expect(late.data.stopImport).toEqual({ __typename: 'ImportStopped', stopped: false })
    })

    it('is imported only as it was when it was looked at', async () => {
      const { college, editor, report } = await openImportCollege(await open())
      const { fileHash } = await report(csv('a.csv', HEADER, stay(1)), { dryRun: true })
      const changed = await report(csv('a.csv', HEADER, stay(2)), { type: 'mobility', fileHash })
      expect(changed).toMatchObject({ refused: true, accepted: 0, problems: [{ row: null, code: 'FILE_CHANGED' }] })
      expect(changed.problems[0].message).toContain('重新选择')
      expect((await college.as(editor)(COUNT)).data.records.totalCount).toBe(0)
      expect(await report(csv('a.csv', HEADER, stay(1)), { type: 'mobility', fileHash })).toMatchObject({ accepted: 1 })
    })
  })
})
