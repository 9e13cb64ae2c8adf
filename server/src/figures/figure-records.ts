import { requireExact } from '../access/refuse.ts'
import { maySeeExact, type Viewer } from '../access/viewer.ts'
import type { Causeway } from './causeway.ts'
import { causewayAsked } from './causeway-then.ts'
import { badCursor, fromCursor, toCursor } from '../ground/cursor.ts'
import { readSets } from './exact-sets.ts'
import { typesOfPart, type CountedPart } from './indicators/compile/counted-records.ts'
import type { Declaration } from './indicators/definition.ts'
import { openStartsOf, withStarts, type OpenStart } from './indicators/open-start.ts'
import {
  readCounted,
  readCountedTotal,
  readEvidenceCounts,
  readTouchingDecisions,
} from './indicators/evaluate-records.ts'
import type { Decision } from '../records/identity/decision.ts'
import { readInstitutionDecisions } from '../records/identity/read-identity.ts'
import { findRecords, type RecordPage, type StoredRecord } from '../records/list-records.ts'
import type { Connection, Database } from '../ground/database/database.ts'
import { checkRequest, type Question } from './check-request.ts'
import { isKept } from './read-series.ts'
import { readStandingAsked, type Standing } from './standing.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { unknownInstitution } from '../records/institutions.ts'

type FigureEvaluation = Question & { home: Standing }

export interface FigureAddress {
  year: number
  category: string | null
  across: string | null
}

/**
 * What is read of the records behind one figure, at one state of the database. A figure without a category is the whole, records in
 * no bloc and all. Null: no such institution.
 */
async function behindFigure<T>(
  given: Causeway,
  viewer: Viewer,
  request: SeriesRequest,
  { year, category }: FigureAddress,
  read: (db: Connection, evaluation: FigureEvaluation) => Promise<T>,
): Promise<T | null> {
  const asked = { ...request, from: year, to: year, profile: 'EXACT' as const }
  const causeway = await causewayAsked(given, viewer, asked)
  const question = checkRequest(causeway, viewer, asked)
  return causeway.database.snapshot(async (db) => {
    const home = await readStandingAsked(causeway, db, question.institution)
    if (!home) return null
    const cut = category === null ? { by: null, across: null } : {}
    return read(db, { ...question, ...cut, home })
  })
}

/** A page of the records behind a figure. How many there are in all is read where it is asked for, of the same moment. */
export type FigureRecordPage = Omit<RecordPage, 'totalCount'> & { totalCount: () => Promise<number> }

/**
 * The records that one figure was counted from, or that its scope could not place, by type and key. A count has a numerator only.
 * @throws QuestionError FORBIDDEN and UNAUTHENTICATED without the right, and those of `readSeries`
 */
export async function listFigureRecords(
  causeway: Causeway,
  viewer: Viewer,
  request: SeriesRequest,
  address: FigureAddress,
  part: FigurePart,
  page: { first: number; after?: string | null },
): Promise<FigureRecordPage> {
  const { database } = causeway
  requireExact(viewer, request.institution)
  const answer = await behindFigure(causeway, viewer, request, address, async (db, evaluation) => {
    const after = page.after ? fromPlace(fromCursor(page.after)) : null
    const place = { ...address, after, most: page.first + 1 }
    const counted = await readCounted(db, evaluation, PART_NAMES[part], place)
    const records = await readRecords(db, database.kind, evaluation.home, counted.slice(0, page.first))
    return {
      records,
      hasNext: counted.length > page.first,
      endCursor: records.at(-1)?.cursor ?? null,
      totalCount: () => readTotal(database, evaluation, PART_NAMES[part], address),
    }
  })
  if (!answer) throw await unknownInstitution(database, request.institution)
  return answer
}

/** What is kept of the figure says it, else they are counted as they were when the page was read. */
async function readTotal(
  database: Database,
  evaluation: FigureEvaluation,
  part: CountedPart,
  { year, category, across }: FigureAddress,
): Promise<number> {
  const { declaration, basis, scope, by, home } = evaluation
  if (
    !home.then &&
    isKept(evaluation) &&
    evaluation.filters.length === 0 &&
    isCountedRecordByRecord(declaration, part)
  ) {
    const sets = await readSets(database, home.institution, [{ declaration, basis, scope, by }], year, year)
    const isThen = sets?.standing.revision === home.revision && sets.standing.epoch === home.epoch
    const [answer] = isThen ? sets.answers[0]! : []
    const whole = answer?.cells[0] ?? answer?.whole ?? answer?.absent
    const cell = category === null ? whole : answer?.cells.find((one) => one.category === category)
    if (cell?.recordCount != null) return cell.recordCount
  }
  return database.snapshot((db) =>
    readCountedTotal(db, { ...evaluation, revision: home.revision }, part, { category, across }),
  )
}

