import { requireExact } from '../access/refuse.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from './causeway.ts'
import { badCursor, fromCursor, toCursor } from '../ground/cursor.ts'
import { readCounted } from './indicators/evaluate.ts'
import { findRecords, type RecordPage, type StoredRecord } from '../records/list-records.ts'
import type { Connection } from '../ground/database/database.ts'
import { checkRequest } from './check-request.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { readStanding } from './store.ts'
import { unknownInstitution } from '../records/unknown-institution.ts'

export interface FigureAddress {
  year: number
  category: string | null
  across: string | null
}

/**
 * The records that one figure was counted from, or that its scope could not place, by type and key. A count has a numerator only.
 * @throws QuestionError FORBIDDEN and UNAUTHENTICATED without the right, and those of `readSeries`
 */
export async function listFigureRecords(
  { database, ...causeway }: Causeway,
  viewer: Viewer,
  request: SeriesRequest,
  { year, category, across }: FigureAddress,
  part: FigurePart,
  page: { first: number; after?: string | null },
): Promise<RecordPage> {
  requireExact(viewer, request.institution)
  const question = checkRequest({ database, ...causeway }, viewer, {
    ...request,
    from: year,
    to: year,
    profile: 'EXACT',
  })
  const answer = await database.snapshot(async (db) => {
    const home = await readStanding(db, question.institution)
    if (!home) return null
    // A figure without a category is the whole, records in no bloc and all.
    const cut = category === null ? { by: null, across: null } : {}
    const evaluation = { ...question, ...cut, home, revision: null }
    const after = page.after ? fromPlace(fromCursor(page.after)) : null
    const { counted, total } = await readCounted(db, evaluation, PART_NAMES[part], {
      category,
      across,
      after,
      most: page.first + 1,
    })
    const records = await readRecords(db, database.kind, question.institution, counted.slice(0, page.first))
    return {
      records,
      hasNext: counted.length > page.first,
      endCursor: records.at(-1)?.cursor ?? null,
      totalCount: total,
    }
  })
  if (!answer) throw await unknownInstitution(database, question.institution)
  return answer
}

const PART_NAMES = { NUMERATOR: 'numerator', DENOMINATOR: 'denominator', LEFT_OUT: 'left-out' } as const
/** A side of a figure, or what its scope could not place. */
export type FigurePart = keyof typeof PART_NAMES

async function readRecords(
  db: Connection,
  kind: 'sqlite' | 'postgres',
  institution: string,
  counted: { type: string; key: string }[],
): Promise<StoredRecord[]> {
  const found = new Map<string, StoredRecord>()
  for (const [type, records] of Map.groupBy(counted, (record) => record.type)) {
    const keys = records.map(({ key }) => key)
    for (const record of await findRecords(db, kind, type, institution, keys)) {
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
