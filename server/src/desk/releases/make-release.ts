import { randomBytes } from 'node:crypto'
import { BETWEEN_SENTENCES, fill, joinWords } from '@causeway/shared/words/words'
import { requireRight } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import { readReported, readOpeningYear } from '../../answers/unreported/reported-years.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { checkYears } from '../../figures/check-request.ts'
import { toInstant } from '../../figures/instant.ts'
import { badAsOf } from '../../figures/moment.ts'
import { clock } from '../../figures/releases/release-clock.ts'
import { keepRelease, type ReleasedText } from '../../figures/releases/released-text.ts'
import {
  changeRelease,
  findRelease,
  listReleases,
  listReleasesIn,
  LIVE,
  timeAfter,
  type Release,
} from '../../figures/releases/release.ts'
import { readStandingNow, type Standing } from '../../figures/standing.ts'
import { momentWords } from '../../ground/downloads.ts'
import { DatabaseBusy, type Connection, type Database } from '../../ground/database/database.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { raiseRevisions } from '../../records/commit.ts'
import { lockInstitutions, requireInstitution } from '../../records/institutions.ts'
import { listBlockers } from './checklist.ts'
import { countReleased } from './count-released.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

export interface NewRelease {
  institution: string
  name: string
  /** The opening year where omitted. */
  year?: number | null
  /** The reason that the page shows where it supersedes another. */
  note?: string | null
  /** In place of the draft of this name, which keeps its year and note where none are given. */
  again?: boolean | null
}

/** When a release was made and came out, ISO date-times. */
export interface ReleaseTimes {
  madeAt: string
  cameOutAt: string
}

const LONGEST_NAME = 60
const LONGEST_TEXT = 1_000
const MOST_TRIES = 5

/**
 * Freezes what the public sees of an institution as it is: all of it is counted and stored, in one transaction with the release. Nobody
 * sees it before it is published.
 * @param past of an invented college: it came out then. Absent: it is made now, and a draft
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_INSTITUTION, BAD_RELEASE_NAME, RELEASE_EXISTS, NO_DRAFT_TO_MAKE_AGAIN,
 *   NOTHING_TO_RELEASE
 */
export async function createRelease(
  causeway: Causeway,
  viewer: Viewer,
  asked: NewRelease,
  past?: ReleaseTimes,
): Promise<Release> {
  const { institution } = asked
  requireRight(viewer, 'releases', institution)
  const { database } = causeway
  const home = await requireInstitution(database, institution)
  const name = checkName(asked.name)
  const again = asked.again ?? false
  const draft = draftOf(await listReleases(database, institution), name, again)
  const note = checkText(asked.note) ?? draft?.note ?? null
  const year = asked.year ?? draft?.year ?? (await readOpeningYear(database, home))
  if (year !== null) checkYears({ from: year, to: year })
  if (year === null || (await readReported(database, institution, year)).records === 0)
    throw new QuestionError('NOTHING_TO_RELEASE', fill(REFUSALS.NOTHING_TO_RELEASE, { year: year ?? '—' }))
  const { standing, texts } = await countAll(causeway, institution)
  const id = `r-${randomBytes(6).toString('hex')}`
  await changing(database, institution, async (db) => {
    const releases = await listReleasesIn(db, institution)
    const before = draftOf(releases, name, again)
    const row = {
      ...{ institution, id, name, year, revision: standing.revision, note },
      ...{ created_at: past?.madeAt ?? timeAfter(releases), created_by: viewer.token ?? null, published_by: null },
      ...{ publish_at: past?.cameOutAt ?? null, came_out_at: past?.cameOutAt ?? null },
      ...{ withdrawn_at: null, withdrawn_by: null, reason: null },
    }
    await keepRelease(db, row, texts, before)
  })
  return findRelease(await listReleases(database, institution), id)
}

/** An import meanwhile is not in it: where one came, all is counted again. */
async function countAll(
  causeway: Causeway,
  institution: string,
): Promise<{ standing: Standing; texts: ReleasedText[] }> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const standing = (await readStandingNow(causeway.database, institution))!
    const texts = await countReleased(causeway, standing)
    if (texts !== null) return { standing, texts }
  }
  throw new DatabaseBusy()
}

