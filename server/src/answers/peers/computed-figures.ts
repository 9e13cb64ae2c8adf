import type { Figure } from '@causeway/shared/figure'
import { maySeePublic, type Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readSeries } from '../../figures/read-series.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import type { Rate } from '../../figures/indicators/observe/rate-difference.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { Definition, Difference } from './comparability.ts'
import type { PeerFigure } from './peer-figure.ts'
import type { PeerNames } from './peer-names.ts'
import { selectInstitutionsHolding } from './store.ts'

/** Each is its own series, with what is hidden in it worked out. */
const MOST_COMPUTED = 300

/** Those of the institutions that have records an indicator could be counted from, and whose figures the viewer may ask for. */
export async function holdingRecords(
  { database, publicReading }: Causeway,
  viewer: Viewer,
  { base }: Declaration,
  candidates: ReadonlySet<string> | null,
): Promise<string[]> {
  const types = base.map((it) => (typeof it === 'string' ? it : it.of))
  const holding = await selectInstitutionsHolding(database.quick, [...types, 'nothing-to-report'])
  return holding.filter(
    (code) => (candidates === null || candidates.has(code)) && maySeePublic(publicReading, viewer, code),
  )
}

/**
 * What is counted here for institutions, as the viewer may see it.
 * @throws QuestionError TOO_MANY_INSTITUTIONS
 */
export async function readComputed(
  causeway: Causeway,
  viewer: Viewer,
  declaration: Declaration,
  institutions: readonly string[],
  { basis, scope, year }: Definition & { year: number },
  differences: Difference[],
  names: PeerNames,
): Promise<PeerFigure[]> {
  if (institutions.length > MOST_COMPUTED) throw tooMany(institutions.length)
  const found: PeerFigure[] = []
  for (const institution of institutions) {
    const asked = { indicator: declaration.id, institution, basis, scope, from: year, to: year }
    const [figure] = (await readSeries(causeway, viewer, asked)).figures
    found.push({
      peer: institution,
      ...names.of(institution),
      status: 'COMPUTED',
      value: figure!.value,
      gap: figure!.gap,
      rate: toRate(figure!),
      ...{ basis, scope, edition: null, source: null, page: null },
      differences,
    })
  }
  return found
}

/** Of a proportion of persons whose counts may be seen. */
export function toRate({ interval, numerator, denominator }: Figure): Rate | null {
  return interval?.method === 'wilson' && numerator !== null && denominator !== null
    ? { k: numerator, n: denominator }
    : null
}

function tooMany(count: number): QuestionError {
  return new QuestionError('TOO_MANY_INSTITUTIONS', {
    zh: `有 ${count} 所院校要计算，一次最多 ${MOST_COMPUTED} 所：请用 group 缩小范围，如 region:黑龙江省。`,
    en: `${count} institutions would have to be computed, of at most ${MOST_COMPUTED} at once: name a group, as region:黑龙江省.`,
    facts: { asked: count, limit: MOST_COMPUTED },
  })
}
