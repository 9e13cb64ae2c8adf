import { calendarOf } from '@causeway/shared/period'
import { once } from '../../ground/once.ts'
import { openingYears, windowAround } from '@causeway/shared/reported-years'
import { namesNothing } from '@causeway/shared/unknown'
import type { Words } from '@causeway/shared/words/words'
import { ANONYMOUS } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { Database } from '../../ground/database/database.ts'
import { readCategoryLabels } from '../../figures/series-facts.ts'
import { Memory } from '../../figures/memory.ts'
import { readSeries } from '../../figures/read-series.ts'
import type { NextTurn } from '../../figures/warm.ts'
import { type Standing, identityAt, readStandingNow } from '../../figures/standing.ts'
import type { DimensionId } from '../../figures/indicators/definition.ts'
import { goOn, isGivenUp } from '../../ground/under-way.ts'
import { SUBJECT_KINDS, typeOfKind } from './subject.ts'
import { readOpeningYear } from '../unreported/reported-years.ts'

/** A programme, partner, platform or country that anybody may know of. */
export interface PublicSubject {
  kind: string
  code: string
  name: Words
}

/** Figures are broken down by subjects of a kind under its own name. */
const dimensionOf = (kind: string) => kind.toLowerCase() as DimensionId

/** Of how many institutions and kinds what was found is remembered. */
const MOST_REMEMBERED = 400
const memoryOf = once((_database: Database) => new Memory<ReturnType<typeof gather>>(MOST_REMEMBERED))

/**
 * What anybody may know that there is: the programmes, partners, platforms and countries that a public breakdown of the years that
 * pages open on names. Whatever is in a register and in no such figure is to the public as if it were not there: nobody can
 * tell by asking which of the two a code is. By code. None where there is no such institution, or no record of it.
 */
export async function listPublicSubjects(
  causeway: Causeway,
  institution: string,
  kind: string,
): Promise<PublicSubject[]> {
  const gathering = await gatheringOf(causeway, institution, kind)
  return gathering ? gathering.all() : []
}

/** The one of a code, if anybody may know of it. Figures are read until one names it; only what none names takes all of them. */
export async function findPublicSubject(
  causeway: Causeway,
  institution: string,
  kind: string,
  code: string,
): Promise<PublicSubject | null> {
  const gathering = await gatheringOf(causeway, institution, kind)
  if (!gathering) return null
  const type = typeOfKind(kind)
  const identity = type && (await identityAt(causeway.database, gathering.standing))
  return gathering.find(identity ? identity.canonical(type, code) : code)
}

/** Finds all of them in the background, after a change: anyone who searches by name next does not wait for every breakdown. */
export async function warmSubjects(causeway: Causeway, institution: string, nextTurn: NextTurn): Promise<void> {
  if (!causeway.publicReading || causeway.publicReleases) return
  for (const kind of SUBJECT_KINDS.keys()) {
    const gathering = await gatheringOf(causeway, institution, kind)
    while (gathering?.hasMore()) {
      if (!(await nextTurn())) return
      await gathering.readOn()
    }
  }
}

async function gatheringOf(causeway: Causeway, institution: string, kind: string) {
  const { database } = causeway
  const standing = await readStandingNow(database, institution)
  if (!standing?.dataDate) return null
  const memory = memoryOf(database)
  const name = JSON.stringify([standing.epoch, institution, kind, causeway.released?.id])
  const known = memory.get(name)
  if (known?.standing.revision === standing.revision && known.indicators === causeway.indicators) return known
  const opening = await readOpeningYear(database, { code: institution })
  const made = gather(causeway, standing, kind, opening!)
  memory.set(name, made, 1)
  return made
}

/** Goes through the indicators that can be broken down by a kind, one after the other, as far as somebody needs. */
function gather(causeway: Causeway, standing: Standing, kind: string, opening: number) {
  const { indicators } = causeway
  const { institution } = standing
  // What the public is said is the same anyone who asks; that this one may ask at all is decided before.
  const open = { ...causeway, publicReading: true, publicReleases: false }
  const { last, newest } = openingYears(calendarOf(standing), opening)
  const years = windowAround(newest, last)
  const by = dimensionOf(kind)
  const left = indicators.filter((one) => by in one.dimensions && !causeway.gone?.has(one))
  const [first] = left
  const codes = new Set<string>()
  let reading: Promise<void> | null = null

  return {
    standing,
    indicators,
    hasMore,
    readOn,
    async find(code: string): Promise<PublicSubject | null> {
      while (!codes.has(code) && hasMore()) await readOn()
      return codes.has(code) ? (await named([code]))[0]! : null
    },
    async all(): Promise<PublicSubject[]> {
      while (hasMore()) await readOn()
      return named([...codes].toSorted())
    },
  }

  function hasMore(): boolean {
    return left.length > 0
  }

  /** One indicator more. */
  function readOn(): Promise<void> {
    return orTakeOver(readNext())
  }

  /** Anyone who comes meanwhile waits for the same. */
  function readNext(): Promise<void> {
    reading ??= read().finally(() => (reading = null))
    return reading
  }

  /** Where the one who was reading left, those who waited with them read on. */
  async function orTakeOver(reading: Promise<void>): Promise<void> {
    try {
      await reading
    } catch (error) {
      goOn()
      if (!isGivenUp(error)) throw error
    }
  }

  async function read(): Promise<void> {
    const { figures } = await readSeries(open, ANONYMOUS, { indicator: left[0]!.id, institution, ...years, by })
    for (const { category } of figures) if (category !== null && !namesNothing(by, category)) codes.add(category)
    left.shift()
  }

  async function named(codes: string[]): Promise<PublicSubject[]> {
    if (codes.length === 0) return []
    const names = await readCategoryLabels(open, institution, first!, by, codes)
    return codes.map((code) => ({ kind, code, name: names.get(code)! }))
  }
}
