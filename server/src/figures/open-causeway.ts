import { fill, asIs, type Words } from '@causeway/shared/words/words'
import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { wearColors } from '@causeway/shared/colors'
import { readBrand } from '../ground/brand/read-brand.ts'
import type { Causeway } from './causeway.ts'
import { ConfigProblems, databaseFile, type Config } from '../ground/config.ts'
import { migrate } from '../records/migrate.ts'
import { announceDefinitions } from './definitions-in-force.ts'
import { openDatabase } from '../ground/database/open.ts'
import type { Database } from '../ground/database/database.ts'
import { checkBroughtLines, listForms } from './forms/find-form.ts'
import { readOwnForms, sayFormPlace } from './forms/read-forms.ts'
import { CATALOGUE } from './indicators/catalogue.ts'
import { readOwnIndicators } from './indicators/files/read-indicators.ts'
import { sayPlace } from './indicators/files/read-declaration.ts'
import { makeFolder } from '../ground/files.ts'
import { bringOwnFields } from '../records/own-fields/read-own-fields.ts'
import { withReleaseClock } from './releases/release-clock.ts'
import { QuestionError } from '../ground/question-error.ts'
import CAUSES from './database-faults.json' with { type: 'json' }
import REFUSALS from './refusals.json' with { type: 'json' }

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
  const causeway: Causeway = {
    database: withReleaseClock(await openMigrated(config, options)),
    indicators,
    ownForms: forms.forms,
    earlier: own.earlier,
    publicReading: config.publicReading,
    publicReleases: config.publicReleases,
    isRounded: config.isRounded,
    brand,
    timeZone: config.timeZone,
    secretFile: config.secretFile,
    evidence: config.evidence,
    mostUploadBytes: config.mostUploadBytes,
  }
  await announceDefinitions(causeway)
  return causeway
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
    throw new QuestionError('DATABASE_UNREACHABLE', fill(REFUSALS.FOLDER_NOT_WRITABLE, { folder, code }))
  }
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isFile()) checkWritable(file)
  if (found?.isDirectory()) {
    throw new QuestionError('DATABASE_UNREACHABLE', fill(REFUSALS.IS_A_FOLDER, { file }))
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
  return new QuestionError('DATABASE_READ_ONLY', fill(REFUSALS.DATABASE_READ_ONLY, { file }))
}

function unreachable(place: string, error: Error & { code?: string; errors?: { code?: string }[] }): QuestionError {
  const code = error.code ?? error.errors?.[0]?.code ?? ''
  const cause = (CAUSES as Partial<Record<string, Words>>)[code] ?? asIs(error.message)
  return new QuestionError(
    'DATABASE_UNREACHABLE',
    fill(REFUSALS.CANNOT_BE_OPENED, { place, causeZh: cause.zh, causeEn: cause.en }),
  )
}
