import { kept } from '../../ground/kept.ts'
import { findRecord, type StoredRecord } from '../../records/list-records.ts'
import { refusal } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { unknownInstitution, findInstitution, type InstitutionFacts } from '../../records/institutions.ts'
import { type BatchFacts, findBatch } from '../../records/batches.ts'
import type { Uploads } from '../../desk/uploads/uploads.ts'
import { pageOf } from '../../records/read-together.ts'

/** Institutions whose revisions an answer depends on. */
export class AnswerReads {
  readonly institutions = new Set<string>()
  /** It depends on every institution: a list of them was read, or one was looked for in vain. */
  everyInstitution = false
  /** It depends on what has no revision, as the list of imports: one that changed nothing is in it too. */
  beyondRevisions = false
}

/** What an address of data is asked, by whom; it notes in `reads` what its answer depends on. */
export interface AskedData {
  causeway: Causeway
  viewer: Viewer
  parameters: URLSearchParams
  reads: AnswerReads
}

/** What every resolver is given: who asks, of what, and what the request has read so far. */
export interface GraphContext {
  causeway: Causeway
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
  return { causeway, ...asker, requestId, reads: new AnswerReads(), institutions: new Map(), batches: new Map() }
}

/** Throws where nothing is public, and the asker did not sign in. `released`: what is asked for is answered by releases too. */
export function requireReading(
  { causeway, viewer }: Pick<AskedData, 'causeway' | 'viewer'>,
  { released = false } = {},
): void {
  if (viewer.role !== null || causeway.publicReading || (released && causeway.publicReleases)) return
  throw refusal(viewer)
}

/** The institution, read once a request and noted as read. Throws `UNKNOWN_INSTITUTION` with the nearest codes. */
export function readInstitution(context: GraphContext, code: string): Promise<InstitutionFacts> {
  context.reads.institutions.add(code)
  return kept(context.institutions, code, () => findOrRefuse(context, code))
}

async function findOrRefuse({ causeway: { database }, reads }: GraphContext, code: string): Promise<InstitutionFacts> {
  const facts = await findInstitution(database, code)
  if (facts) return facts
  reads.everyInstitution = true
  throw await unknownInstitution(database, code)
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
