import type { GraphQLResolveInfo } from 'graphql'
import type { Profile } from '@causeway/shared/series'
import { kept } from '../../ground/kept.ts'
import { causewayShown, findInstitutionShown } from '../../figures/causeway-then.ts'
import type { AskedMoment } from '../../figures/moment.ts'
import { findRecord, type StoredRecord } from '../../records/list-records.ts'
import { refusal } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { unknownInstitution, type InstitutionFacts } from '../../records/institutions.ts'
import { type BatchFacts, findBatch } from '../../records/batches.ts'
import type { Uploads } from '../../desk/uploads/uploads.ts'
import { pageOf } from '../../records/read-together.ts'

/** Institutions whose revisions an answer depends on. */
export class AnswerReads {
  /** It is the public's, and the public reads releases: it depends on these and on no revision that is live. */
  readonly released: boolean
  readonly institutions = new Set<string>()
  /** It depends on every institution: a list of them was read, or one was looked for in vain. */
  everyInstitution = false
  /** It depends on what has no revision, as the list of imports: one that changed nothing is in it too. */
  beyondRevisions = false

  constructor(released = false) {
    this.released = released
  }

  /** What depends on the other too depends on all of it. */
  add({ institutions, everyInstitution, beyondRevisions }: AnswerReads): void {
    for (const one of institutions) this.institutions.add(one)
    this.everyInstitution ||= everyInstitution
    this.beyondRevisions ||= beyondRevisions
  }
}

/** What an answer to a viewer depends on, nothing yet. */
export const noReads = ({ publicReleases = false }: Causeway, { role }: Viewer): AnswerReads =>
  new AnswerReads(publicReleases && role === null)

/** What an address of data is asked, by whom; it notes in `reads` what its answer depends on. */
export interface AskedData {
  causeway: Causeway
  viewer: Viewer
  parameters: URLSearchParams
  reads: AnswerReads
}

/** What every resolver is given: who asks, of what, and what the request has read so far. */
export interface GraphContext {
  /** As it is, or below a field that is about another time as it was then. */
  causeway: Causeway
  /** As it is. */
  served: Causeway
  /** What was asked of institutions, by them and the time; made once a request. */
  asked: Map<string, Promise<Causeway>>
  /** By the place of a field in the answer: what all below it is given. */
  below: Map<Path, GraphContext>
  viewer: Viewer
  /** Mutations may run: it was sent by POST, and by nobody else than the viewer. */
  mayMutate: boolean
  /** The files that came with the request; absent: none. */
  uploads?: Uploads
  /** When nobody waits for the answer any longer. */
  signal?: AbortSignal
  /** It is answered by server-sent events, so that it may go on. */
  streams?: boolean
  requestId: string
  reads: AnswerReads
  /** Facts of an institution, read once a request. */
  institutions: Map<string, Promise<InstitutionFacts>>
  /** Batches, read once a request. */
  batches: Map<string, Promise<BatchFacts | null>>
}

/** Who asks, and whether what was sent may change anything. */
export type Asker = Pick<GraphContext, 'viewer' | 'mayMutate' | 'uploads' | 'signal'>

export function createContext(causeway: Causeway, asker: Asker, requestId: string): GraphContext {
  return {
    ...{ causeway, served: causeway, asked: new Map(), below: new Map(), ...asker, requestId },
    ...{ reads: noReads(causeway, asker.viewer), institutions: new Map(), batches: new Map() },
  }
}

/** Throws where nothing is public, and the asker did not sign in. */
export function requireReading({ causeway, viewer }: Pick<AskedData, 'causeway' | 'viewer'>): void {
  if (viewer.role === null && !causeway.publicReading) throw refusal(viewer)
}

/**
 * What questions about an institution are answered by: as it is, as it was at the time that is asked for or that a field above is about
 * or, where the public reads releases, by its current one.
 */
export function causewayOf(
  { causeway, served, viewer, reads, asked }: GraphContext,
  institution: string,
  { release = null, asOf = null, profile = null }: AskedMoment & { profile?: Profile | null } = {},
): Promise<Causeway> {
  reads.institutions.add(institution)
  if (causeway.moment?.institution === institution && release === null && asOf === null)
    return Promise.resolve(causeway)
  return kept(asked, JSON.stringify([institution, release, asOf, profile]), () =>
    causewayShown(served, viewer, { institution, release, asOf, profile }),
  )
}

/** The same for a field and all below it. */
export async function contextOf(
  context: GraphContext,
  { path }: Pick<GraphQLResolveInfo, 'path'>,
  { institution, ...asked }: { institution: string } & Parameters<typeof causewayOf>[2],
): Promise<GraphContext> {
  const causeway = await causewayOf(context, institution, asked)
  if (causeway === context.causeway) return context
  const own = { ...context, causeway }
  context.below.set(path, own)
  return own
}

type Path = GraphQLResolveInfo['path']

/** What the resolver of a field is given: what the nearest field above it said. */
export function contextAt(context: GraphContext, path: Path): GraphContext {
  if (context.below.size === 0) return context
  for (let at: Path | undefined = path.prev; at; at = at.prev) {
    const found = context.below.get(at)
    if (found) return found
  }
  return context
}

/** The institution as it is asked about, read once a request and noted as read. Throws `UNKNOWN_INSTITUTION` with the nearest codes. */
export async function readInstitution(context: GraphContext, code: string): Promise<InstitutionFacts> {
  const causeway = await causewayOf(context, code)
  const { moment } = causeway
  return kept(context.institutions, JSON.stringify([code, moment?.revision, moment?.release]), () =>
    findOrRefuse(context, causeway, code),
  )
}

async function findOrRefuse({ reads }: GraphContext, causeway: Causeway, code: string): Promise<InstitutionFacts> {
  const facts = await findInstitutionShown(causeway, code)
  if (facts) return facts
  reads.everyInstitution = true
  throw await unknownInstitution(causeway.database, code)
}

/** The batch of an id, read once a request. Null where there is none. */
export async function readBatch({ causeway, batches }: GraphContext, id: string | null): Promise<BatchFacts | null> {
  return id === null ? null : kept(batches, id, () => findBatch(causeway.database, id))
}

/** The batches of these ids that are there. */
export async function readBatches(context: GraphContext, ids: readonly string[]): Promise<BatchFacts[]> {
  const found = await Promise.all(ids.map((id) => readBatch(context, id)))
  return found.filter((batch) => batch !== null)
}

/** The records of these ids that are there. */
export async function findRecords({ causeway }: GraphContext, ids: readonly string[]): Promise<StoredRecord[]> {
  const found = await Promise.all(ids.map((id) => findRecord(causeway.database, id)))
  return found.filter((record) => record !== null)
}

/** A reader of what belongs to a thing, that reads it once for all the things that were read together. */
export function lookUpTogether<Thing extends object, Found>(
  read: (things: Thing[], context: GraphContext) => Promise<Found>,
): (thing: Thing, context: GraphContext) => Promise<Found> {
  const known = new WeakMap<Thing[], Promise<Found>>()
  return (thing, context) => {
    const page = pageOf(thing)
    return kept(known, page, () => read(page, context))
  }
}
