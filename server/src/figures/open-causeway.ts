import { asIs } from '@causeway/shared/words/words'
import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { wearColors } from '@causeway/shared/colors'
import { readBrand } from '../ground/brand/read-brand.ts'
import type { Causeway } from './causeway.ts'
import { ConfigProblems, databaseFile, type Config } from '../ground/config.ts'
import { migrate } from '../records/migrate.ts'
import { openDatabase } from '../ground/database/open.ts'
import type { Database } from '../ground/database/database.ts'
import { checkBroughtLines, listForms } from './forms/find-form.ts'
import { readOwnForms, sayFormPlace } from './forms/read-forms.ts'
import { CATALOGUE } from './indicators/catalogue.ts'
import { readOwnIndicators } from './indicators/files/read-indicators.ts'
import { sayPlace } from './indicators/files/read-declaration.ts'
import { makeFolder } from '../ground/files.ts'
import { bringOwnFields } from '../records/own-fields/read-own-fields.ts'
import { QuestionError } from '../ground/question-error.ts'

/**
 * Opens the database of the settings and brings its tables up to date.
 * @throws QuestionError DATABASE_UNREACHABLE with a sentence that says what to correct
 * @throws ConfigProblems where a file that the settings name is wrong: all that is wrong, each with its file and line
 */
export async function openCauseway(config: Config, options: { threaded: boolean }): Promise<Causeway> {
  const fieldProblems = bringOwnFields(config.fields)
  const own = readOwnIndicators(config.indicators, CATALOGUE)
  const indicators = [...CATALOGUE, ...own.indicators]
  const forms = readOwnForms(config.forms, indicators)
  const { brand, problems: brandProblems } = readBrand(config.theme)
  const problems = [
    ...brandProblems,
    ...fieldProblems,
    ...own.problems.map(sayPlace),
    ...forms.problems.map(sayFormPlace),
    ...checkBroughtLines(own.indicators, () => listForms({ indicators: [], ownForms: forms.forms })),
  ]
  if (problems.length > 0) throw new ConfigProblems(problems)
  wearColors(brand.colors)
  return {
    database: await openMigrated(config, options),
    indicators,
    ownForms: forms.forms,
    earlier: own.earlier,
    publicReading: config.publicReading,
    brand,
    timeZone: config.timeZone,
    secretFile: config.secretFile,
    evidence: config.evidence,
    mostUploadBytes: config.mostUploadBytes,
  }
}

async function openMigrated(config: Config, options: { threaded: boolean }): Promise<Database> {
  const file = databaseFile(config.databaseUrl)
  if (file !== null) checkFolder(file)
  let database: Database | undefined
  try {
    const replicas = options.threaded ? config.replicaUrls : []
    database = await openDatabase(config.databaseUrl, { ...options, replicas })
    await migrate(database)
    return database
  } catch (error) {
    await database?.close()
    if (error instanceof QuestionError) throw error
    if (file !== null && (error as { code?: string }).code?.startsWith('SQLITE_READONLY')) throw readOnly(file)
    throw unreachable(
      file === null ? config.databaseUrl.replace(/\/\/.*@/, '//') : file,
      error as Error & { code?: string },
    )
  }
}

function checkFolder(file: string): void {
  const folder = dirname(file)
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new QuestionError('DATABASE_UNREACHABLE', {
      zh: `数据库要放在 ${folder}，但该文件夹无法写入（${code}）。请改 DATABASE_URL，或给予写入权限。`,
      en: `The database is to be in ${folder}, but that folder cannot be written (${code}). Change DATABASE_URL, or allow writing there.`,
    })
  }
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isFile()) checkWritable(file)
  if (found?.isDirectory()) {
    throw new QuestionError('DATABASE_UNREACHABLE', {
      zh: `DATABASE_URL 指向的 ${file} 是文件夹，不是文件。`,
      en: `DATABASE_URL names ${file}, which is a folder, not a file.`,
    })
  }
}

/** A file that may only be read opens, and every change to it fails. */
function checkWritable(file: string): void {
  try {
    accessSync(file, constants.R_OK | constants.W_OK)
  } catch {
    throw readOnly(file)
  }
}

function readOnly(file: string): QuestionError {
  return new QuestionError('DATABASE_READ_ONLY', {
    zh: `数据库文件 ${file} 只读，无法写入。请给予该文件及其文件夹写入权限，或改 DATABASE_URL。`,
    en: `The file of the database, ${file}, is read-only: allow writing to it and to its folder, or change DATABASE_URL.`,
  })
}

function unreachable(place: string, error: Error & { code?: string; errors?: { code?: string }[] }): QuestionError {
  const code = error.code ?? error.errors?.[0]?.code ?? ''
  const cause = CAUSES[code] ?? asIs(error.message)
  return new QuestionError('DATABASE_UNREACHABLE', {
    zh: `无法打开数据库 ${place}：${cause.zh}。请检查 DATABASE_URL。`,
    en: `The database ${place} cannot be opened: ${cause.en}. Look at DATABASE_URL.`,
  })
}

const CAUSES: Record<string, { zh: string; en: string }> = {
  ECONNREFUSED: { zh: '该地址没有数据库在运行', en: 'no database answers there' },
  ENOTFOUND: { zh: '找不到该主机', en: 'there is no such host' },
  EAI_AGAIN: { zh: '找不到该主机', en: 'there is no such host' },
  ETIMEDOUT: { zh: '连接超时', en: 'it did not answer in time' },
  '28P01': { zh: '用户名或密码不对', en: 'user or password is wrong' },
  '28000': { zh: '该用户不得登录', en: 'that user may not sign in' },
  '3D000': { zh: '没有这个名字的数据库', en: 'there is no database of that name' },
  '42501': { zh: '该用户权限不足，无法建表', en: 'that user may not make tables' },
  SQLITE_NOTADB: { zh: '该文件不是数据库', en: 'that file is no database' },
  SQLITE_CORRUPT: { zh: '该文件已损坏，请从备份恢复', en: 'that file is damaged; restore a backup' },
  SQLITE_CANTOPEN: { zh: '无法打开或建立该文件', en: 'that file cannot be opened or made' },
  SQLITE_FULL: { zh: '磁盘已满', en: 'the disk is full' },
}
