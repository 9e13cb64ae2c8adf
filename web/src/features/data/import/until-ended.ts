import { DATABASE_LOST, type Fault } from '../../../graph/fault.ts'
import type { ImportReport, WholeReport } from '../../../graph/generated.ts'
import type { AnswerOf } from '../../../graph/graph.ts'
import { takeBegun } from './begun-import.ts'
import type { ImportAnswer, ProgressQuery } from './import-query.ts'
import { setCounting, type Progress } from './under-way.ts'

/** What else an answer is to have: the first rows while others are counted, wrong rows as a file. */
export interface AskedAlong {
  look: boolean
  text: boolean
  workbook: boolean
}

interface Desk {
  ask: (id: string, asked: AskedAlong) => Promise<{ data: AnswerOf<typeof ProgressQuery> | null; fault: Fault | null }>
  isStopped?: () => boolean
  /** Called once, with columns and first rows: from then on it is counting, and holds nobody up. */
  onRead?: ((soFar: WholeReport) => void) | undefined
  onProgress: (progress: Progress | null) => void
}

const POLL_MS = 1000
/** How often in a row it may not be reached: a server that begins anew on a busy machine needs its time. */
const MOST_LOST = 60

/** Asks how far an import is until something came of it. */
export async function untilEnded(
  first: ImportAnswer | null,
  fault: Fault | null,
  asked: AskedAlong,
  { ask, isStopped = () => false, onRead, onProgress }: Desk,
): Promise<{ answer: ImportAnswer | null; failed: Fault | null }> {
  let [answer, failed, lost, isShown] = [first, fault, 0, false]
  while (!failed && !isStopped() && answer?.__typename === 'ImportUnderWay') {
    const { id, rowsRead, bytesRead, bytes, soFar } = answer
    const share = bytes > 0 ? bytesRead / bytes : null
    const progress: Progress = { phase: 'reading', share, rows: rowsRead, isLost: lost > 0 }
    if (!isShown && soFar && onRead) {
      isShown = true
      onProgress(null)
      setCounting(progress)
      onRead({ ...ofFirstRows(soFar), parts: soFar.parts.map(ofFirstRows) })
      if (isStopped()) break
    } else if (isShown) setCounting(progress)
    else onProgress(progress)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    const said = await ask(id, { ...asked, look: asked.look && !isShown })
    lost = said.fault?.kind === 'unreachable' || said.fault?.code === DATABASE_LOST ? lost + 1 : 0
    // The server goes on without us: a connection that is back soon costs nothing.
    if (lost > 0 && lost < MOST_LOST) continue
    failed = said.fault
    // Asked once more, the same would be answered.
    if (failed && failed.kind !== 'unreachable' && failed.kind !== 'sign-in') takeBegun(id)
    answer = said.data?.importProgress ?? null
  }
  return { answer, failed }
}

/** Without what is counted and gathered over all rows: so far it would be wrong. */
function ofFirstRows<Report extends ImportReport>(soFar: Report): Report {
  return {
    ...soFar,
    ...{ rowsRead: 0, rowsLeftOut: 0, rowsMerged: 0, rejected: 0, sumsAgreed: 0, problemCount: 0, warningCount: 0 },
    ...{ problems: [], warnings: [], wrongRows: [], words: [], codes: [], sums: [] },
    columns: soFar.columns.map((column) => ({ ...column, wrong: 0 })),
  }
}
