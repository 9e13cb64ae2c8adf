import type { Basis } from '@causeway/shared/period'
import { ANONYMOUS } from '@causeway/server/access/viewer'
import type { Database } from '@causeway/server/ground/database/database'
import { readSeries } from '@causeway/server/figures/read-series'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'

/** By category what the public sees of the value, the numerator and the denominator of a year. */
export async function seenByPublic(
  database: Database,
  indicator: string,
  by: string | null,
  years: number[],
  basis?: Basis,
) {
  const causeway = { database, indicators: CATALOGUE, publicReading: true }
  const [from, to] = [Math.min(...years), Math.max(...years)]
  const { figures } = await readSeries(causeway, ANONYMOUS, { indicator, institution: 'X', basis, from, to, by })
  return figures.map((it) => ({
    key: `${it.period.year} ${it.category ?? 'total'}`,
    value: it.value,
    over: it.numerator,
    under: it.denominator,
  }))
}
