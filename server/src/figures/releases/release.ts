import { didYouMean, findNearest } from '../../ground/nearest.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { Connection, Database } from '../../ground/database/database.ts'
import { fill, type Words } from '@causeway/shared/words/words'
import { clock } from './release-clock.ts'
import { selectReleases, updateRelease, type ReleaseRow } from './store.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

export type ReleaseStatus = 'DRAFT' | 'SCHEDULED' | 'PUBLISHED' | 'SUPERSEDED' | 'WITHDRAWN'

/** One release, at the time at which it is looked at. */
export interface Release {
  id: string
  name: string
  institution: string
  year: number
  revision: number
  status: ReleaseStatus
  /** ISO date-time */
  createdAt: string
  /** When it came out, or is to; null: it is a draft. */
  publishedAt: string | null
  note: string | null
  /** Why it was withdrawn. */
  reason: string | null
  withdrawnAt: string | null
  /** Anybody could read it once, whatever became of it. */
  wasPublic: boolean
  /** Id of the release before it, of those that came out. */
  supersedes: string | null
}

/** Makes what may change of a release another: when it is public, and that it was withdrawn. */
export async function changeRelease(
  db: Connection,
  of: Pick<Release, 'institution' | 'id'>,
  change: Partial<
    Pick<ReleaseRow, 'publish_at' | 'published_by' | 'came_out_at' | 'withdrawn_at' | 'withdrawn_by' | 'reason'>
  >,
): Promise<void> {
  await updateRelease(db, of, change)
}

/** `Release 2023`: as files, pictures and reports name the one that they are of. */
export const releaseWords = (release: Pick<Release, 'name'>): Words => fill(WORDS.RELEASE, release)

const WORDS = { RELEASE: { zh: '定稿 {name}', en: 'Release {name}' } } satisfies Record<string, Words>

/** Those of an institution as a transaction sees them. */
export async function listReleasesIn(db: Connection, institution: string): Promise<Release[]> {
  return toReleases(await selectReleases(db, [institution]), clock())
}

/** Of what is live; no release has it. */
export const LIVE = 'live'

/**
 * The releases of an institution, the first made first. Which is public is worked out from the clock each time: nothing has to run at
 * the minute of one. That a minute is over is written down by the first who sees it, and stays so when the clock goes back.
 */
export async function listReleases(database: Database, institution: string): Promise<Release[]> {
  return listOf(database, [institution])
}

/** The time of a change of some releases: after every change of them, though the machine's clock went back or stood still. */
export function timeAfter(releases: readonly Release[]): string {
  const times = releases.flatMap((one) => [one.createdAt, one.wasPublic ? one.publishedAt : null, one.withdrawnAt])
  const last = times.reduce((a: string, b) => (b !== null && b > a ? b : a), '')
  const now = clock()
  return last < now ? now : new Date(Date.parse(last) + 1).toISOString()
}

/** What anybody could read of an institution once, in the order in which it came out: what was withdrawn is known to some. */
export async function listInOrder(database: Database, institution: string): Promise<Release[]> {
  const all = await listReleases(database, institution)
  return all.filter(({ wasPublic }) => wasPublic).toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

const orderOf = ({ publishedAt, createdAt, id }: Release) => `${publishedAt} ${createdAt} ${id}`

/** What anybody may read of some institutions, or (null) of all. */
export async function listPublic(database: Database, institutions: readonly string[] | null): Promise<Release[]> {
  return (await listOf(database, institutions)).filter(isPublic)
}

/** The current release of each institution that has one. */
export async function listCurrent(database: Database): Promise<Map<string, Release>> {
  const all = await listOf(database, null)
  return new Map(all.filter(({ status }) => status === 'PUBLISHED').map((one) => [one.institution, one]))
}

async function listOf(database: Database, institutions: readonly string[] | null): Promise<Release[]> {
  const rows = await selectReleases(database.quick, institutions)
  const now = clock()
  const out = rows.filter((row) => row.came_out_at === null && isOver(row, now))
  if (out.length > 0)
    await database.write(async (db) => {
      for (const row of out) await updateRelease(db, row, { came_out_at: now })
    })
  return [...Map.groupBy(rows, ({ institution }) => institution).values()].flatMap((own) => toReleases(own, now))
}

const isOver = ({ publish_at }: ReleaseRow, now: string) => publish_at !== null && publish_at <= now

/** As they are at a time; `now`: ISO date-time. */
export function toReleases(rows: readonly ReleaseRow[], now: string): Release[] {
  const isOut = (row: ReleaseRow) => row.came_out_at !== null || isOver(row, now)
  const out = rows.filter((row) => isOut(row)).toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  const current = out.findLast(({ withdrawn_at }) => withdrawn_at === null)
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, institution: row.institution, year: row.year, revision: Number(row.revision) },
    ...{ createdAt: row.created_at, publishedAt: row.publish_at, note: row.note, reason: row.reason },
    withdrawnAt: row.withdrawn_at,
    wasPublic: row.withdrawn_at === null ? isOut(row) : wasOutBy(row, row.withdrawn_at),
    supersedes: row.publish_at === null ? null : (beforeIn(out, row)?.id ?? null),
    status:
      row.withdrawn_at !== null
        ? 'WITHDRAWN'
        : row.publish_at === null
          ? 'DRAFT'
          : !isOut(row)
            ? 'SCHEDULED'
            : row === current
              ? 'PUBLISHED'
              : 'SUPERSEDED',
  }))
}

/** That its minute is over may have been written down when it was withdrawn already. */
const wasOutBy = ({ publish_at, came_out_at }: ReleaseRow, time: string) =>
  (publish_at !== null && publish_at <= time) || (came_out_at !== null && came_out_at <= time)

/** The order in which they come out; of two at one minute the one that was made later is the later one. */
const placeOf = ({ publish_at, created_at, id }: ReleaseRow) => `${publish_at} ${created_at} ${id}`

function beforeIn(out: readonly ReleaseRow[], row: ReleaseRow): ReleaseRow | undefined {
  return out.findLast((one) => placeOf(one) < placeOf(row))
}

/** Is it one that anybody may read by its name? What was withdrawn is not. */
export const isPublic = ({ status }: Release) => status === 'PUBLISHED' || status === 'SUPERSEDED'

/** By name or id. Throws UNKNOWN_RELEASE, word for word the same for one that is not there and for one that is not for the asker. */
export function findRelease(releases: readonly Release[], nameOrId: string): Release {
  const found = releases.find(({ id, name }) => name === nameOrId || id === nameOrId)
  if (found) return found
  throw unknownRelease(
    nameOrId,
    findNearest(
      nameOrId,
      releases.map(({ name }) => name),
    ),
  )
}

export function unknownRelease(release: string, nearest: readonly string[] = []): QuestionError {
  const hint = didYouMean(nearest)
  return new QuestionError('UNKNOWN_RELEASE', {
    ...fill(REFUSALS.UNKNOWN_RELEASE, { release, hintZh: hint.zh || '。', hintEn: hint.en || '.' }),
    facts: { release, nearest },
  })
}

/** The one that was current at a time, ISO date-time. Null: none was. */
export async function releaseAt(db: Connection, institution: string, at: string): Promise<Release | null> {
  const rows = (await selectReleases(db, [institution])).map((row) => ({
    ...row,
    came_out_at: null,
    withdrawn_at: row.withdrawn_at !== null && row.withdrawn_at > at ? null : row.withdrawn_at,
  }))
  return toReleases(rows, at).find(({ status }) => status === 'PUBLISHED') ?? null
}
