import type { Words } from '@causeway/shared/words/words'
import type { Viewer } from '../../../access/viewer.ts'
import type { Causeway } from '../../../figures/causeway.ts'
import type { ExpectedReport, ReportMemory } from '../memory.ts'
import { causesOf } from './causes.ts'
import { compareReport, countedOnce, type ComparedFigure } from './compare.ts'
import { bindNumbers, findUnbound, type UnboundNumber } from './unbound.ts'
import { openReport } from './open-report.ts'
import { pinTurns } from './pinned-turns.ts'
import { readToday, type AskedTime, type Today } from './today.ts'

export interface ListedFigure extends Pick<
  ComparedFigure,
  'place' | 'question' | 'locked' | 'inDocument' | 'today' | 'state' | 'remark'
> {
  /** Why it moved; null: it has not, or nobody knows. */
  cause: Words | null
}

export interface VerifiedReport {
  memory: ReportMemory
  today: Today
  figures: ListedFigure[]
  /** Numbers of the text that a figure has too, and that no figure is bound to. */
  unbound: UnboundNumber[]
  /** Controls of other reports, pasted in. */
  foreign: number
  /** With those bound that are one figure's alone; null: none is to be bound. */
  bound: { report: Buffer; count: number } | null
}

/** Looks at a finished report: what was typed by hand, what has moved since, and what is no more. */
export async function verifyReport(
  causeway: Causeway,
  viewer: Viewer,
  path: string,
  asked: ExpectedReport & AskedTime & { bind?: boolean },
): Promise<VerifiedReport> {
  const { release, asOf, bind = false } = asked
  const { parts, memory } = await openReport(path, asked)
  const today = pinTurns(parts, memory, await readToday(causeway, viewer, memory, { release, asOf }))
  const { figures, found } = compareReport(parts, memory, today)
  const causeOf = causesOf(causeway, viewer, memory, today, { release, asOf })
  const listed: ListedFigure[] = []
  for (const one of countedOnce(figures)) listed.push(await listFigure(one, causeOf))
  const unbound = findUnbound(found, memory, today)
  const bound = bind ? bindNumbers(parts, found, memory, unbound) : null
  return { memory, today, figures: listed, unbound, foreign: found.foreign, bound }
}

export async function listFigure(one: ComparedFigure, causeOf: ReturnType<typeof causesOf>): Promise<ListedFigure> {
  const { place, question, locked, inDocument, today, state, remark } = one
  const cause = state === 'moved' ? await causeOf(one) : null
  return { place, question, locked, inDocument, today, state, remark, cause }
}
