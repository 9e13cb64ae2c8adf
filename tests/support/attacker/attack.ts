import type { Declaration } from '@causeway/server/figures/indicators/definition'
import type { App } from '@causeway/server/outlets/http/app'
import { addBases, addBetweenIndicators, addGrowth, fewBetweenDays } from './between.ts'
import { addBetweenReleases, fewBetweenReleases, nameIn } from './between-releases.ts'
import { boundSecrets, ENOUGH, type Range } from './bound.ts'
import { collect, placeOf, type Ask, type SeenAt, type World } from './collect.ts'
import { addWithinTables, type Nested } from './in-one.ts'
import { readOutlets, type Outlets } from './outlets.ts'
import { heed } from './said.ts'
import { readStatements, type Statement } from './statements.ts'
import { isOfDays, LEAST, System } from './system.ts'

export interface College {
  institution: string
  home: string
  /** MM-DD */
  schoolYearStart: string
  years: readonly [number, number]
  indicators: readonly Declaration[]
  nested: readonly Nested[]
  /** By name, the first first; none: what is live. */
  releases: readonly string[]
  /** Of what other outlets are asked one in so many; absent: all. */
  each?: number
  /** Whether the public sees numbers of persons rounded to 5. */
  isRounded?: boolean
}

/** How somebody asks. */
export interface Desk {
  app: Pick<App, 'fetch'>
  asPublic: Ask
  asReader: Ask
}

/** What a release, or what is live, shows. */
export interface Shown {
  release: string | null
  /** Figures that the public may ask for. */
  asked: number
  /** Those with a number. */
  shown: number
  /** Those of them that are hidden, and how many persons they are. */
  hidden: number
  persons: number
}

export interface Attack {
  of: Shown[]
  /** Other outlets that were read: addresses and questions, and the figures that they tell of. */
  read: number
  said: number
  /** Where one says what another hides, or something else. */
  revealed: string[]
  /** Hidden counts that can be less than four numbers. */
  narrowed: Range[]
  /** Those of them that are few by themselves. */
  few: Range[]
  /** Those of them that one release alone does not tell. */
  byReleases: Range[]
  /** Others that can, by official tables alone. */
  byTables: Range[]
}

/** What somebody finds out of hidden counts who reads all that the public may, of every release in every outlet. */
export async function attack(desk: Desk, college: College): Promise<Attack> {
  const releases = college.releases.length > 0 ? college.releases : [null]
  const read: ReadRelease[] = []
  for (const release of releases) read.push(await readRelease(desk, college, release, read))
  const system = new System(new Map(), new Map())
  for (const one of read) system.takeIn(one.system, nameIn(one.release))
  for (const [at, { release, exact }] of read.slice(1).entries())
    addBetweenReleases(system, [read[at]!.release!, release!], [read[at]!.exact, exact])
  const given = (of: ReadRelease) => of.statements.flatMap(({ terms }) => (terms.length === 1 ? [terms[0]![0]] : []))
  for (const one of read) {
    one.system.forget(given(one))
    system.forget(given(one).map(nameIn(one.release)))
  }
  const narrowed = (await boundSecrets(system)).filter(isNarrow)
  const shownAnew = read
    .slice(1)
    .flatMap(({ exact, seen }, at) => fewBetweenReleases(read[at]!.exact, exact, seen, LEAST.d))
  const alone = new Set<string>()
  if (read.length > 1)
    for (const one of read)
      for (const range of (await boundSecrets(one.system)).filter(isNarrow))
        alone.add(nameIn(one.release)(range.secret.name))
  const official = read.flatMap(({ statements, release }) =>
    statements.map(({ terms, sum }) => ({
      terms: terms.map(([name, times]): [string, number] => [nameIn(release)(name), times]),
      sum,
    })),
  )
  const before = system.relations.length
  for (const { terms, sum } of official) system.state(terms, sum)
  const withTables = system.relations.length > before ? (await boundSecrets(system)).filter(isNarrow) : narrowed
  const known = new Set(narrowed.map(({ secret }) => secret.name))
  const sum = (of: (outlets: Outlets) => number) => read.reduce((all, { outlets }) => all + of(outlets), 0)
  return {
    of: read.map(shownIn),
    read: sum(({ addresses }) => addresses),
    said: sum(({ said }) => said.length),
    revealed: [...read.flatMap(({ revealed }) => revealed), ...shownAnew],
    narrowed,
    few: narrowed.filter(({ secret: { layer, count, of } }) => count < LEAST[layer] && !isOfDays(of, layer)),
    byReleases: read.length > 1 ? narrowed.filter(({ secret }) => !alone.has(secret.name)) : [],
    byTables: withTables.filter(({ secret }) => !known.has(secret.name)),
  }
}

