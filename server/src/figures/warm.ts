import { ANONYMOUS, OPERATOR, type Viewer } from '../access/viewer.ts'
import { EXPORT_CODE, INTRODUCTION_CODE, LEADING } from '@causeway/shared/series'
import type { Causeway } from './causeway.ts'
import { describeError, logToConsole } from '../ground/log.ts'
import { readSeries } from './read-series.ts'
import { isAnyKept, listRevisions, readStanding } from './store.ts'
import { findInstitution, listInstitutions, type InstitutionFacts } from '../records/institutions.ts'
import { listCurrent } from './releases/release.ts'

const PAUSE_MS = 1500
/** How long nobody asked anything before work in the background goes on, and the longest that it waits for that. */
const QUIET_MS = 3000
const MOST_WAITING_MS = 60_000
/** An import of a whole region must not keep the reader busy: the rest is made when asked for. */
const MOST_INSTITUTIONS_AT_ONCE = 10
const YEARS = 11

/** Longest that the first visitor's figures keep the server from listening. */
const MOST_OPENING_MS = 10_000

/**
 * Makes what the overview of the opening institution leads with, as the public sees it: anyone who comes first after a first start
 * should not wait for it. Where it was made before, the server does not wait for it.
 */
export async function warmOpening(causeway: Causeway): Promise<void> {
  // Where the public reads releases, what it reads is stored.
  if (!causeway.publicReading || causeway.publicReleases) return
  const institution = await findOpeningInstitution(causeway, ANONYMOUS)
  if (!institution?.dataDate || (await isAnyKept(causeway.database.quick, institution.code))) return
  const until = performance.now() + MOST_OPENING_MS
  const year = Number(institution.dataDate.slice(0, 4))
  // What the overview opens with: its leading indicators, and those that a rule asks something of.
  for (const { id } of causeway.indicators.filter(({ code, threshold }) => OPENING.has(code) || threshold)) {
    if (performance.now() > until) return
    await readSeries(causeway, ANONYMOUS, {
      indicator: id,
      institution: institution.code,
      from: year - YEARS,
      to: year,
    })
  }
}

const OPENING = new Set([INTRODUCTION_CODE, EXPORT_CODE, ...Object.values(LEADING).flat()])

/**
 * Makes the totals of institutions whose revision rose, in the background: anyone who commits may be another process, so revisions
 * are looked at now and then. Then, where the public may read, what it sees of them: what is hidden follows from every breakdown,
 * and the first who opens a page should not wait for all. `next`: what else follows from them, made then. Other breakdowns are made on
 * demand. Anyone who asks something goes first. `quietFor`: milliseconds since somebody did. Returns what stops it.
 */
export function warmTotals(
  causeway: Causeway,
  next: WarmNext = () => Promise.resolve(),
  quietFor: () => number = () => Infinity,
): () => Promise<void> {
  const seen = new Map<string, number>()
  let stopped = false
  let wake = () => {}
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      timer.unref()
      wake = () => (clearTimeout(timer), resolve())
    })
  const turns = (): NextTurn => {
    let waited = 0
    return async () => {
      for (; !stopped && quietFor() < QUIET_MS && waited < MOST_WAITING_MS; waited += QUIET_MS) await pause(QUIET_MS)
      return !stopped
    }
  }
  const running = (async () => {
    while (!stopped) {
      await warmChanged(causeway, seen, next, turns()).catch((error: unknown) => {
        // Anyone who asks next makes the figure, or is said what is wrong.
        logToConsole({ level: 'warn', message: 'totals were not warmed', ...describeError(error) })
      })
      if (!stopped) await pause(PAUSE_MS)
    }
  })()
  return async () => {
    stopped = true
    wake()
    await running
  }
}

/** Waits until nobody asks anything, but not for ever. @returns false once it is to stop */
export type NextTurn = () => Promise<boolean>
/** Of an institution whose totals are made. */
export type WarmNext = (institution: string, nextTurn: NextTurn) => Promise<void>

async function warmChanged(
  causeway: Causeway,
  seen: Map<string, number>,
  next: WarmNext,
  nextTurn: NextTurn,
): Promise<void> {
  const { database, indicators, publicReading, publicReleases = false } = causeway
  const revisions = await listRevisions(database.quick)
  const changed = revisions.filter(({ institution, revision }) => seen.get(institution) !== revision)
  for (const { institution, revision } of changed) seen.set(institution, revision)
  for (const { institution } of changed.slice(0, MOST_INSTITUTIONS_AT_ONCE)) {
    const standing = await readStanding(database.quick, institution)
    if (!standing?.dataDate) continue
    const year = Number(standing.dataDate.slice(0, 4))
    for (const viewer of publicReading && !publicReleases ? [OPERATOR, ANONYMOUS] : [OPERATOR]) {
      for (const { id } of indicators) {
        if (!(await nextTurn())) return
        await readSeries(causeway, viewer, { indicator: id, institution, from: year - YEARS, to: year })
      }
    }
    await next(institution, nextTurn)
  }
}

/** How many are looked at for one that has records. */
const LOOKED_AT = 10

/** The institution that a page opens on where its address names none: that of who asks, else one of one's own that has records, else the first. */
export async function findOpeningInstitution(
  { database, publicReleases = false }: Pick<Causeway, 'database' | 'publicReleases'>,
  viewer: Viewer,
): Promise<InstitutionFacts | null> {
  if (viewer.institution !== null) return findInstitution(database, viewer.institution)
  // To the public only what is released is there.
  const current = publicReleases && viewer.role === null ? await listCurrent(database) : null
  const hasAny = ({ code, dataDate }: InstitutionFacts) => (current ? current.has(code) : dataDate !== null)
  const released = current && [...current.keys()].toSorted()
  const { institutions } = await listInstitutions(database, { first: LOOKED_AT })
  const own = institutions.find((one) => !one.demonstration && hasAny(one))
  if (own || !released?.length) return own ?? institutions[0] ?? null
  return findInstitution(database, released[0]!)
}
