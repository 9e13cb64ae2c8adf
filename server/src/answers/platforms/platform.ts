import type { Database } from '../../ground/database/database.ts'
import {
  listCanonical,
  listRegister,
  readCanonical,
  toRegistered,
  type CanonicalRecord,
  type Registered,
} from '../../records/identity/canonical-records.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { didYouMean, findNearest } from '../../ground/nearest.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { StoredRecord } from '../../records/list-records.ts'
import { readTogether } from '../../records/read-together.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { toDay } from '@causeway/shared/day'
import { type Words, asIs } from '@causeway/shared/words/words'
import { readNames } from '../../records/record-names.ts'

/** A platform of the register, and the day for which it is described. */
export interface Platform extends Registered {
  /** Code of the platform it is part of; null: of none. */
  parent: string | null
}

const PLATFORM = recordTypeOf('platform')

/** The register in the order of its keys; a platform that is the same as another is not in it. */
export async function listPlatforms(database: Database, asked: Parameters<typeof listRegister>[2]) {
  const { things, ...page } = await listRegister(database, PLATFORM.name, asked)
  return { platforms: readTogether(things.map(withParent)), ...page }
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
  const canonical = identity?.canonical(PLATFORM.name, code) ?? code
  const found = await readPlatforms(database, { institution, on }, { code: [canonical] })
  const platform = found.find((it) => it.code === canonical)
  if (platform) return platform
  const known = (await readCanonical(database, PLATFORM.name, institution)).map(({ values }) => String(values['code']))
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
  const records = await database.snapshot((db) => listCanonical(db, identity, PLATFORM.name, institution, wanted))
  return readTogether(records.map((it) => withParent(toRegistered(it, identity, on))))
}

/** The last day belongs to it. */
export function runsOn({ values }: Pick<Platform, 'values'>, day: string): boolean {
  const { founded_on: first, closed_on: last } = values
  return typeof first === 'string' && first <= day && (!last || String(last) >= day)
}

function withParent(platform: Registered): Platform {
  const { parent } = platform.values
  return { ...platform, parent: parent ? String(parent) : null }
}

/** A partner that is, or was, a member of a platform without a break. */
export interface PlatformMember {
  platform: string
  partner: string
  /** Its code where it is in no register. */
  name: Words
  /** lead or member, as the last of the records says; null: not said. */
  role: string | null
  from: string
  /** The last day; null: still a member. */
  to: string | null
  /** Several where one partner was entered more than once. */
  records: StoredRecord[]
}

const MEMBER = recordTypeOf('platform-member')
export const MEMBER_ROLES = MEMBER.fields.find(({ name }) => name === 'role')!.choices!

/**
 * The members of some platforms, the earliest first. Memberships of one partner that overlap or follow each other, as those of two
 * codes of it may, are one.
 */
export async function readMembers(database: Database, platforms: readonly Platform[]): Promise<PlatformMember[]> {
  const { institution } = platforms[0]!
  const codes = platforms.map(({ code }) => code)
  const records = await readCanonical(database, MEMBER.name, institution, { platform: codes })
  const partners = [...new Set(records.map(({ values }) => String(values['partner'])))]
  const names = await readNames(database.quick, recordTypeOf('partner'), institution, partners)
  const order = ({ from, partner }: PlatformMember) => `${from}\n${partner}`
  return [...Map.groupBy(records, ({ values }) => `${values['platform']}\n${values['partner']}`).values()]
    .flatMap((own) => joinStretches(own.map((it) => toMember(it, names))))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

export function isMemberOn({ from, to }: PlatformMember, on: string): boolean {
  return from <= on && (to === null || to >= on)
}

function joinStretches(members: PlatformMember[]): PlatformMember[] {
  const joined: PlatformMember[] = []
  for (const member of members.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = joined.at(-1)
    if (!before || (before.to !== null && toDay(member.from) > toDay(before.to) + 1)) joined.push(member)
    else {
      before.to = before.to === null || member.to === null ? null : before.to > member.to ? before.to : member.to
      before.role = member.role ?? before.role
      before.records.push(...member.records)
    }
  }
  return joined
}

function toMember({ record, values }: CanonicalRecord, names: Map<string, Words>): PlatformMember {
  const partner = String(values['partner'])
  return {
    platform: String(values['platform']),
    partner,
    name: names.get(partner) ?? asIs(partner),
    role: values['role'] ? String(values['role']) : null,
    from: String(values['from']),
    to: values['to'] ? String(values['to']) : null,
    records: [record],
  }
}
