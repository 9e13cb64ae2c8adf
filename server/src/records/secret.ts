import { createHash, createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { linkSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fill, type Words } from '@causeway/shared/words/words'
import { readSetting, writeSetting, type Connection, type Database } from '../ground/database/database.ts'
import { makeFolder, readIfThere } from '../ground/files.ts'
import { QuestionError } from '../ground/question-error.ts'
import { holdsRecords } from './store.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

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
    throw new SecretMissing(fill(REFUSALS.HOLDS_NO_KEY, { file }))
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
  return new SecretMissing(fill(REFUSALS.KEY_MISSING, { file }))
}

function wrong(file: string): SecretMissing {
  return new SecretMissing(fill(REFUSALS.OTHER_KEY, { file }))
}

/** The key of personal hashes. @throws QuestionError NOT_SET_UP where this process was given none */
export async function secretOf({ database, secretFile }: { database: Database; secretFile?: string }): Promise<Secret> {
  if (secretFile === undefined) throw new QuestionError('NOT_SET_UP', REFUSALS.NOT_SET_UP)
  return openSecret(database, secretFile)
}
