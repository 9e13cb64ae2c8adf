import { Worker } from 'node:worker_threads'
import type { Causeway } from '../../figures/causeway.ts'
import type { Database } from '../../ground/database/database.ts'
import { once } from '../../ground/once.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { threadLine } from '../../ground/thread-line.ts'
import { inTurn } from '../../ground/under-way.ts'
import { listOwnFields } from '../../records/own-fields.ts'
import { listening } from '../../desk/progress.ts'
import type { ReportWork, WorkOrder } from './report-work.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** The one that is being made, and a hundred behind it. */
const MOST_WAITING = 101
const MOST_MILLISECONDS = 120_000
/** What a thread keeps in memory is had again in less time than most people leave between two reports. */
const IDLE_MILLISECONDS = 30_000
/** The tree of the largest document that is taken is a fifth of it. */
const MEMORY = { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 1024 }

/** All that the thread needs to answer as this one does. */
export interface ReportThread extends Pick<
  Causeway,
  'indicators' | 'earlier' | 'ownForms' | 'publicReading' | 'publicReleases' | 'isRounded' | 'timeZone'
> {
  address: string
  kind: 'sqlite' | 'postgres'
  ownFields: ReturnType<typeof listOwnFields>
}

/** Reports are made in their own thread, one after the other: a third of a second of each would be taken from every page. */
function openLine(causeway: Causeway) {
  const { database, indicators, earlier, ownForms, publicReading, publicReleases, isRounded, timeZone } = causeway
  const { address = '', kind } = database
  const given = { indicators, earlier, ownForms, publicReading, publicReleases, isRounded, timeZone }
  return threadLine<WorkOrder, unknown>({
    open: () =>
      new Worker(new URL('./report-worker.ts', import.meta.url), {
        workerData: { ...given, address, kind, ownFields: listOwnFields() } satisfies ReportThread,
        resourceLimits: MEMORY,
      }),
    ...{ mostWaiting: MOST_WAITING, mostMilliseconds: MOST_MILLISECONDS, idleMilliseconds: IDLE_MILLISECONDS },
    tooBusy: () => new QuestionError('TOO_BUSY', REFUSALS.TOO_BUSY),
    tooMuch: () => new QuestionError('REPORT_TAKES_TOO_MUCH', REFUSALS.REPORT_TAKES_TOO_MUCH),
  })
}

const linesOf = once((_database: Database) => ({ line: null as ReturnType<typeof openLine> | null }))

function lineOf(causeway: Causeway) {
  const known = linesOf(causeway.database)
  return (known.line ??= openLine(causeway))
}

type Done<Name extends keyof ReportWork> = Awaited<ReturnType<ReportWork[Name]>>

/**
 * Has it done when its turn comes.
 * @throws QuestionError TOO_BUSY, REPORT_TAKES_TOO_MUCH, those of the work
 */
export async function doInLine<Name extends keyof ReportWork>(
  causeway: Causeway,
  order: WorkOrder<Name>,
): Promise<Done<Name>> {
  const asker = listening.getStore()
  const { made, begun, before } = lineOf(causeway).ask(order, asker?.note)
  if (asker) asker.before = before
  await inTurn(begun)
  return (await made) as Done<Name>
}

/** Another server of the same database has another line. */
export async function closeReports({ database }: Causeway): Promise<void> {
  const known = linesOf(database)
  const { line } = known
  known.line = null
  await line?.close()
}
