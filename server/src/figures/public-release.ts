import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { refusal } from '../access/refuse.ts'
import { maySeeExact, type Viewer } from '../access/viewer.ts'
import { QuestionError } from '../ground/question-error.ts'
import type { Causeway } from './causeway.ts'
import { toInstant } from './instant.ts'
import { badAsOf } from './moment.ts'
import { clock } from './releases/release-clock.ts'
import {
  findRelease,
  isPublic,
  LIVE,
  listReleases,
  releaseAt,
  unknownRelease,
  type Release,
} from './releases/release.ts'
import REFUSALS from './refusals.json' with { type: 'json' }
import { requireInstitution } from '../records/institutions.ts'

/**
 * The release whose public figures, as they were stored, answer a question; null: what is live does, or what is counted anew.
 * @throws QuestionError UNKNOWN_RELEASE, NOTHING_RELEASED, RELEASE_AND_AS_OF, BAD_AS_OF, UNAUTHENTICATED, FORBIDDEN
 */
export async function publicRelease(
  causeway: Causeway,
  viewer: Viewer,
  { institution, release, asOf, profile }: Pick<SeriesRequest, 'institution' | 'release' | 'asOf' | 'profile'>,
): Promise<Release | null> {
  const { database, publicReading, publicReleases = false } = causeway
  const exact = maySeeExact(viewer, institution)
  const asks = (release != null && release !== LIVE) || asOf != null
  if (causeway.moment || (exact && (profile !== 'PUBLIC' || !asks))) return null
  if (!exact && !publicReading) throw refusal(viewer)
  if (!exact && profile === 'EXACT') throw refusal(viewer)
  if (!exact && publicReleases && release === LIVE) throw unknownRelease(release)
  if (!asks && !publicReleases) return null
  if (release != null && asOf != null) throw new QuestionError('RELEASE_AND_AS_OF', REFUSALS.RELEASE_AND_AS_OF)
  const releases = await listReleases(database, institution)
  if (releases.length === 0) await requireInstitution(database, institution)
  if (release != null) return findRelease(exact ? releases : releases.filter(isPublic), release)
  const found =
    asOf == null
      ? (currentOf(causeway, institution) ?? releases.find(({ status }) => status === 'PUBLISHED'))
      : await releaseAt(database.quick, institution, earlier(toTime(asOf, causeway), clock()))
  if (!found) throw nothingReleased()
  return found
}

export const nothingReleased = (): QuestionError => new QuestionError('NOTHING_RELEASED', REFUSALS.NOTHING_RELEASED)

export const isNothingReleased = (error: unknown): error is QuestionError =>
  error instanceof QuestionError && error.code === 'NOTHING_RELEASED'

const currentOf = ({ current }: Causeway, institution: string) =>
  current?.institution === institution ? current : null

const earlier = (a: string, b: string) => (a < b ? a : b)

function toTime(asOf: string, { timeZone }: Causeway): string {
  const instant = toInstant(asOf, timeZone)
  if (instant === null) throw badAsOf(asOf)
  return instant.to
}
