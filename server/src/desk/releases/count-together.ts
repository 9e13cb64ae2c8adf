import { FIRST_YEAR } from '@causeway/shared/period'
import type { Figure } from '@causeway/shared/figure'
import type { Causeway } from '../../figures/causeway.ts'
import type { FigureTable } from '../../figures/disclosure/family.ts'
import type { Cell, PeriodAnswer } from '../../figures/indicators/observe/rows.ts'
import { cutsOf, type Cut, type OnBasis } from '../../figures/public-family.ts'
import { isOfThingsInPersons, isRoundedIn } from '../../figures/needed.ts'
import { publicFigure, readTogether } from '../../figures/public-series.ts'
import { yearsThatDiffer } from '../../figures/read-series.ts'
import {
  cutName,
  toStored,
  toStoredAnswer,
  type StoredAnswer,
  writeCuts,
  type StoredCut,
  type StoredCuts,
  type StoredYear,
} from '../../figures/releases/released-cut.ts'
import { packReleased, type ReleasedText } from '../../figures/releases/released-text.ts'
import { writeExact } from '../../figures/released-exact.ts'
import { readEarlier } from '../../figures/earlier-tables.ts'
import type { Release } from '../../figures/releases/release.ts'
import { giveWay } from '../../ground/under-way.ts'
import type { Standing } from '../../figures/standing.ts'
import type { YearsWithRecords } from '../../figures/years-with-records.ts'
import { readOnce } from '../../figures/read-once.ts'

/** Years that a release has at most; of those before it says that it has none. */
const MOST_YEARS = 50

/** A cut of an indicator, and the years that it is stored of. */
interface StoredOf extends YearsWithRecords {
  cut: Cut
  from: number
}

/**
 * Indicators that hide by each other: their records are read once for all their cuts.
 * @param before releases that anybody could read, in the order in which they came out
 */
export async function countTogether(
  open: Causeway,
  standing: Standing,
  some: readonly OnBasis[],
  before: readonly Release[],
): Promise<ReleasedText[] | null> {
  const wanted = await Promise.all(
    some.map(async (one) => ({ ...one, cuts: cutsOf(one), stored: await storedOf(open, standing, one) })),
  )
  const every = wanted.flatMap(({ stored }) => stored)
  const from = Math.min(...every.map((one) => one.from))
  const floor = Math.min(...every.map(({ first }) => first))
  const asked = { institution: standing.institution, from, to: every[0]!.last, floor }
  const read = await readTogether(open, asked, wanted, {
    ...readOnce(open, standing),
    earlier: (sources, sets) => readEarlier(open.database, before, sources, sets),
  })
  if (!read) return null
  let at = 0
  const texts: ReleasedText[] = []
  for (const [place, { declaration, basis, stored }] of wanted.entries()) {
    const rounded = isRoundedIn(open, declaration) ? { isRounded: true as const } : {}
    const shown: StoredCuts = {}
    const exact: StoredCuts<StoredAnswer> = {}
    const storesPersons = isOfThingsInPersons(declaration)
    const storeExact = (answer: PeriodAnswer): StoredAnswer => ({
      ...toStoredAnswer(answer),
      ...(storesPersons && answer.persons && { persons: answer.persons }),
    })
    for (const [index, one] of stored.entries()) {
      const name = cutName(one.cut.scope, one.cut.by)
      const answers = read.answers[at++]!.filter(({ year }) => year >= one.from && year <= one.last)
      shown[name] = {
        ...rounded,
        ...toCut(one, answers, (answer) => toYear(one.cut, answer, read.shownOf(place, answer.year)[index]!)),
      }
      exact[name] = toCut(one, answers, storeExact)
      await giveWay()
    }
    const written = { figures: writeCuts(shown), exact: writeExact(declaration, exact) }
    texts.push(await packReleased({ indicator: declaration.id, basis, ...written }))
  }
  return texts
}

async function storedOf(open: Causeway, standing: Standing, one: OnBasis): Promise<StoredOf[]> {
  const question = { ...one, profile: 'PUBLIC' as const, across: null, filters: [], from: FIRST_YEAR }
  const [usual, byBloc] = [
    await yearsThatDiffer(open, { ...question, by: null }, standing),
    await yearsThatDiffer(open, { ...question, by: 'bloc' }, standing),
  ]
  return cutsOf(one).map((cut) => {
    const years = cut.by === 'bloc' ? byBloc : usual
    return { ...years, cut, from: Math.max(years.first, years.last - MOST_YEARS) }
  })
}

function toCut<Year>(
  { from, first, last }: StoredOf,
  answers: readonly PeriodAnswer[],
  store: (answer: PeriodAnswer) => Year,
): StoredCut<Year> {
  return { first: from, last, isCutOff: from > first, years: answers.map(store) }
}

/** Of no record: a category that no table has. */
const NO_CATEGORY = '\u0000'

function toYear(cut: Cut, { cells, uncounted, absent }: PeriodAnswer, table: FigureTable): StoredYear {
  const [first] = table.figures as [Figure]
  const { period } = first
  const isWhole = first.category === null
  const store = (cell: Cell) => toStored(publicFigure({ ...cut, filters: [] }, [table], { period, ...cell }))
  const occurring = new Set(cells.map(({ category }) => category))
  return {
    figures: isWhole ? [] : table.figures.map(toStored),
    besides: uncounted.filter(({ category }) => !occurring.has(category)).map(store),
    absent: cut.by === null ? {} : store({ ...absent, category: NO_CATEGORY }),
    whole: isWhole ? toStored(first) : {},
  }
}
