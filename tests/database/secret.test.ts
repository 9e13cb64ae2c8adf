import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { hashPerson, openSecret, SecretMissing } from '@causeway/server/records/secret'
import { forEachDatabase } from '../support/databases.ts'
import { putRecords } from '../support/put-records.ts'

const COLLEGE = { code: 'A', name_zh: '甲', country: 'CN' }

forEachDatabase((_name, open) => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'causeway-secret-'))
    file = join(folder, 'keys', 'secret.key')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('an empty database gets a secret that only its owner may read, and keeps it', async () => {
    const database = await open()
    const secret = await openSecret(database, file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect((await openSecret(database, file)).key).toEqual(secret.key)
    const settings = await database.quick.selectFrom('setting').selectAll().execute()
    expect(JSON.stringify(settings)).not.toContain(readFileSync(file, 'utf8').trim())
  })

  it('a filled database without its secret does not open, and the sentence says what to restore', async () => {
    const database = await open()
    await openSecret(database, file)
    await putRecords(database, 'institution', null, [COLLEGE])
    rmSync(file)
    const error = await openSecret(database, file).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SecretMissing)
    expect((error as SecretMissing).words.en).toMatch(/\.key.*CAUSEWAY_SECRET_FILE/)
    expect((error as SecretMissing).words.zh).toMatch(/恢复.*CAUSEWAY_SECRET_FILE/)
    expect(() => statSync(file)).toThrow()
  })

  it('a filled database with the secret of another does not open', async () => {
    const [database, another] = [await open(), await open()]
    await openSecret(database, file)
    await putRecords(database, 'institution', null, [COLLEGE])
    const other = join(folder, 'other.key')
    await openSecret(another, other)
    await expect(openSecret(database, other)).rejects.toThrow(SecretMissing)
  })

  it('a file that is no secret is neither used nor written over', async () => {
    const database = await open()
    const mine = join(folder, 'letter.txt')
    writeFileSync(mine, 'Dear mother,')
    await expect(openSecret(database, mine)).rejects.toThrow(SecretMissing)
    expect(readFileSync(mine, 'utf8')).toBe('Dear mother,')
  })

  it('a lost secret may be made anew while nothing was imported', async () => {
    const database = await open()
    await openSecret(database, file)
    rmSync(file)
    await openSecret(database, file)
    expect(statSync(file).size).toBeGreaterThan(40)
  })

  it('one person is one hash, however the number is written; another institution gives another', async () => {
    const secret = await openSecret(await open(), file)
    const hash = hashPerson(secret, 'A', ' ｌｘ００1 ')
    expect(hash).toBe(hashPerson(secret, 'A', 'LX001'))
    expect(hash).toMatch(/^[\w-]{22}$/)
    expect(
      new Set([
        hash,
        hashPerson(secret, 'B', 'LX001'),
        hashPerson(secret, 'A', 'LX1'),
        hashPerson(secret, 'A', '0LX001'),
      ]).size,
    ).toBe(4)
  })
})
