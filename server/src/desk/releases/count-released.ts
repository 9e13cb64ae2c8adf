import { setImmediate as nextTurn } from 'node:timers/promises'
import { FIRST_YEAR, type Basis } from '@causeway/shared/period'
import type { Figure } from '@causeway/shared/figure'
import { ANONYMOUS } from '../../access/viewer.ts'
import { assemble } from '../../figures/assemble.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { checkRequest } from '../../figures/check-request.ts'
import { scopesOf, type Declaration, type DimensionId } from '../../figures/indicators/definition.ts'
import { readAnswers, yearsThatDiffer } from '../../figures/read-series.ts'
import { cutName, type StoredCut, type StoredCuts, type StoredFigure } from '../../figures/released-series.ts'
import type { ReleasedText } from '../../figures/releases/released-text.ts'
import type { Standing } from '../../figures/standing.ts'

/** Years that a release has at most; of those before it says that it has none. */
const MOST_YEARS = 50

/** Everything that the public can ask of an institution, counted and hidden at one revision. Null: another one came meanwhile. */
export async function countReleased(causeway: Causeway, standing: Standing): Promise<ReleasedText[] | null> {
  const open = { ...causeway, publicReading: true }
  const texts: ReleasedText[] = []
  for (const declaration of causeway.indicators)
    for (const basis of declaration.bases) {
      const cuts: StoredCuts = {}
      for (const scope of scopesOf(declaration))
        for (const by of [null, ...(Object.keys(declaration.dimensions) as DimensionId[])]) {
          const cut = await countCut(open, standing, { declaration, basis, scope, by })
          if (cut === null) return null
          cuts[cutName(scope ?? declaration.scope?.default ?? null, by)] = cut
        }
      texts.push({ indicator: declaration.id, basis, text: JSON.stringify(cuts) })
      // Readers go on.
      await nextTurn()
    }
  return texts
}

const NO_CATEGORY = '\u0000'

interface Cut {
  declaration: Declaration
  basis: Basis
  scope: ReturnType<typeof scopesOf>[number]
  by: DimensionId | null
}

async function countCut(open: Causeway, standing: Standing, { declaration, basis, scope, by }: Cut) {
  const asked = { indicator: declaration.id, institution: standing.institution, basis, scope, by }
  const ever = checkRequest(open, ANONYMOUS, { ...asked, from: FIRST_YEAR, to: FIRST_YEAR })
  const years = await yearsThatDiffer(open, ever, standing)
  const first = Math.max(years.first, years.last - MOST_YEARS)
  const question = { ...ever, from: first, to: years.last }
  const read = await readAnswers(open, question)
  if (read.standing.revision !== standing.revision || read.standing.epoch !== standing.epoch) return null
  const hide = (figures: Figure[]) => read.hidden!(figures).map(({ period: _, ...figure }): StoredFigure => figure)
  const all = assemble(question, read.standing, read.answers)
  const byYear = Map.groupBy(all, ({ period }) => period.year)
  const cut: StoredCut = { first, last: years.last, isCutOff: first > years.first, years: [] }
  for (const { year, cells, whole, absent } of read.answers) {
    const own = byYear.get(year)!
    const [{ period }] = own as [Figure]
    const keys = by === null ? [] : cells.flatMap(({ category }) => category ?? [])
    const [alone] = hide([by === null ? own[0]! : { period, ...((keys.length === 0 && whole) || absent) }])
    cut.years.push({
      figures: by === null ? [] : hide(own).filter(({ category }) => category !== null),
      keys,
      whole: alone!,
      // Of a category that no table has.
      absent: by === null ? alone! : hide([{ period, ...absent, category: NO_CATEGORY }])[0]!,
    })
  }
  return cut
}
