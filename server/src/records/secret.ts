import { createHash, createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { linkSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Words } from '@causeway/shared/words/words'
import { readSetting, writeSetting, type Connection, type Database } from '../ground/database/database.ts'
import { makeFolder, readIfThere } from '../ground/files.ts'
import { QuestionError } from '../ground/question-error.ts'
import { holdsRecords } from './store.ts'

/** The key of personal hashes. It never enters the database. */
export interface Secret {
  readonly key: KeyObject
}

/** There is no secret, or another one, for a database that holds records made with it. */
export class SecretMissing extends QuestionError {
  constructor(words: Words) {
    super('SECRET_MISSING', words)
  }
}

const SECRET_BYTES = 32
const OWNER_ONLY = 0o600
const FINGERPRINT = 'secret-fingerprint'
/** 132 bits: two persons of one database get the same hash never. */
const HASH_LENGTH = 22

/**
 * Reads the secret that belongs to the database. Where neither has been used yet, makes one, readable by this user alone.
 * @throws SecretMissing where the database holds records and the file is absent, unreadable as a secret, or another one
 */
export async function openSecret(database: Database, file: string): Promise<Secret> {
  const key = readKey(file)
  const known = await readSetting(database.quick, FINGERPRINT)
  if (known === null) {
    if (await holdsRecords(database.quick)) throw key === null ? missing(file) : wrong(file)
    return remember(database, key ?? makeKey(file))
  }
  if (key === null) {
    // A secret may be made anew as long as nothing was hashed with the old one.
    if (await holdsRecords(database.quick)) throw missing(file)
    return remember(database, makeKey(file))
  }
  if (fingerprintOf(key) === known) return { key: createSecretKey(key) }
  if (await holdsRecords(database.quick)) throw wrong(file)
  return remember(database, key)
}

/** @throws SecretMissing where the database holds records and the file is not the key they were made with */
export async function checkSecretFile(db: Connection, file: string): Promise<void> {
  if (!(await holdsRecords(db))) return
  const key = readKey(file)
  if (key === null) throw missing(file)
  if (fingerprintOf(key) !== (await readSetting(db, FINGERPRINT))) throw wrong(file)
}

/**
 * What is in the records for a person of an institution: a keyed hash of the number that the institution knows them by, made
 * NFKC, trimmed, upper case; leading zeros stay. The same in every type.
 */
export function hashPerson(secret: Secret, institution: string, person: string): string {
  const known = person.normalize('NFKC').trim().toUpperCase()
  return createHmac('sha256', secret.key).update(`${institution}\0${known}`).digest('base64url').slice(0, HASH_LENGTH)
}

function readKey(file: string): Buffer | null {
  const text = readIfThere(file)
  if (text === null) return null
  const key = Buffer.from(text.trim(), 'base64url')
  return key.length === SECRET_BYTES ? key : null
}

/** Never over a file that is there, whatever is in it. Of two processes that start together one makes it, both have it. */
function makeKey(file: string): Buffer {
  makeFolder(dirname(file))
  const key = randomBytes(SECRET_BYTES)
  const beside = `${file}.new-${process.pid}`
  writeFileSync(beside, `${key.toString('base64url')}\n`, { mode: OWNER_ONLY })
  try {
    linkSync(beside, file)
    return key
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const theirs = readKey(file)
    if (theirs !== null) return theirs
    throw new SecretMissing({
      zh: `${file} 已存在，但内容不是密钥。请移走该文件，或用 CAUSEWAY_SECRET_FILE 另行指定。`,
      en: `${file} is there, but it holds no key. Move it away, or name another file in CAUSEWAY_SECRET_FILE.`,
    })
  } finally {
    rmSync(beside, { force: true })
  }
}

async function remember(database: Database, key: Buffer): Promise<Secret> {
  await database.write((db) => writeSetting(db, FINGERPRINT, fingerprintOf(key)))
  return { key: createSecretKey(key) }
}

/** Tells two secrets apart and nothing about either. */
function fingerprintOf(key: Buffer): string {
  return createHash('sha256').update('causeway secret\0').update(key).digest('hex').slice(0, 16)
}

function missing(file: string): SecretMissing {
  return new SecretMissing({
    zh: `数据库中已有台账，但找不到人员编号的密钥文件 ${file}（或其内容不是密钥）。请从备份中恢复该文件（备份旁的 .key 文件），或用 CAUSEWAY_SECRET_FILE 指明其位置；没有它，同一个人会被算作两个人。`,
    en: `The database holds records, but the key of personal hashes is not in ${file}. Put that file back (it is beside a backup as FILE.key), or name its place in CAUSEWAY_SECRET_FILE: without it one person would count as two.`,
  })
}

function wrong(file: string): SecretMissing {
  return new SecretMissing({
    zh: `密钥文件 ${file} 不是本数据库的密钥。请恢复原来的文件（备份旁的 .key 文件），或用 CAUSEWAY_SECRET_FILE 指明其位置；用错密钥，同一个人会被算作两个人。`,
    en: `The key in ${file} is not the one this database was filled with. Put the right file back (it is beside a backup as FILE.key), or name its place in CAUSEWAY_SECRET_FILE: with another key one person would count as two.`,
  })
}

/** The key of personal hashes. @throws QuestionError NOT_SET_UP where this process was given none */
export async function secretOf({ database, secretFile }: { database: Database; secretFile?: string }): Promise<Secret> {
  if (secretFile === undefined)
    throw new QuestionError('NOT_SET_UP', {
      zh: '此服务未配置导入所需的密钥文件。',
      en: 'This server was set up without the key that imports need.',
    })
  return openSecret(database, secretFile)
}
