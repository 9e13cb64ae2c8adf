import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import { restoreBackup } from '@causeway/server/desk/backup/restore-backup'
import { writeBackup } from '@causeway/server/desk/backup/write-backup'
import type { Database } from '@causeway/server/ground/database/database'
import { listTables } from '@causeway/server/ground/database/list-tables'
import { openSecret } from '@causeway/server/records/secret'
import { forEachDatabase, test } from '../support/databases.ts'
import { folderOfEachTest } from '../support/folders.ts'
import { putInstitution, putRecords } from '../support/put-records.ts'

const at = folderOfEachTest()

/** A batch of partners of the college `x`, made on the way. */
async function addPartners(database: Database, names: string[], dataDate = '2024-08-31'): Promise<void> {
  await openSecret(database, at('secret'))
  await putInstitution(database, 'x', dataDate)
  const partner = { country: 'RU', from: '2020-01-01', to: null }
  const rows = names.map((name, index) => ({ ...partner, code: `P${index}`, name_zh: name }))
  await putRecords(database, 'partner', 'x', rows, { dataDate })
}

/** All rows of all tables that a backup speaks for, but for what a restore changes. */
async function contentOf(database: Database): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {}
  for (const { name, key } of await listTables(database.kind, database.quick)) {
    if (name === 'figure_set') continue
    let query = database.quick.selectFrom(name as 'setting').selectAll()
    for (const column of key) query = query.orderBy(column as 'name')
    const rows = (await query.execute()) as { name?: string; epoch?: string }[]
    content[name] = rows.filter((row) => row.name !== 'epoch').map(({ epoch: _epoch, ...row }) => row)
  }
  return content
}

async function readEpoch(database: Database): Promise<string | undefined> {
  return (await database.quick.selectFrom('setting').select('value').where('name', '=', 'epoch').executeTakeFirst())
    ?.value
}

