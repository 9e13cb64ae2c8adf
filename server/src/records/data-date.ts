import type { Connection } from '../ground/database/database.ts'

/** Of a batch that says no day: the column takes no null. */
export const SAYS_NO_DAY = '1900-01-01'

/** What a batch makes of an institution's data date. */
export interface DataDateStep {
  /** YYYY-MM-DD; null: it is the first batch. */
  before: string | null
  /** YYYY-MM-DD, when the batch is in. */
  after: string
  /** The batch says that day, or sets the first one: the data date rests on it until it is taken back. */
  rests: boolean
  /** The day that it says is before the data date, and only a decision may move that back. */
  kept: boolean
}

/**
 * The first batch sets the data date, to the day it says or to the day of import. After that a file moves it forward only, and only
 * where it says a day; a decision moves it either way (contract.md, Periods, scopes, zero).
 */
export function dataDateStep(before: string | null, header: { dataDate: string | null; decides?: true }): DataDateStep {
  const { dataDate: said, decides } = header
  if (before === null) return { before, after: said ?? today(), rests: true, kept: false }
  if (said === null) return { before, after: before, rests: false, kept: false }
  const kept = said < before && !decides
  return { before, after: kept ? before : said, rests: !kept, kept }
}

/**
 * What the last step that nobody took back says; where none is left, the first batch that is. `before`: as it was then, an ISO
 * date-time; absent: now. Null: there is no batch.
 */
export async function findDataDate(db: Connection, institution: string, before?: string): Promise<string | null> {
  const batches = db
    .selectFrom('batch_institution as t')
    .innerJoin('batch as b', 'b.id', 't.batch')
    .where('t.institution', '=', institution)
  const standing =
    before === undefined
      ? batches.where('b.reverted_at', 'is', null)
      : batches
          .where('b.created_at', '<', before)
          .where((e) => e.or([e('b.reverted_at', 'is', null), e('b.reverted_at', '>=', before)]))
  const step = await standing
    .select('t.data_date')
    .where('t.data_date', 'is not', null)
    .orderBy('t.revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (step) return step.data_date
  const first = await standing.select(['b.data_date', 'b.created_at']).orderBy('t.revision').limit(1).executeTakeFirst()
  if (!first) return null
  return first.data_date === SAYS_NO_DAY ? dayOf(new Date(first.created_at)) : first.data_date
}

/** YYYY-MM-DD, by the clock of the machine. */
export function today(): string {
  return dayOf(new Date())
}

function dayOf(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