function checkName(given: string): string {
  const name = given.normalize('NFKC').trim()
  const isFit = name.length > 0 && name.length <= LONGEST_NAME && !/[\p{Cc}/\\?#]|^r-[0-9a-f]{12}$/u.test(name)
  if (isFit && name.toLowerCase() !== LIVE) return name
  throw new QuestionError('BAD_RELEASE_NAME', fill(REFUSALS.BAD_RELEASE_NAME, { most: LONGEST_NAME }))
}

function checkText(given: string | null | undefined): string | null {
  const text = given?.trim() || null
  if (text === null || text.length <= LONGEST_TEXT) return text
  throw new QuestionError('TEXT_TOO_LONG', fill(REFUSALS.RELEASE_TEXT_TOO_LONG, { most: LONGEST_TEXT }))
}

/** The draft that is made again; null: the name is free, and wanted so. */
function draftOf(releases: readonly Release[], name: string, again: boolean): Release | null {
  const found = releases.find((one) => one.name === name)
  if (again && found?.status === 'DRAFT') return found
  if (!again && !found) return null
  const code = again ? 'NO_DRAFT_TO_MAKE_AGAIN' : 'RELEASE_EXISTS'
  throw new QuestionError(code, { ...fill(REFUSALS[code], { name }), facts: { release: name } })
}

/** One change of the releases of an institution, which comes to a new revision by it. */
async function changing(
  database: Database,
  institution: string,
  change: (db: Connection) => Promise<void>,
): Promise<void> {
  await database.write(async (db) => {
    const { revision, dataDate } = (await lockInstitutions(db, database.kind, [institution])).get(institution)!
    await change(db)
    const same = { before: dataDate, after: dataDate }
    await raiseRevisions(db, [{ institution, revision: revision + 1, types: [], dataDate: same, at: clock() }])
  })
}

export interface ChosenRelease {
  institution: string
  /** By name or id. */
  release: string
}

/**
 * Makes a release public, at once or at a minute: a time by the clock of the college, or with an offset. The one that is current is
 * superseded by it then.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_RELEASE, ALREADY_PUBLISHED, RELEASE_WITHDRAWN, RELEASE_BLOCKED, BAD_AS_OF,
 *   EMBARGO_PAST
 */
export async function publishRelease(
  causeway: Causeway,
  viewer: Viewer,
  { institution, release, at }: ChosenRelease & { at?: string | null },
): Promise<Release> {
  requireRight(viewer, 'releases', institution)
  const { database } = causeway
  const publish_at = at == null ? null : minuteOf(causeway, at)
  await refuseBlocked(causeway, viewer, findRelease(await listReleases(database, institution), release))
  let id = ''
  await changing(database, institution, async (db) => {
    const releases = await listReleasesIn(db, institution)
    const found = findRelease(releases, release)
    const { name, status } = found
    if (status === 'WITHDRAWN') throw new QuestionError('RELEASE_WITHDRAWN', fill(REFUSALS.RELEASE_WITHDRAWN, { name }))
    if (status !== 'DRAFT' && status !== 'SCHEDULED')
      throw new QuestionError('ALREADY_PUBLISHED', fill(REFUSALS.ALREADY_PUBLISHED, { name }))
    const now = timeAfter(releases)
    const published_by = viewer.token ?? null
    await changeRelease(db, found, {
      publish_at: publish_at ?? now,
      published_by,
      came_out_at: publish_at ? null : now,
    })
    id = found.id
  })
  return findRelease(await listReleases(database, institution), id)
}

async function refuseBlocked(causeway: Causeway, viewer: Viewer, release: Release): Promise<void> {
  if (release.status !== 'DRAFT' && release.status !== 'SCHEDULED') return
  const blockers = await listBlockers(causeway, viewer, release)
  if (blockers.length === 0) return
  const { name } = release
  const { zh, en } = joinWords(
    blockers.map(({ words }) => words),
    BETWEEN_SENTENCES,
  )
  throw new QuestionError('RELEASE_BLOCKED', {
    ...fill(REFUSALS.RELEASE_BLOCKED, { name, zh, en }),
    facts: { release: name, blockers: blockers.map(({ code }) => code) },
  })
}

function minuteOf(causeway: Causeway, at: string): string {
  const instant = toInstant(at, causeway.timeZone)
  if (instant === null) throw badAsOf(at)
  const now = clock()
  if (instant.from > now) return instant.from
  throw new QuestionError('EMBARGO_PAST', {
    ...fill(REFUSALS.EMBARGO_PAST, { at, now: momentWords(now, causeway) }),
    facts: { at, now },
  })
}

/**
 * Calls back a release that waits for its minute: it is a draft again.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_RELEASE, NOT_SCHEDULED
 */
export async function recallRelease(
  causeway: Causeway,
  viewer: Viewer,
  { institution, release }: ChosenRelease,
): Promise<Release> {
  requireRight(viewer, 'releases', institution)
  const { database } = causeway
  let id = ''
  await changing(database, institution, async (db) => {
    const found = findRelease(await listReleasesIn(db, institution), release)
    if (found.status !== 'SCHEDULED')
      throw new QuestionError('NOT_SCHEDULED', fill(REFUSALS.NOT_SCHEDULED, { name: found.name }))
    await changeRelease(db, found, { publish_at: null, published_by: null })
    id = found.id
  })
  return findRelease(await listReleases(database, institution), id)
}

/**
 * Takes a release back, for good: nobody reads it by its name any more, and the one before it is current again.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_RELEASE, RELEASE_WITHDRAWN, REASON_MISSING
 */
export async function withdrawRelease(
  causeway: Causeway,
  viewer: Viewer,
  { institution, release, reason: given }: ChosenRelease & { reason: string },
): Promise<Release> {
  requireRight(viewer, 'releases', institution)
  const { database } = causeway
  const reason = checkText(given)
  if (reason === null) throw new QuestionError('REASON_MISSING', REFUSALS.RELEASE_REASON_MISSING)
  let id = ''
  await changing(database, institution, async (db) => {
    const releases = await listReleasesIn(db, institution)
    const found = findRelease(releases, release)
    if (found.status === 'WITHDRAWN')
      throw new QuestionError('RELEASE_WITHDRAWN', fill(REFUSALS.RELEASE_WITHDRAWN, { name: found.name }))
    await changeRelease(db, found, { withdrawn_at: timeAfter(releases), withdrawn_by: viewer.token ?? null, reason })
    id = found.id
  })
  return findRelease(await listReleases(database, institution), id)
}
