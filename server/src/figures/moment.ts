import { fill } from '@causeway/shared/words/words'
import { maySeeExact, type Viewer } from '../access/viewer.ts'
import { refusal } from '../access/refuse.ts'
import { momentWords } from '../ground/downloads.ts'
import { QuestionError } from '../ground/question-error.ts'
import type { SystemTables } from '../ground/database/tables.ts'
import { unknownInstitution } from '../records/institutions.ts'
import { TEXT_NAMES, type TextHashes } from '../records/note-revisions.ts'
import type { Connection, Database } from '../ground/database/database.ts'
import { toInstant } from './instant.ts'
import { findRelease, listReleases, LIVE, type Release } from './releases/release.ts'
import REFUSALS from './refusals.json' with { type: 'json' }
import type { Then } from '../ground/database/database-then.ts'

/** What a question may say of the time that it is about: one of them; neither is what is live. */
export interface AskedMoment {
  /** A release by name or id, or `live`. */
  release?: string | null
  /** A time: as the last revision was that is not later. */
  asOf?: string | null
}

/** What moments are read of. */
interface Clocked {
  database: Database
  timeZone?: string
}

/** An institution at one of its revisions, with everything that its answers rested on then. */
export interface Moment extends Then {
  /** Another after a restore: revisions of one say nothing of those of another. */
  epoch: string
  /** By hash: the definitions, own indicators and fields, forms, countries and blocs of then. */
  texts: TextHashes
}

/**
 * The moment that a question is about; null: it is about what is live.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_INSTITUTION, RELEASE_AND_AS_OF, UNKNOWN_RELEASE, BAD_AS_OF, AS_OF_IN_FUTURE,
 *   BEFORE_FIRST_REVISION
 */
export async function readMoment(
  causeway: Clocked,
  viewer: Viewer,
  { institution, release, asOf }: { institution: string } & AskedMoment,
): Promise<Moment | null> {
  const asked = [...(release == null || release === LIVE ? [] : ['release']), ...(asOf == null ? [] : ['asOf'])]
  if (asked.length === 0) return null
  if (!maySeeExact(viewer, institution)) throw refusal(viewer, asked)
  if (release != null && asOf != null) throw new QuestionError('RELEASE_AND_AS_OF', REFUSALS.RELEASE_AND_AS_OF)
  if (asOf != null) return momentAsOf(causeway, institution, asOf)
  const found = findRelease(await listReleases(causeway.database, institution), release!)
  return { ...(await momentOf(causeway.database, found)), release: found.id }
}

/** The revision that a release is of. */
export async function momentOf(
  { quick }: Database,
  {
    institution,
    revision,
    id: release = null,
    name: releaseName,
  }: Pick<Release, 'institution' | 'revision'> & {
    id?: string | null
    name?: string
  },
): Promise<Moment> {
  const found = await selectOf(quick, institution).where('revision.revision', '=', revision).executeTakeFirst()
  if (!found) throw new Error(`revision ${revision} of ${institution} was never written down`)
  return { ...toMoment(found), release, releaseName }
}

async function momentAsOf(causeway: Clocked, institution: string, asOf: string): Promise<Moment> {
  const instant = toInstant(asOf, causeway.timeZone)
  if (instant === null) throw badAsOf(asOf)
  const { quick } = causeway.database
  const own = selectOf(quick, institution)
  const last = await own.orderBy('revision.revision', 'desc').limit(1).executeTakeFirst()
  if (!last) throw await unknownInstitution(causeway.database, institution)
  const now = new Date().toISOString()
  if (instant.from > now && instant.from > last.at)
    throw new QuestionError('AS_OF_IN_FUTURE', {
      ...fill(REFUSALS.AS_OF_IN_FUTURE, { asOf, now: momentWords(now, causeway) }),
      facts: { asOf, now },
    })
  const found =
    last.at <= instant.to
      ? last
      : await own.where('at', '<=', instant.to).orderBy('revision.revision', 'desc').limit(1).executeTakeFirst()
  if (found) return toMoment(found)
  const first = await own.orderBy('revision.revision').limit(1).executeTakeFirstOrThrow()
  throw new QuestionError('BEFORE_FIRST_REVISION', {
    ...fill(REFUSALS.BEFORE_FIRST_REVISION, { asOf, first: momentWords(first.at, causeway) }),
    facts: { asOf, first: first.at },
  })
}

export const badAsOf = (asOf: string): QuestionError =>
  new QuestionError('BAD_AS_OF', { ...fill(REFUSALS.BAD_AS_OF, { asOf }), facts: { asOf } })

function selectOf(db: Connection, institution: string) {
  return db
    .selectFrom('revision')
    .innerJoin('institution_state as state', 'state.institution', 'revision.institution')
    .selectAll('revision')
    .select('state.epoch')
    .where('revision.institution', '=', institution)
}

type Known = SystemTables['revision'] & { epoch: string }

function toMoment({ institution, revision, epoch, at, data_date, ...texts }: Known): Moment {
  const hashes = Object.fromEntries(TEXT_NAMES.map((name) => [name, texts[name]])) as TextHashes
  return { institution, revision, epoch, at, dataDate: data_date, release: null, texts: hashes }
}