forEachDatabase((_name, open) => {
  describe('a backup', () => {
    test('holds everything: restored into an empty database, every row of every table is there again', async (database) => {
      await addPartners(database, ['Приморский колледж', 'line\nbreak, "quoted" 中文', "O'Neill; drop table"])
      await addPartners(database, ['Приморский колледж', 'renamed', "O'Neill; drop table"], '2025-08-31')
      const report = await writeBackup(database, at('secret'), at('b'))
      expect(report.keyFile).toBe(at('b.key'))

      const other = await open()
      await restoreBackup(other, at('other-secret'), at('b'))
      expect(await contentOf(other)).toEqual(await contentOf(database))
    })

    test('reads tables longer than one read, whole and in order', async (database) => {
      await addPartners(
        database,
        Array.from({ length: 12_345 }, (_, index) => `合作方 ${index}`),
      )
      await writeBackup(database, at('secret'), at('b'))
      const other = await open()
      await restoreBackup(other, at('secret'), at('b'))
      expect(await contentOf(other)).toEqual(await contentOf(database))
    })

    test('is of one moment while others write', async (database) => {
      await addPartners(
        database,
        Array.from({ length: 6000 }, (_, index) => `before ${index}`),
      )
      const writing = (async () => {
        for (let round = 0; round < 5; round++)
          await addPartners(
            database,
            Array.from({ length: 300 }, (_, index) => `round ${round} ${index}`),
          )
      })()
      await writeBackup(database, at('secret'), at('b'))
      await writing
      const other = await open()
      await restoreBackup(other, at('secret'), at('b'))
      const { record_partner: partners, institution_state: states } = await contentOf(other)
      const { revision } = (states as { revision: number }[])[0]!
      for (const { since, until } of partners as { since: number; until: number | null }[]) {
        expect(Math.max(since, until ?? 0)).toBeLessThanOrEqual(revision)
      }
    })

    test('and its key are readable by their owner only', async (database) => {
      await openSecret(database, at('secret'))
      await writeBackup(database, at('secret'), at('b'))
      expect(statSync(at('b')).mode & 0o777).toBe(0o600)
      expect(statSync(at('b.key')).mode & 0o777).toBe(0o600)
      expect(gunzipSync(readFileSync(at('b'))).includes(readFileSync(at('secret')))).toBe(false)
    })

    test('that cannot be written leaves what was there, and nothing half', async (database) => {
      writeFileSync(at('b'), 'the old one')
      await expect(writeBackup(database, at('secret'), at('b/below'))).rejects.toThrow()
      expect(readFileSync(at('b'), 'utf8')).toBe('the old one')
    })
  })

  describe('a restore', () => {
    test('replaces what is there, and changes the epoch', async (database) => {
      await addPartners(database, ['kept'])
      await writeBackup(database, at('secret'), at('b'))
      const epoch = await readEpoch(database)
      const before = await contentOf(database)
      await addPartners(database, ['changed', 'added'])
      await restoreBackup(database, at('secret'), at('b'))
      expect((await contentOf(database)).record_partner).toEqual(before.record_partner)
      expect(await readEpoch(database)).not.toBe(epoch)
    })

    test('lets no revision go back: what a server remembers of a later one must not pass for true', async (database) => {
      await addPartners(database, ['one'])
      await writeBackup(database, at('secret'), at('b'))
      for (const name of ['two', 'three', 'four']) await addPartners(database, [name])
      const revision = async () =>
        Number((await database.quick.selectFrom('institution_state').select('revision').executeTakeFirst())!.revision)
      const before = await revision()
      await restoreBackup(database, at('secret'), at('b'))
      expect(await revision()).toBeGreaterThan(before)
    })

    test('drops kept figures: they are made anew', async (database) => {
      await addPartners(database, ['one'])
      await writeBackup(database, at('secret'), at('b'))
      const kept = {
        ...{ institution: 'x', indicator: 'i', basis: 'B', at: '', dimension: '', scope: '' },
        ...{ definition: 'd', revision: 1, from_year: 1, to_year: 1, figures: '[]' },
      }
      await database.write((db) => db.insertInto('figure_set').values(kept).execute())
      await restoreBackup(database, at('secret'), at('b'))
      expect(await database.quick.selectFrom('figure_set').select('indicator').execute()).toEqual([])
    })

    test('without the key of the personal hashes is refused and changes nothing', async (database) => {
      await addPartners(database, ['one'])
      await writeBackup(database, at('secret'), at('b'))
      rmSync(at('b.key'))
      const other = await open()
      await expect(restoreBackup(other, at('other-secret'), at('b'))).rejects.toMatchObject({ code: 'SECRET_MISSING' })
      expect((await contentOf(other)).record_partner).toEqual([])
      expect(existsSync(at('other-secret'))).toBe(false)
    })

    const spoilt: [string, (bytes: Buffer) => Buffer, string][] = [
      ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2), 'DAMAGED_FILE'],
      [
        'with a row lost',
        (bytes) => edit(bytes, (lines) => lines.filter((line) => !line.includes('two'))),
        'DAMAGED_FILE',
      ],
      [
        'with a value changed',
        (bytes) => edit(bytes, (lines) => lines.map((line) => line.replace('two', 'ten'))),
        'DAMAGED_FILE',
      ],
      ['of another program', () => gzipSync('{"format":"other"}\n'), 'NOT_A_BACKUP'],
      ['that is a letter', () => Buffer.from('Dear Sir or Madam'), 'NOT_A_BACKUP'],
      ['that is empty', () => Buffer.alloc(0), 'NOT_A_BACKUP'],
      [
        'of a newer version',
        (bytes) => edit(bytes, (lines) => lines.map((line) => line.replace('"version":1', '"version":2'))),
        'BACKUP_TOO_NEW',
      ],
    ]
    for (const [what, spoil, code] of spoilt)
      test(`of a file ${what} is refused and changes nothing`, async (database) => {
        await addPartners(database, ['one', 'two'])
        await writeBackup(database, at('secret'), at('b'))
        writeFileSync(at('b'), spoil(readFileSync(at('b'))))
        const before = await contentOf(database)
        await expect(restoreBackup(database, at('secret'), at('b'))).rejects.toMatchObject({ code })
        expect(await contentOf(database)).toEqual(before)
      })
  })
})

forEachDatabase((name, open) => {
  test('a college moves to the other database and back, and nothing is lost on the way', async () => {
    const [database, other, back] = [await open(), await open(name === 'sqlite' ? 'postgres' : 'sqlite'), await open()]
    await addPartners(database, ['乌苏里斯克农工学院', 'Приморье'])
    await addPartners(database, ['乌苏里斯克农工学院', 'renamed'])
    await writeBackup(database, at('secret'), at('there'))
    await restoreBackup(other, at('secret-there'), at('there'))
    expect(await contentOf(other)).toEqual(await contentOf(database))
    await writeBackup(other, at('secret-there'), at('back'))
    await restoreBackup(back, at('secret-back'), at('back'))
    expect(await contentOf(back)).toEqual(await contentOf(database))
    expect(readFileSync(at('secret-back'))).toEqual(readFileSync(at('secret')))
  })
})

function edit(bytes: Buffer, change: (lines: string[]) => string[]): Buffer {
  return gzipSync(change(gunzipSync(bytes).toString().split('\n')).join('\n'))
}
