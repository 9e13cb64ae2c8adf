import type { Basis } from '@causeway/shared/period'
import { OPERATOR } from '@causeway/server/access/viewer'
import type { Database } from '@causeway/server/ground/database/database'
import { readSeries } from '@causeway/server/figures/read-series'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'

/** By category what is left for the public, whether it may ask for it or not, of the value, the numerator and the denominator of a year. */
export async function seenByPublic(
  database: Database,
  indicator: string,
  by: string | null,
  years: number[],
  basis?: Basis,
) {
  const causeway = { database, indicators: CATALOGUE, publicReading: true }
  const [from, to] = [Math.min(...years), Math.max(...years)]
  const { figures } = await readSeries(causeway, OPERATOR, {
    ...{ indicator, institution: 'X', basis, from, to, by, profile: 'PUBLIC' },
  })
  return figures.map((it) => ({
    key: `${it.period.year} ${it.category ?? 'total'}`,
    value: it.value,
    over: it.numerator,
    under: it.denominator,
  }))
}
