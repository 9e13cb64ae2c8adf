import type { Basis } from '@causeway/shared/period'
import type { Profile, Scope } from '@causeway/shared/series'
import { type Viewer, maySeeExact, maySeePublic } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import {
  countedAlready,
  otherEdition,
  type Definition,
  type Difference,
  listDifferences,
  isCompared,
  placeOf,
  type PeerFigure,
} from './comparability.ts'
import { publishedEditions, type PublishedEditions } from './edition-in-force.ts'
import { readMembers, type Group, PeerNames } from './group.ts'
import { FIGURE_FACTOR } from '../../records/record-types.ts'
import {
  selectPeerFigures,
  type HeldAt,
  type PeerFigureRow,
  selectInstitutionsHolding,
  selectInstitutionsWith,
} from './store.ts'
import { readWholes, toWhole, type Whole } from '../../figures/read-wholes.ts'
import { readReleasedWholes } from '../../figures/released-series.ts'
import { listCurrent, type Release } from '../../figures/releases/release.ts'

export interface Asked {
  declaration: Declaration
  basis: Basis
  scope: Scope | null
  year: number
  group: Group | null
  /** Null: the editions that ask for the indicator in the year. */
  edition: string | null
}

/** Who compares itself, as it is or was. */
export interface Asker {
  institution: string
  causeway: Causeway
}

export interface Gathered {
  definition: Definition
  /** In what the figures counted here are another thing than what is compared. */
  ownDifferences: Difference[]
  figures: PeerFigure[]
  /** Editions that peers published in, in order. */
  editions: string[]
}

/**
 * The numbers of all peers: what they published, what is counted here from records of their own, and those of a group of which
 * there is neither. `of`: whose records of peers are read, and who is no peer of itself; null: everybody's. To the public of a server of
 * releases each is as its current release has it, and one without a release is not there.
 */
export async function gatherFigures(
  causeway: Causeway,
  viewer: Viewer,
  asked: Asked,
  of: Asker | null,
): Promise<Gathered> {
  const { declaration, basis, scope, year, group, edition } = asked
  const editions = publishedEditions(causeway, declaration)
  const compared = edition === null ? editions.inForce(year) : editions.namesOf(edition)
  const definition: Definition = { basis, scope, editions: compared }
  const ownDifferences = edition === null || editions.knows(edition) ? [] : [otherEdition(null, [edition])]

  const { database, publicReleases = false } = causeway
  const releases = publicReleases ? await listCurrent(database) : null
  const at = releases && viewer.role === null ? revisionsOf(releases) : null
  const own = of?.institution ?? null
  const members = group && (await readMembers(database, group, at))
  const rows = of
    ? await listPublished(of.causeway, declaration, { institution: own, year, at: null })
    : await listPublished(causeway, declaration, { institution: null, year, at })
  const listed = group && 'listed' in group ? group.listed : []
  const names = await PeerNames.read(database, [...rows.map(({ peer }) => peer), ...listed], at)
  if (members) names.learn(members)
  const isMember = makeMemberCheck(group, members?.map(({ code }) => code) ?? [], names)

  const figures = rows.map((row) => toPeerFigure(row, declaration, definition, editions, names))
  // Several institutions may have recorded one publication.
  const published = [...new Map(figures.map((figure) => [placeOf(figure), figure])).values()].filter(
    ({ peer, institution }) => isMember(peer, institution) && (own === null || (institution !== own && peer !== own)),
  )
  const wanted = group
    ? 'listed' in group
      ? group.listed.map((peer) => names.of(peer).institution ?? peer)
      : members!.map(({ code }) => code)
    : published.flatMap(({ institution }) => institution ?? [])
  const candidates = own === null && group === null ? null : new Set(wanted.filter((code) => code !== own))
  // What is live is not said to be there either.
  const holding = at
    ? [...at.keys()].filter((code) => candidates?.has(code) ?? true).toSorted()
    : await holdingRecords(causeway, viewer, declaration, candidates)
  if (candidates === null) names.learn(await selectInstitutionsWith(database.quick, [], at))
  const counted = await readComputed(
    causeway,
    viewer,
    declaration,
    holding,
    { ...definition, year, releases },
    ownDifferences,
    names,
  )
  // Published, it is; counted from nothing, it says less.
  const isPublished = new Set(published.map(({ institution, peer }) => institution ?? peer))
  const computed = counted.filter(({ peer, gap }) => gap !== 'NO_RECORDS' || !isPublished.has(peer))
  const seen = new Set([...isPublished, ...computed.map(({ peer }) => peer)])
  const unseen = [...new Set(wanted)].filter((peer) => peer !== own && !seen.has(peer))
  const missing = group ? unseen.map((peer) => notCollected(peer, names)) : []
  return {
    definition,
    ownDifferences,
    figures: oneEach([...computed, ...published, ...missing]),
    editions: [...new Set(rows.map((row) => row.edition ?? ''))].sort(),
  }
}

