import { setImmediate as nextTurn } from 'node:timers/promises'
import { FIRST_YEAR, type Basis } from '@causeway/shared/period'
import type { Figure } from '@causeway/shared/figure'
import { ANONYMOUS } from '../../access/viewer.ts'
import { assemble } from '../../figures/assemble.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { checkRequest, type Question } from '../../figures/check-request.ts'
import { readSets, type SetKey } from '../../figures/exact-sets.ts'
import { scopesOf, type Declaration, type DimensionId } from '../../figures/indicators/definition.ts'
import type { PeriodAnswer } from '../../figures/indicators/observe/rows.ts'
import { hideSmallCells, publicFigure, readAllTables } from '../../figures/public-series.ts'
import { yearsThatDiffer } from '../../figures/read-series.ts'
import { isOfThings } from '../../figures/settled-tables.ts'
import { yearAlike, type YearsWithRecords } from '../../figures/years-with-records.ts'
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
      const cuts = await countOnBasis(open, standing, declaration, basis)
      if (cuts === null) return null
      texts.push({ indicator: declaration.id, basis, text: JSON.stringify(cuts) })
      // Readers go on.
      await nextTurn()
    }
  return texts
}

interface Asked {
  question: Question
  years: YearsWithRecords
}

/** Every cut of an indicator: their sets and what is hidden of them are read once for all. */
async function countOnBasis(
  open: Causeway,
  standing: Standing,
  declaration: Declaration,
  basis: Basis,
): Promise<StoredCuts | null> {
  const { institution } = standing
  const asked: Asked[] = []
  for (const scope of scopesOf(declaration))
    for (const by of [null, ...(Object.keys(declaration.dimensions) as DimensionId[])]) {
      const request = { indicator: declaration.id, institution, basis, scope, by }
      const ever = checkRequest(open, ANONYMOUS, { ...request, from: FIRST_YEAR, to: FIRST_YEAR })
      const years = await yearsThatDiffer(open, ever, standing)
      const from = Math.max(years.first, years.last - MOST_YEARS)
      asked.push({ question: { ...ever, from, to: years.last }, years })
    }
  const from = Math.min(...asked.map(({ question }) => question.from))
  const { last: to } = asked[0]!.years
  const keys = asked.map(({ question: { scope, by } }): SetKey => ({ declaration, basis, scope, by }))
  const sets = await readSets(open.database, institution, keys, from, to)
  const floor = Math.min(...asked.map(({ years }) => years.first))
  const tables = isOfThings(declaration)
    ? null
    : await readAllTables(open, { declaration, basis, institution, from, to, floor, cut: keys[0]! })
  const cuts: StoredCuts = {}
  for (const [at, one] of asked.entries()) {
    const { question, years } = one
    // Of things nothing is hidden but what a table gives away: each is read alone.
    const hidden = tables ? null : await hideSmallCells(open, question, years)
    const hide: Hide = (figures) =>
      hidden
        ? hidden.hide(figures)
        : figures.map((figure) =>
            publicFigure(question, tables!.tablesOf(yearAlike(years, figure.period.year)), figure),
          )
    if (![sets, hidden ?? tables].every((read) => isOf(standing, read?.standing))) return null
    cuts[cutName(question.scope, question.by)] = toCut(one, standing, sets!.answers[at]!, hide)
  }
  return cuts
}

const isOf = ({ revision, epoch }: Standing, read: Standing | undefined) =>
  read?.revision === revision && read.epoch === epoch

type Hide = (figures: Figure[]) => Figure[]

/** Of no record: a category that no table has. */
const NO_CATEGORY = '\u0000'

function toCut({ question, years }: Asked, standing: Standing, all: PeriodAnswer[], hide: Hide): StoredCut {
  const { by, from } = question
  const answers = all.filter(({ year }) => year >= from)
  const byYear = Map.groupBy(assemble(question, standing, answers), ({ period }) => period.year)
  const store = (figures: Figure[]) => hide(figures).map(({ period: _, ...figure }): StoredFigure => figure)
  const stored = answers.map(({ year, cells, whole, absent }): StoredCut['years'][number] => {
    const own = byYear.get(year)!
    const [{ period }] = own as [Figure]
    const keys = by === null ? [] : cells.flatMap(({ category }) => category ?? [])
    const [alone] = store([by === null ? own[0]! : { period, ...((keys.length === 0 && whole) || absent) }])
    return {
      figures: by === null ? [] : store(own).filter(({ category }) => category !== null),
      keys,
      whole: alone!,
      absent: by === null ? alone! : store([{ period, ...absent, category: NO_CATEGORY }])[0]!,
    }
  })
  return { first: from, last: years.last, isCutOff: from > years.first, years: stored }
}
