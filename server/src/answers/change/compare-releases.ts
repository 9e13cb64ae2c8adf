import { requireExact } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { findRelease, LIVE, listReleases } from '../../figures/releases/release.ts'
import { kept } from '../../ground/kept.ts'
import { compareMoments, type MomentComparison } from './compare-moments.ts'

export interface ReleaseComparison {
  /** Of the second release: why it is another one; null: it says nothing. */
  note: string | null
  /** Wholes, or categories of a dimension; counted once. */
  compare: (by: string | null) => Promise<MomentComparison>
}

/**
 * Two releases of an institution, each at its year; one of them may be `live`, at the year of the other.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_RELEASE
 */
export async function compareReleases(
  causeway: Causeway,
  viewer: Viewer,
  { institution, from, to }: { institution: string; from: string; to: string },
): Promise<ReleaseComparison> {
  requireExact(viewer, institution)
  const releases = await listReleases(causeway.database, institution)
  const [was, is] = [from, to].map((name) => (name === LIVE ? null : findRelease(releases, name)))
  const { year } = was ?? is ?? findRelease(releases, LIVE)
  const ends = {
    from: { year: was?.year ?? year, release: was?.id ?? null },
    to: { year: is?.year ?? year, release: is?.id ?? null },
  }
  const made = new Map<string, Promise<MomentComparison>>()
  return {
    note: is?.note ?? null,
    compare: (by) => kept(made, by ?? '', () => compareMoments(causeway, viewer, { institution, ...ends, by })),
  }
}
