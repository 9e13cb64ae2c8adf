import { createHash } from 'node:crypto'
import { kept } from '../ground/kept.ts'
import { once } from '../ground/once.ts'
import type { Nesting } from './disclosure/family.ts'
import type { Sets } from './exact-sets.ts'
import type { PublishedCell } from './forms/published-cells.ts'
import type { Declaration } from './indicators/definition.ts'
import type { PeriodAnswer } from './indicators/observe/rows.ts'
import { allNeeded, followsFromAllYears, isOfGrowing, isSame } from './needed.ts'
import type { Cut, OnBasis } from './public-family.ts'

/** An indicator on a basis, as it was read. */
export interface Source extends OnBasis {
  cuts: readonly Cut[]
  /** Where its answers begin among those that were read. */
  at: number
  nestings: Nesting[]
  given: PublishedCell[]
}

/**
 * Names all that what is hidden of a source in a year follows from. A change that leaves the name as it was, as a partner's does with
 * most counts of learners, hides nothing else.
 */
export function namesOf(indicators: readonly Declaration[], sources: readonly Source[], { standing, answers }: Sets) {
  const { country, schoolYearStart, dataDate } = standing
  const known = new Map<string, string>()
  const nameOf = (source: Source, answersAt: number) =>
    kept(known, `${source.at} ${answersAt}`, () => {
      const { declaration, basis, cuts, nestings, given } = source
      const tables = cuts.map((cut, at) => {
        const answer = answers[source.at + at]![answersAt]!
        const inside = nestings.filter(({ inner }) => inner === cut.by)
        const outers = inside.map(({ outer, outerOf }) => [outer, answer.cells.map((one) => outerOf(one.category!))])
        return [cut, hashOf(answer), outers]
      })
      return hash([declaration.id, declaration.version, basis, given, tables])
    })
  return (source: Source, year: number): string => {
    const needed = allNeeded(indicators, source)
    const isOfAll =
      followsFromAllYears(indicators, source) || needed.some((one) => isOfGrowing(indicators, one.declaration))
    const years = answers[source.at]!.flatMap((answer, at) => (isOfAll || answer.year === year ? [at] : []))
    const tables = needed.map((one) => {
      const read = sources.find((other) => isSame(one, other))!
      return years.map((at) => nameOf(read, at))
    })
    return hash([country, schoolYearStart, dataDate, tables])
  }
}

const hash = (of: unknown): string => createHash('sha256').update(JSON.stringify(of)).digest('base64url')
const hashOf = once((answer: PeriodAnswer) => hash(answer))
