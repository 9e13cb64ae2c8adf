import { toDay } from '@causeway/shared/day'
import { openingYears, windowAround } from '@causeway/shared/opening-years'
import { UNKNOWN } from '@causeway/shared/unknown'
import { ANONYMOUS } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readSeries } from '../../figures/read-series.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import { readOpeningYear } from '../../answers/unreported/reported-years.ts'

/** The breakdowns of an institution that have any public figure in the years that pages show, as `indicator?by=dimension`. `through`: goes through the indicators, and may stop the work. */
export async function readPublicBreakdowns(
  causeway: Causeway,
  institution: InstitutionFacts,
  through: <T>(pieces: readonly T[]) => AsyncIterable<T>,
): Promise<Set<string>> {
  const opening = await readOpeningYear(causeway.database, institution)
  const { last, newest } = openingYears({ ...institution, dataDay: toDay(institution.dataDate!) }, opening!)
  const years = windowAround(newest, last)
  const found = new Set<string>()
  for await (const { id, dimensions } of through(causeway.indicators))
    for (const by of Object.keys(dimensions)) {
      const request = { indicator: id, institution: institution.code, ...years, by }
      const { figures } = await readSeries({ ...causeway, publicReading: true }, ANONYMOUS, request)
      // A hidden one is a figure too: its page says that it is hidden. Where no record names a category, all is of an unknown one.
      if (figures.some(({ category, value, gap }) => category !== UNKNOWN && (value !== null || gap === 'SUPPRESSED')))
        found.add(breakdownName(id, by))
    }
  return found
}

export function breakdownName(indicator: string, by: string): string {
  return `${indicator}?by=${by}`
}
