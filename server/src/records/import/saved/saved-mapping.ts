import { fill } from '@causeway/shared/words/words'
import { ASKER_WAITS_MS, type Connection, type Database } from '../../../ground/database/database.ts'
import { didYouMean, findNearest } from '../../../ground/nearest.ts'
import { QuestionError } from '../../../ground/question-error.ts'
import { requireInstitution } from '../../institutions.ts'
import { listCodes, readNames } from '../../record-names.ts'
import { recordTypeOf } from '../../record-types.ts'
import { isLetter } from '../sheets/file-columns.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import { recordTypesOf, type Mapping } from '../mapping/mapping.ts'
import { requiredHeaders } from '../mapping/named-columns.ts'
import { parseMapping } from '../mapping/read-mapping.ts'
import { toHeads, withHeads } from './made-for.ts'
import { insertMapping, markRemoved, selectInUse, selectMapping, selectVersions, type SavedFacts } from './store.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** One version of a mapping that a college keeps under a name. */
export interface SavedMapping {
  institution: string
  name: string
  /** From 1. */
  version: number
  /** Code of the unit whose files it reads; null: the whole college's. */
  unit: string | null
  recordTypes: string[]
  /** Of the file that it was made for. */
  heads: string[]
  /** Id of the token it was saved with; null: the command line. */
  savedBy: string | null
  /** ISO date-time */
  savedAt: string
}

export interface AskedMapping {
  institution: string
  name: string
  unit?: string | null
  /** YAML */
  text: string
  /** Heads of the file that it was made for; omitted: what the text says, else the columns that it names. */
  heads?: readonly string[] | null
}

const LONGEST_NAME = 100
const MOST_NAMES = 200
const MOST_VERSIONS = 500
const MOST_LISTED = 200
/** Another process may take the next number first. */
const MOST_TRIES = 5
/** Of what is invisible, turns text round, or makes the name a path. */
const STRANGE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}/\\:*?"<>|]/u

/**
 * Keeps a mapping under a name; those that were kept under it before stay as its earlier versions.
 * @throws QuestionError UNKNOWN_INSTITUTION, UNKNOWN_UNIT, BAD_MAPPING_NAME, BAD_MAPPING, TOO_MANY_MAPPINGS
 */
export async function saveMapping(
  database: Database,
  { institution, ...asked }: AskedMapping,
  by: string | null,
): Promise<SavedMapping & { changed: boolean }> {
  const name = checkName(asked.name)
  const mapping = readText(name, asked.text)
  await requireInstitution(database, institution)
  const unit = asked.unit ?? null
  if (unit !== null) await requireUnit(database.quick, institution, unit)
  const said = toHeads(asked.heads ?? mapping.made_for ?? [])
  const heads = said.length > 0 ? said : toHeads(requiredHeaders(mapping).filter((name) => !isLetter(name)))
  const text = sameList(heads, mapping.made_for ?? []) ? asked.text : withHeads(asked.text, heads)
  // What was added may not make it one that cannot be read.
  readText(name, text)
  for (let tries = 1; ; tries++) {
    const saved = await database
      .write((db) => keep(db), { waitMs: ASKER_WAITS_MS })
      .catch((error: unknown) => {
        if (error instanceof QuestionError || tries >= MOST_TRIES) throw error
        return null
      })
    if (saved) return saved
  }

  async function keep(db: Connection): Promise<SavedMapping & { changed: boolean }> {
    const last = await selectMapping(db, institution, name)
    if (last && last.removed_at === null && last.mapping === text && last.unit === unit)
      return { ...toSaved(last), changed: false }
    if (last && last.version >= MOST_VERSIONS)
      throw new QuestionError('TOO_MANY_MAPPINGS', fill(REFUSALS.TOO_MANY_VERSIONS, { name, most: MOST_VERSIONS }))
    if ((!last || last.removed_at !== null) && (await selectInUse(db, institution)).length >= MOST_NAMES)
      throw new QuestionError('TOO_MANY_MAPPINGS', fill(REFUSALS.TOO_MANY_MAPPINGS, { most: MOST_NAMES }))
    const row = {
      ...{ institution, name, unit, mapping: text, version: (last?.version ?? 0) + 1 },
      ...{ record_types: JSON.stringify(recordTypesOf(mapping)), heads: JSON.stringify(heads) },
      ...{ saved_by: by, saved_at: new Date().toISOString(), removed_at: null, removed_by: null },
    }
    await insertMapping(db, row)
    return { ...toSaved(row), changed: true }
  }
}

