import { join } from 'node:path'
import { expect } from 'vitest'
import { restoreBackup } from '@causeway/server/desk/backup/restore-backup'
import { writeBackup } from '@causeway/server/desk/backup/write-backup'
import { readFileHeads } from '@causeway/server/records/import/saved/file-heads'
import {
  findSavedMapping,
  listSavedMappings,
  listVersions,
  removeMapping,
  saveMapping,
} from '@causeway/server/records/import/saved/saved-mapping'
import { forEachDatabase } from '../support/databases.ts'
import { test } from '../support/import-desk.ts'

const ROSTER = [
  '# by the international office',
  'type: enrolment',
  'fields:',
  '  person: 护照号',
  '  nationality: 国籍',
  '  kind: { constant: degree }',
  '  start: 入学时间',
].join('\n')
const HEADS = ['姓名', '护照号', '国籍', '入学时间']
const asked = { institution: 'X', name: '留学生名册', text: ROSTER }

forEachDatabase((_name, open) => {
  test('a mapping is kept under a name with its versions, used by that name, removed, and in a backup', async (desk) => {
    const { database } = desk
    const first = await saveMapping(database, { ...asked, name: ' 留学生名册 ', heads: HEADS }, null)
    expect(first).toMatchObject({ changed: true, version: 1, recordTypes: ['enrolment'], heads: HEADS, unit: null })
    const { text } = (await findSavedMapping(database, 'X', '留学生名册'))!
    expect(text).toContain('# by the international office\n')
    expect(text).toContain('made_for: [ 姓名, 护照号, 国籍, 入学时间 ]')
    expect(await saveMapping(database, { ...asked, text }, null)).toMatchObject({ changed: false, version: 1 })
    // Without a file the columns that it names are its heads.
    const other = text.replace(/made_for.*/, 'empty: [无]')
    expect(await saveMapping(database, { ...asked, text: other }, 'abc')).toMatchObject({
      ...{ changed: true, version: 2, savedBy: 'abc', heads: ['护照号', '国籍', '入学时间'] },
    })
    expect((await listVersions(database, 'X', '留学生名册')).map(({ version }) => version)).toEqual([2, 1])
    expect((await findSavedMapping(database, 'X', '留学生名册', 1))!.text).toBe(text)
    expect(await findSavedMapping(database, 'X2', '留学生名册')).toBeNull()

    const lines = ['名册,,,', HEADS.join(','), '安娜,E 12,俄罗斯,2023-09-01']
    const file = desk.file('roster.csv', lines)
    expect(await readFileHeads(file, text)).toEqual(HEADS)
    expect(await desk.import(file, 'enrolment', { mapping: '留学生名册' })).toMatchObject({ accepted: 1 })
    // The header of the next file may be a row further down.
    await saveMapping(database, { ...asked, text: `${text}header_row: 1\n` }, null)
    expect(await desk.import(file, 'enrolment', { mapping: '留学生名册', dryRun: true })).toMatchObject({
      unchanged: 1,
    })
    expect(await desk.import(file, 'mobility', { namedMapping: '留学生名册' })).toMatchObject({
      ...{
        refused: true,
        problems: [{ code: 'BAD_MAPPING', message: { en: expect.stringContaining('as mobility') } }],
      },
    })

    await writeBackup(database, join(desk.folder, 'secret.key'), join(desk.folder, 'b'))
    await removeMapping(database, 'X', '留学生名册', null)
    expect(await listSavedMappings(database, 'X')).toEqual([])
    expect(await desk.import(file, 'enrolment', { namedMapping: '留学生名册' })).toMatchObject({
      problems: [{ code: 'NO_SUCH_MAPPING' }],
    })
    await expect(removeMapping(database, 'X', '留学生名册', null)).rejects.toMatchObject({ code: 'UNKNOWN_MAPPING' })
    // The next one of that name goes on with the numbers.
    expect(await saveMapping(database, asked, null)).toMatchObject({ version: 4 })

    const there = await open()
    await restoreBackup(there, join(desk.folder, 'secret-there'), join(desk.folder, 'b'))
    expect(await listSavedMappings(there, 'X')).toMatchObject([{ name: '留学生名册', version: 3 }])
  })

  test('what cannot be kept is refused, and names the cure', async ({ database }) => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((to, i) => `${to}: &${to} [${`*${'abcdefg'[i]},`.repeat(9)}]`),
    ]
    const refused: [Partial<typeof asked> & { unit?: string }, string, RegExp][] = [
      [{ name: '  ' }, 'BAD_MAPPING_NAME', /1 to 100/],
      [{ name: '../留学生' }, 'BAD_MAPPING_NAME', /Choose another/],
      [{ name: 'a\u202eb' }, 'BAD_MAPPING_NAME', /invisible/],
      [{ name: 'x'.repeat(101) }, 'BAD_MAPPING_NAME', /1 to 100/],
      [{ name: 'roster.yaml' }, 'BAD_MAPPING_NAME', /yaml/],
      [{ institution: 'nowhere' }, 'UNKNOWN_INSTITUTION', /nowhere/],
      [{ unit: 'nowhere' }, 'UNKNOWN_UNIT', /nowhere/],
      [{ text: ROSTER.replace('nationality', 'natonality') }, 'BAD_MAPPING', /line 5: .*Did you mean nationality/],
      [{ text: ROSTER.replace('enrolment', 'enrolmnt') }, 'BAD_MAPPING', /line 2: .*enrolment/],
      [{ text: bomb.join('\n') }, 'BAD_MAPPING', /line 1: .*anchors/],
      [{ text: '['.repeat(100_000) }, 'BAD_MAPPING', /nested/],
      [{ text: `${ROSTER}\n#${'x'.repeat(1_000_000)}` }, 'BAD_MAPPING', /977 KB.*128 KB/],
      [{ text: '' }, 'BAD_MAPPING', /line 1/],
    ]
    for (const [change, code, said] of refused) {
      const saving = saveMapping(database, { ...asked, ...change }, null)
      await expect(saving, JSON.stringify(change).slice(0, 80)).rejects.toMatchObject({
        ...{ code, words: { en: expect.stringMatching(said) } },
      })
    }
    expect(await listSavedMappings(database, 'X')).toEqual([])
    await Promise.all(
      Array.from({ length: 5 }, (_, i) => saveMapping(database, { ...asked, text: `${ROSTER}\n#${i}` }, null)),
    )
    expect((await listVersions(database, 'X', asked.name)).map(({ version }) => version)).toEqual([5, 4, 3, 2, 1])
    await database.write(async (db) => {
      const row = (await db.selectFrom('saved_mapping').selectAll().executeTakeFirst())!
      const many = Array.from({ length: 199 }, (_, i) => ({ ...row, name: `n${i}` }))
      await db.insertInto('saved_mapping').values(many).execute()
    })
    await expect(saveMapping(database, { ...asked, name: 'one more' }, null)).rejects.toMatchObject({
      ...{ code: 'TOO_MANY_MAPPINGS', words: { en: expect.stringContaining('at most 200') } },
    })
  })
})