const isNarrow = ({ least, most }: Range) => most - least < ENOUGH - 1e-5

function shownIn({ release, seen, exact }: ReadRelease): Shown {
  const figures = [...seen.values()]
  const hidden = figures.filter(({ figure }) => figure.gap === 'SUPPRESSED')
  return {
    ...{ release, asked: figures.length, hidden: hidden.length },
    shown: figures.filter(({ figure }) => figure.value !== null).length,
    persons: hidden.reduce((all, of) => all + personsOf(exact, of), 0),
  }
}

function personsOf(exact: World, of: SeenAt): number {
  // A whole in place of categories is a figure by itself.
  const figure = exact.get(placeOf(of, of.year, of.category))?.figure
  return figure?.size ?? figure?.denominator ?? figure?.value ?? 0
}

interface ReadRelease {
  release: string | null
  /** The family by GraphQL, but for the breakdowns that are of an earlier release. */
  seen: World
  exact: World
  outlets: Outlets
  revealed: string[]
  /** Of official tables that were published. */
  statements: Statement[]
  system: System
}

async function readRelease(
  { app, asPublic, asReader }: Desk,
  { institution, indicators, years, home, nested, schoolYearStart, each, isRounded }: College,
  release: string | null,
  earlier: readonly ReadRelease[],
): Promise<ReadRelease> {
  const wanted = { institution, indicators, years, release, ...(each && { each }) }
  const all = await collect(asPublic, institution, indicators, years, release)
  const outlets = await readOutlets(app, asPublic, wanted)
  const statements = await readStatements(asPublic, wanted)
  const { world, revealed } = heed(all, outlets.said)
  const stayed = leaveOut([all, world], earlier)
  const exact = await collect(asReader, institution, indicators, years, release)
  const system = new System(world, exact, isRounded)
  addWithinTables(system, world, home, nested)
  addBetweenIndicators(system, world)
  addGrowth(system, world)
  await addBases(system, world, schoolYearStart)
  const wrong = statements
    .filter(({ isOfficial }) => !isOfficial)
    .filter(({ terms, sum }) => !system.state(terms, sum))
    .map(({ outlet, sum }) => `${outlet} says ${sum}, which it is not`)
  return {
    ...{ release, outlets, system, exact, seen: all },
    revealed: [...outlets.revealed, ...revealed, ...stayed, ...wrong, ...fewBetweenDays(all, LEAST.v)],
    statements: statements.filter(({ isOfficial }) => isOfficial),
  }
}

/** Takes out the breakdowns that are of an earlier release. What is said where one is not what that has. */
function leaveOut(worlds: readonly Map<string, SeenAt>[], earlier: readonly ReadRelease[]): string[] {
  const wrong: string[] = []
  for (const world of worlds)
    for (const [place, { stayed, figure }] of world) {
      if (stayed === undefined) continue
      world.delete(place)
      const was = earlier.find(({ release }) => release === stayed)?.seen.get(place)?.figure
      const isSame = was ? JSON.stringify(was) === JSON.stringify(figure) : figure.value === null || figure.value === 0
      if (!isSame) wrong.push(`${place} is not as release ${stayed} has it`)
    }
  return wrong
}
