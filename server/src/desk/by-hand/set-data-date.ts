import { toDay } from '@causeway/shared/day'
import { toPeriod } from '@causeway/shared/period'
import { isReported, type YearReported } from '@causeway/shared/reported-years'
import { requireRight } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { listBiggestChanges } from '../../answers/change/biggest-changes.ts'
import type { YearChange } from '../../answers/change/year-change.ts'
import { DatabaseBusy, type Connection } from '../../ground/database/database.ts'
import { requireInstitution, findInstitution } from '../../records/institutions.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { commitBatch, type BatchResult } from '../../records/commit.ts'
import { headerWithoutFile } from '../../records/batch-writer.ts'
import { countOnCourse, type TargetsOnCourse } from '../../answers/targets/figure-targets.ts'
import { readReported, readReportedYears } from '../../answers/unreported/reported-years.ts'
import { checkReason } from './change-record.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

export interface DataDateDecision {
  institution: string
  /** YYYY-MM-DD */
  date: string
  /** May be left out of a dry run. */
  reason?: string | null
  /** Nothing is changed; the answer is what the overview would say. */
  dryRun?: boolean | null
}

/** What the overview opens with under a data date. */
export interface OverviewSaid {
  /** YYYY-MM-DD; null: nothing was imported. */
  dataDate: string | null
  openingYear: number | null
  /** The data date is before the last day of that year. */
  partial: boolean
  reported: YearReported | null
  targets: TargetsOnCourse
  /** The largest first; null: there was no time to count them. */
  changes: YearChange[] | null
}

export interface DataDateSet extends BatchResult {
  institution: string
  /** Before and after, of a dry run; null: it was done, or it is that day already. */
  preview: { before: OverviewSaid; after: OverviewSaid } | null
}

const MOST_CHANGES = 6
/** The transaction of a dry run is open, and others wait for it. */
const LONGEST_MS = 10_000

/**
 * Moves the data date of an institution either way, as a batch without records that can be taken back. A dry run makes the change,
 * asks what the overview says then, and undoes it.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_INSTITUTION, REASON_MISSING, BAD_DATA_DATE
 */
export async function setDataDate(
  causeway: Causeway,
  viewer: Viewer,
  { institution, date, reason: given, dryRun }: DataDateDecision,
): Promise<DataDateSet> {
  requireRight(viewer, 'records', institution)
  const { database } = causeway
  await requireInstitution(database, institution)
  const reason = checkReason(given)
  if (reason === null && !dryRun) throw new QuestionError('REASON_MISSING', REFUSALS.DATE_REASON_MISSING)
  const by = { token: viewer.token ?? null, reason }
  let after: OverviewSaid | null = null
  const result = await commitBatch(
    database,
    {
      ...headerWithoutFile({ recordType: 'institution', doneBy: 'setDataDate', institution, by }, [date, Date.now()]),
      dataDate: date,
      decides: true,
      ...(dryRun && {
        beforeEnd: async (db) => {
          after = await readOverview(inside(causeway, db), viewer, institution)
        },
      }),
    },
    async (writer) => {
      await writer.touch(institution)
      return dryRun ? 'undo' : 'keep'
    },
  )
  const preview = after && { before: await readOverview(causeway, viewer, institution), after }
  return { ...result, institution, preview }
}

/** All that is asked of it is read in the transaction, and nothing of it is kept. */
function inside(causeway: Causeway, db: Connection): Causeway {
  const { kind } = causeway.database
  const until = Date.now() + LONGEST_MS
  let looks = 0
  return {
    ...causeway,
    database: {
      kind,
      quick: db,
      // What is not committed has no state: two looks are never the same.
      state: () => `not committed ${looks++}`,
      snapshot: async (read) => {
        if (Date.now() > until) throw new DatabaseBusy()
        return read(db)
      },
      write: () => Promise.reject(new DatabaseBusy()),
      close: () => Promise.resolve(),
    },
  }
}

async function readOverview(causeway: Causeway, viewer: Viewer, institution: string): Promise<OverviewSaid> {
  const { database } = causeway
  const { dataDate, schoolYearStart } = (await findInstitution(database, institution))!
  const { opening } = await readReportedYears(database, institution)
  if (dataDate === null || opening === null)
    return {
      ...{ dataDate, openingYear: null, partial: false, reported: null },
      ...{ targets: { onCourse: 0, known: 0 }, changes: [] },
    }
  const reported = await readReported(database, institution, opening)
  const { partial } = toPeriod('SCHOOL_YEAR', opening, { schoolYearStart, dataDay: toDay(dataDate) })
  return {
    ...{ dataDate, openingYear: opening, partial },
    reported,
    // What is not reported is no target missed.
    targets: isReported(reported)
      ? await countOnCourse(causeway, viewer, institution, opening)
      : { onCourse: 0, known: 0 },
    changes: await listBiggestChanges(causeway, viewer, institution, opening, MOST_CHANGES).catch((error: unknown) => {
      if (error instanceof DatabaseBusy) return null
      throw error
    }),
  }
}