/** What the figure says of how many records it was counted from is how many there are of the part. */
function isCountedRecordByRecord(declaration: Declaration, part: CountedPart): boolean {
  const { measure } = declaration
  const isDivided = 'share' in measure || 'ratio' in measure
  if (part === 'left-out' || 'pairs' in measure || 'weighted' in measure || isDivided !== (part === 'denominator'))
    return false
  const types = typesOfPart(declaration, part)
  return new Set(types).size === types.length
}

/**
 * The share of the records behind one figure that have evidence valid on its period's last day, or on the data date while it is
 * not over: from 0 to 100. Null for one who may not read the records, and where there are none.
 */
export async function readEvidenceShare(
  causeway: Causeway,
  viewer: Viewer,
  request: SeriesRequest,
  address: FigureAddress,
): Promise<number | null> {
  if (!maySeeExact(viewer, request.institution)) return null
  const counts = await behindFigure(causeway, viewer, request, address, (db, evaluation) =>
    readEvidenceCounts(db, evaluation, address),
  )
  return counts === null || counts.total === 0 ? null : (counts.proved / counts.total) * 100
}

/**
 * What was decided to be one thing and touched the records of a figure; that the institution itself was merged touches them all.
 * Null for who may not see exact figures: which codes there are is theirs.
 */
export async function listFigureDecisions(
  causeway: Causeway,
  viewer: Viewer,
  request: SeriesRequest,
  address: FigureAddress,
): Promise<Decision[] | null> {
  if (!maySeeExact(viewer, request.institution)) return null
  return behindFigure(causeway, viewer, request, address, async (db, evaluation) => {
    const own = await readTouchingDecisions(db, evaluation, address)
    return [...(await readInstitutionDecisions(db, request.institution)), ...own]
  })
}

/** How many records of one open start are behind a figure that counts them in every period. */
export interface CountedOpenStart {
  open: OpenStart
  count: number
}

/**
 * Returns how many of the records behind a figure have no start, and so count in every period before their end. Null if the viewer may
 * not see exact figures.
 */
export async function readCountedOpenStarts(
  causeway: Causeway,
  viewer: Viewer,
  request: SeriesRequest,
  address: FigureAddress,
): Promise<CountedOpenStart[] | null> {
  if (!maySeeExact(viewer, request.institution)) return null
  const read = await behindFigure(causeway, viewer, request, address, async (db, evaluation) => {
    const { declaration, home } = evaluation
    const found: CountedOpenStart[] = []
    for (const open of openStartsOf(declaration)) {
      const counts: number[] = []
      for (const part of partsOfMeasure(declaration)) {
        const count = (of: Declaration) =>
          readCountedTotal(db, { ...evaluation, declaration: of, revision: home.revision }, part, address)
        counts.push((await count(declaration)) - (await count(withStarts(declaration, open))))
      }
      // The records of a numerator are among those of its denominator.
      const most = Math.max(...counts)
      if (most > 0) found.push({ open, count: most })
    }
    return found
  })
  return read ?? []
}

const partsOfMeasure = ({ measure }: Declaration): CountedPart[] =>
  'share' in measure || 'ratio' in measure ? ['numerator', 'denominator'] : ['numerator']

const PART_NAMES = { NUMERATOR: 'numerator', DENOMINATOR: 'denominator', LEFT_OUT: 'left-out' } as const
/** A side of a figure, or what its scope could not place. */
export type FigurePart = keyof typeof PART_NAMES

async function readRecords(
  db: Connection,
  kind: 'sqlite' | 'postgres',
  { institution, then }: Standing,
  counted: { type: string; key: string }[],
): Promise<StoredRecord[]> {
  const found = new Map<string, StoredRecord>()
  for (const [type, records] of Map.groupBy(counted, (record) => record.type)) {
    const keys = records.map(({ key }) => key)
    for (const record of await findRecords(db, kind, type, institution, keys, then?.revision)) {
      const place = placeOf(type, record.key)
      found.set(place, { ...record, cursor: toCursor(place) })
    }
  }
  return counted.flatMap(({ type, key }) => found.get(placeOf(type, key)) ?? [])
}

function placeOf(type: string, key: string): string {
  return `${type}/${key}`
}

function fromPlace(place: string): { type: string; key: string } {
  const slash = place.indexOf('/')
  if (slash < 0) throw badCursor()
  return { type: place.slice(0, slash), key: place.slice(slash + 1) }
}