const revisionsOf = (releases: ReadonlyMap<string, Release>): HeldAt =>
  new Map([...releases].map(([institution, { revision }]) => [institution, revision]))

function makeMemberCheck(group: Group | null, codes: readonly string[], names: PeerNames) {
  if (!group) return () => true
  const listed = 'listed' in group ? group.listed : codes
  const known = new Set([...listed, ...listed.flatMap((peer) => names.of(peer).institution ?? [])])
  return (peer: string, institution: string | null) =>
    known.has(peer) || (institution !== null && known.has(institution))
}

function notCollected(peer: string, names: PeerNames): PeerFigure {
  return {
    peer,
    ...names.of(peer),
    status: 'NOT_COLLECTED',
    ...{ value: null, gap: null, rate: null, basis: null, scope: null, edition: null, source: null, page: null },
    differences: [],
  }
}

/** Of several comparable numbers of one peer the first is compared. */
function oneEach(figures: PeerFigure[]): PeerFigure[] {
  const compared = new Set<string>()
  return figures.map((figure) => {
    if (!isCompared(figure)) return figure
    const peer = figure.institution ?? figure.peer
    if (compared.has(peer)) return { ...figure, differences: [countedAlready()] }
    compared.add(peer)
    return figure
  })
}

/** What peers published of an indicator for a year, with what it is and whether it may be compared. */
export async function listPublished(
  { database }: Causeway,
  declaration: Declaration,
  asked: { institution: string | null; year: number; at: HeldAt },
): Promise<PeerFigureRow[]> {
  return selectPeerFigures(database.quick, { ...asked, names: [declaration.id, declaration.code] })
}

export function toPeerFigure(
  row: PeerFigureRow,
  declaration: Declaration,
  wanted: Definition,
  editions: PublishedEditions,
  names: PeerNames,
): PeerFigure {
  const said = { basis: row.basis as Basis | null, scope: row.scope as Scope | null, edition: row.edition }
  const published = editions.describe(said)
  return {
    peer: row.peer,
    ...names.of(row.peer),
    status: statusOf(row),
    value: row.value === null ? null : row.value / FIGURE_FACTOR,
    gap: null,
    rate: declaration.unit.en === '%' ? publishedRate(row) : null,
    ...{ basis: published.basis, scope: published.scope, edition: row.edition, source: row.source, page: row.page },
    differences: listDifferences(wanted, published),
  }
}

const STATUSES = { blank: 'BLANK', none: 'NONE', dash: 'DASH' } as const

function statusOf({ value, status }: PeerFigureRow): PeerFigure['status'] {
  return value !== null ? 'PUBLISHED' : (STATUSES[status as keyof typeof STATUSES] ?? 'BLANK')
}

function publishedRate({ numerator: k, denominator: n }: PeerFigureRow): PeerFigure['rate'] {
  return k !== null && n !== null && n > 0 && k <= n ? { k, n } : null
}

/** Those of the institutions that have records an indicator could be counted from, and whose figures the viewer may ask for. */
export async function holdingRecords(
  { database, publicReading }: Causeway,
  viewer: Viewer,
  { base }: Declaration,
  candidates: ReadonlySet<string> | null,
): Promise<string[]> {
  const types = base.map((it) => (typeof it === 'string' ? it : it.of))
  const holding = await selectInstitutionsHolding(database.quick, [...types, 'nothing-to-report'])
  return holding.filter(
    (code) => (candidates === null || candidates.has(code)) && maySeePublic(publicReading, viewer, code),
  )
}

/** What is counted here for institutions, as the viewer may see it. */
export async function readComputed(
  causeway: Causeway,
  viewer: Viewer,
  declaration: Declaration,
  institutions: readonly string[],
  { basis, scope, year, releases }: Definition & { year: number; releases: ReadonlyMap<string, Release> | null },
  differences: Difference[],
  names: PeerNames,
): Promise<PeerFigure[]> {
  const profileOf = (institution: string): Profile => (maySeeExact(viewer, institution) ? 'EXACT' : 'PUBLIC')
  const found = new Map<string, Whole>()
  for (const [profile, of] of Map.groupBy(institutions, profileOf)) {
    const question = { declaration, basis, scope, year, profile }
    if (profile === 'PUBLIC' && releases) {
      const own = of.flatMap((institution) => releases.get(institution) ?? [])
      for (const [institution, figure] of await readReleasedWholes(causeway.database, own, question))
        found.set(institution, toWhole({ epoch: '', revision: releases.get(institution)!.revision }, figure))
      continue
    }
    for (const [institution, whole] of await readWholes(causeway, question, of))
      if (profileOf(institution) === profile) found.set(institution, whole)
  }
  return institutions.flatMap((institution): PeerFigure[] => {
    const whole = found.get(institution)
    if (!whole) return []
    const { value, gap, rate } = whole
    const own = { ...names.of(institution), status: 'COMPUTED' as const, value, gap, rate }
    return [{ peer: institution, ...own, basis, scope, edition: null, source: null, page: null, differences }]
  })
}
