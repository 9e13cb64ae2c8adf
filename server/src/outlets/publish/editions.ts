import { fill, type Words } from '@causeway/shared/words/words'
import type { Causeway } from '../../figures/causeway.ts'
import { causewayAt } from '../../figures/causeway-then.ts'
import { momentOf } from '../../figures/moment.ts'
import {
  findRelease,
  isPublic,
  listReleases,
  LIVE,
  releaseWords,
  type Release,
} from '../../figures/releases/release.ts'
import { momentWords } from '../../ground/downloads.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { requireInstitution } from '../../records/institutions.ts'
import { FileNames } from './folder-page.ts'
import type { Site } from './write-site.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

export interface AskedEditions {
  /** Code of the institution whose public figures are written. */
  institution: string
  /** A release by name or id, or `live`. */
  release: string
  /** With those that came out before it beside it, and what changed from one to the next. */
  earlier?: boolean
}

/** What a folder has a site of: a release, or what is live. */
export interface Edition extends Omit<Site, 'beside'> {
  /** Null: what is live. */
  release: Release | null
  /** Before the names of its files: `earlier/2023/`; empty: it is what the folder opens with. */
  place: string
}

/**
 * The sites of a folder: what is asked for, and, where they are asked for too, the releases that came out before it, the latest first.
 * @throws QuestionError UNKNOWN_INSTITUTION, UNKNOWN_RELEASE, RELEASE_WITHDRAWN, NO_RECORDS
 */
export async function listEditions(
  causeway: Causeway,
  { institution: code, release: asked, earlier = false }: AskedEditions,
): Promise<[Edition, ...Edition[]]> {
  const institution = await requireInstitution(causeway.database, code)
  const releases = await listReleases(causeway.database, code)
  const live = asked === LIVE
  const shown = live ? null : findRelease(releases, asked)
  if (shown?.status === 'WITHDRAWN')
    throw new QuestionError('RELEASE_WITHDRAWN', fill(REFUSALS.RELEASE_WITHDRAWN, shown))
  const names = new FileNames()
  const before = releases.filter((one) => isPublic(one) && one.id !== shown?.id && isBefore(one, shown)).toReversed()
  // Anyone who publishes has decided that the public may read, also where the server itself is closed to it.
  const open = { ...causeway, publicReading: true, publicReleases: false }
  const first: Edition = shown
    ? { ...(await editionOf(causeway, shown)), place: '' }
    : { served: open, causeway: open, institution, release: null, place: '' }
  if (first.institution.dataDate === null)
    throw new QuestionError('NO_RECORDS', {
      ...fill(REFUSALS.NO_RECORDS, { nameZh: institution.name.zh, nameEn: institution.name.en }),
      facts: { institution: code },
    })
  const editions: [Edition, ...Edition[]] = [first]
  for (const release of earlier ? before : []) {
    const place = `${names.of('earlier', release.name).replace(/\.html$/, '')}/`
    editions.push({ ...(await editionOf(causeway, release)), place })
  }
  return editions
}

/** One that is no draft came out before one that is. */
const isBefore = (one: Release, shown: Release | null) =>
  shown?.publishedAt == null || one.publishedAt! <= shown.publishedAt

async function editionOf(causeway: Causeway, release: Release): Promise<Omit<Edition, 'place'>> {
  const then = await causewayAt(causeway, await momentOf(causeway.database, release))
  return {
    served: { ...causeway, publicReading: true, publicReleases: true, current: release },
    causeway: { ...then, publicReading: true, released: release },
    institution: await requireInstitution(then.database, release.institution),
    release,
  }
}

/** Of a release that the public may not read yet; null: it may. A folder goes where it is carried, whatever the clock says. */
export function notOutWords({ name, status, publishedAt }: Release, clock: Pick<Causeway, 'timeZone'>): Words | null {
  if (status === 'DRAFT') return fill(REFUSALS.NOT_OUT, { name })
  return status === 'SCHEDULED' ? fill(REFUSALS.OUT_LATER, { name, at: momentWords(publishedAt!, clock) }) : null
}

/** `Release 2023`. */
export function editionWords({ release }: Pick<Edition, 'release'>): Words {
  return release ? releaseWords(release) : LIVE_WORDS
}

const LIVE_WORDS: Words = { zh: '动态数据', en: 'Live data' }
