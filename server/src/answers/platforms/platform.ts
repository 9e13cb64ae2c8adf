import type { Database } from '../../ground/database/database.ts'
import {
  leftOutOf,
  listCanonical,
  readCanonical,
  toCanonical,
  type CanonicalRecord,
} from '../../records/identity/canonical-records.ts'
import type { Identity } from '../../records/identity/identity.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { didYouMean, findNearest } from '../../ground/nearest.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { listRecords } from '../../records/list-records.ts'
import { readTogether } from '../../records/read-together.ts'
import { recordTypeOf } from '../../records/record-types.ts'

/** A platform of the register, and the day for which it is described. */
export interface Platform extends CanonicalRecord {
  institution: string
  code: string
  /** Code that represents it since it was renamed or merged: what is said of it is said there. Null: it represents itself. */
  successor: string | null
  /** Code of the platform it is part of; null: of none. */
  parent: string | null
  /** YYYY-MM-DD */
  on: string
}

const TYPE = recordTypeOf('platform')

/** The register in the order of its keys; a platform that is the same as another is not in it. */
export async function listPlatforms(
  database: Database,
  { institution, on, first, after }: { institution: string; on: string; first: number; after: string | null },
): Promise<{ platforms: Platform[]; hasNext: boolean; totalCount: number | null }> {
  const identity = await readIdentity(database.quick, institution, null)
  const { field, keys } = leftOutOf(identity, TYPE)
  const page = await listRecords(database, {
    ...{ type: TYPE.name, institution, first, after },
    except: { field, values: keys },
  })
  const platforms = toCanonical(identity, TYPE, readTogether(page.records)).map((it) => toPlatform(it, identity, on))
  return { platforms: readTogether(platforms), hasNext: page.hasNext, totalCount: page.totalCount }
}

/**
 * One by whichever of its codes.
 * @throws QuestionError UNKNOWN_PLATFORM with the nearest codes
 */
export async function findPlatform(
  database: Database,
  institution: string,
  code: string,
  on: string,
): Promise<Platform> {
  const identity = await readIdentity(database.quick, institution, null)
  const canonical = identity?.canonical(TYPE.name, code) ?? code
  const found = await readPlatforms(database, { institution, on }, { code: [canonical] })
  const platform = found.find((it) => it.code === canonical)
  if (platform) return platform
  const known = (await readCanonical(database, TYPE.name, institution)).map(({ values }) => String(values['code']))
  const nearest = findNearest(code, known)
  const hint = didYouMean(nearest)
  throw new QuestionError('UNKNOWN_PLATFORM', {
    zh: `没有编号为“${code}”的平台${hint.zh || '。'}`,
    en: `There is no platform "${code}"${hint.en || '.'}`,
    facts: { platform: code, nearest },
  })
}

/** What some platforms are part of, by the codes of those. */
export async function readParents(database: Database, platforms: readonly Platform[]): Promise<Map<string, Platform>> {
  const codes = platforms.flatMap(({ parent }) => (parent === null ? [] : [parent]))
  const parents = await readPlatforms(database, platforms[0]!, { code: [...new Set(codes)] })
  return new Map(parents.map((platform) => [platform.code, platform]))
}

/** What is part of some platforms, in the order of their keys. */
export function readChildren(database: Database, platforms: readonly Platform[]): Promise<Platform[]> {
  return readPlatforms(database, platforms[0]!, { parent: platforms.map(({ code }) => code) })
}

async function readPlatforms(
  database: Database,
  { institution, on }: Pick<Platform, 'institution' | 'on'>,
  wanted: Record<string, string[]>,
): Promise<Platform[]> {
  const identity = await readIdentity(database.quick, institution, null)
  const records = await database.snapshot((db) => listCanonical(db, identity, TYPE.name, institution, wanted))
  return readTogether(records.map((it) => toPlatform(it, identity, on)))
}

/** The last day belongs to it. */
export function runsOn({ values }: Pick<Platform, 'values'>, day: string): boolean {
  const { founded_on: first, closed_on: last } = values
  return typeof first === 'string' && first <= day && (!last || String(last) >= day)
}

function toPlatform({ record, values }: CanonicalRecord, identity: Identity | null, on: string): Platform {
  const code = String(values['code'])
  const successor = identity?.canonical(TYPE.name, code) ?? code
  return {
    record,
    values,
    institution: record.institution,
    code,
    successor: successor === code ? null : successor,
    parent: values['parent'] ? String(values['parent']) : null,
    on,
  }
}