/** The mappings in use of an institution, or (null) of every one, by name. */
export async function listSavedMappings({ quick }: Database, institution: string | null): Promise<SavedMapping[]> {
  return (await selectInUse(quick, institution)).map(toSaved)
}

/** The versions of one, the newest first. */
export async function listVersions({ quick }: Database, institution: string, name: string): Promise<SavedMapping[]> {
  return (await selectVersions(quick, institution, foldName(name))).slice(0, MOST_LISTED).map(toSaved)
}

/** One that is in use, or an earlier version of it, with its YAML; null: there is none of that name. */
export async function findSavedMapping(
  { quick }: Database,
  institution: string,
  name: string,
  version?: number,
): Promise<(SavedMapping & { text: string }) | null> {
  const last = await selectMapping(quick, institution, foldName(name))
  if (!last || last.removed_at !== null) return null
  const row = version === undefined ? last : await selectMapping(quick, institution, last.name, version)
  return row && { ...toSaved(row), text: row.mapping }
}

export async function namesInUse({ quick }: Database, institution: string): Promise<string[]> {
  return (await selectInUse(quick, institution)).map(({ name }) => name)
}

/** @throws QuestionError UNKNOWN_MAPPING, with the nearest name */
export async function requireSavedMapping(
  database: Database,
  institution: string,
  name: string,
  version?: number,
): Promise<SavedMapping & { text: string }> {
  const found = await findSavedMapping(database, institution, name, version)
  if (found) return found
  const near = didYouMean(findNearest(name, await namesInUse(database, institution)))
  const shown = name.slice(0, LONGEST_NAME)
  throw new QuestionError(
    'UNKNOWN_MAPPING',
    fill(version === undefined ? REFUSALS.NO_SAVED_MAPPING : REFUSALS.NO_SAVED_VERSION, {
      ...{ institution, name: shown, version: version ?? 0, nearZh: near.zh || '。', nearEn: near.en || '.' },
    }),
  )
}

/** From now on it reads no file; its versions are kept. @throws QuestionError UNKNOWN_MAPPING */
export async function removeMapping(
  database: Database,
  institution: string,
  name: string,
  by: string | null,
): Promise<SavedMapping> {
  const found = await requireSavedMapping(database, institution, name)
  const { text: _, ...saved } = found
  const now = { removed_at: new Date().toISOString(), removed_by: by }
  await database.write((db) => markRemoved(db, saved, now), { waitMs: ASKER_WAITS_MS })
  return saved
}

/** @throws QuestionError BAD_MAPPING, with the line in its facts */
function readText(name: string, text: string): Mapping {
  try {
    return parseMapping(name, text)
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    throw new QuestionError(error.code, { ...error.words, facts: { line: error.place.row } })
  }
}

function foldName(name: string): string {
  return name.normalize('NFC').trim()
}

function checkName(given: string): string {
  const name = foldName(given)
  if (name === '' || name.length > LONGEST_NAME || STRANGE.test(name) || /^[.\-=]|\.ya?ml$/iu.test(name))
    throw new QuestionError('BAD_MAPPING_NAME', fill(REFUSALS.BAD_MAPPING_NAME, { most: LONGEST_NAME }))
  return name
}

/** @throws QuestionError UNKNOWN_UNIT, where no unit is registered by the code */
export async function requireUnit(db: Connection, institution: string, unit: string): Promise<void> {
  const type = recordTypeOf('unit')
  if ((await readNames(db, type, institution, [unit])).has(unit)) return
  const codes = (await listCodes(db, type, institution, MOST_LISTED)).map(({ key }) => key)
  const near = didYouMean(findNearest(unit, codes))
  const shown = unit.slice(0, LONGEST_NAME)
  throw new QuestionError(
    'UNKNOWN_UNIT',
    fill(REFUSALS.NO_SUCH_UNIT, { institution, unit: shown, nearZh: near.zh || '。', nearEn: near.en || '.' }),
  )
}

function sameList(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, i) => one === others[i])
}

function toSaved({ record_types, heads, saved_by, saved_at, ...row }: SavedFacts): SavedMapping {
  const { institution, name, version, unit } = row
  return {
    ...{ institution, name, version, unit },
    recordTypes: JSON.parse(record_types) as string[],
    heads: JSON.parse(heads) as string[],
    ...{ savedBy: saved_by, savedAt: saved_at },
  }
}
