import { calendarOf } from '@causeway/shared/period'
import { createApp } from '../http/app.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { openingYears, windowAround } from '@causeway/shared/reported-years'
import { UNKNOWN } from '@causeway/shared/unknown'
import { ANONYMOUS } from '../../access/viewer.ts'
import { readSeries } from '../../figures/read-series.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import { readOpeningYear } from '../../answers/unreported/reported-years.ts'

const MOST_KEPT = 100
/** A whole folder asks more than a visitor may. */
const ANY = { most: 1e9, perSecond: 1e6 }

export type PublicAnswers = ReturnType<typeof publicAnswers>

/** What the public is answered, asked in-process: a folder holds nothing that somebody who is not signed in could not see. */
export function publicAnswers(causeway: Causeway) {
  const app = createApp(causeway, { webRoot: null, limits: { ofOne: ANY, ofAll: ANY }, log: () => undefined })
  const fetch = (address: string, init?: RequestInit) => app.fetch(new Request(`http://causeway${address}`, init))
  /** The last ones, the latest at the end. */
  const lately = new Map<string, Promise<unknown>>()
  return {
    /** Pages that are written one after the other ask much alike: what was asked lately is answered from memory. */
    ask({ query, variables }: { query: string; variables: Record<string, unknown> }): Promise<unknown> {
      const key = JSON.stringify([query, variables])
      let answer = lately.get(key)
      if (answer) lately.delete(key)
      else
        answer = fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables }),
        }).then((response) => response.json())
      lately.set(key, answer)
      if (lately.size > MOST_KEPT) lately.delete(lately.keys().next().value!)
      return answer
    },

    /** The bytes behind an address, as `/i/EX07.csv?institution=demo`. Throws where it does not answer 200. */
    async read(address: string): Promise<Uint8Array> {
      const response = await fetch(address)
      if (response.status !== 200) throw new Error(`${address} answered ${response.status}: ${await response.text()}`)
      return new Uint8Array(await response.arrayBuffer())
    },

    close: () => app.close(),
  }
}

/** The breakdowns of an institution that have any public figure in the years that pages show, as `indicator?by=dimension`. `through`: goes through the indicators, and may stop the work. */
export async function readPublicBreakdowns(
  causeway: Causeway,
  institution: InstitutionFacts,
  through: <T>(pieces: readonly T[]) => AsyncIterable<T>,
): Promise<Set<string>> {
  const opening = await readOpeningYear(causeway.database, institution)
  const { last, newest } = openingYears(calendarOf(institution), opening!)
  const years = windowAround(newest, last)
  const found = new Set<string>()
  for await (const { id, dimensions } of through(causeway.indicators))
    for (const by of Object.keys(dimensions)) {
      const request = { indicator: id, institution: institution.code, ...years, by }
      const { figures } = await readSeries(causeway, ANONYMOUS, request)
      // A hidden one is a figure too: its page says that it is hidden. Where no record names a category, all is of an unknown one.
      if (figures.some(({ category, value, gap }) => category !== UNKNOWN && (value !== null || gap === 'SUPPRESSED')))
        found.add(breakdownName(id, by))
    }
  return found
}

export function breakdownName(indicator: string, by: string): string {
  return `${indicator}?by=${by}`
}
