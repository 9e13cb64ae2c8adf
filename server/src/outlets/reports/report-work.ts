import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { checkTemplate } from './kept/check-template.ts'
import { refreshReport, type RefreshOrder } from './kept/refresh-report.ts'
import { verifyReport } from './kept/verify-report.ts'
import type { ReportMemory } from './memory.ts'
import { writeReport } from './write-report.ts'

type Asked<Make extends (...given: never[]) => unknown> = Parameters<Make>[2]

/** What is asked of the thread, and what of it is handed back: not what its pages have no use for. */
export const WORK = {
  async fill(of: Causeway, viewer: Viewer, order: Asked<typeof writeReport>) {
    const { lock, unknown } = await writeReport(of, viewer, order)
    const gaps = lock.figures.filter(({ gap }) => gap !== null).length
    return { facts: factsOf(lock.memory), figures: lock.figures.length, gaps, unknown }
  },

  check: checkTemplate,

  async verify(
    of: Causeway,
    viewer: Viewer,
    { report, ...asked }: { report: string } & Parameters<typeof verifyReport>[3],
  ) {
    const { memory, figures, unbound } = await verifyReport(of, viewer, report, asked)
    return { facts: factsOf(memory), figures, unbound: unbound.map(({ at: _at, ...one }) => one) }
  },

  async refresh(of: Causeway, viewer: Viewer, order: RefreshOrder) {
    const { figures, said, lock } = await refreshReport(of, viewer, order)
    return { facts: factsOf(lock.memory), figures, said }
  },
}

export type ReportWork = typeof WORK
export type ReportFacts = ReturnType<typeof factsOf>

function factsOf({ institution, template, year, language, partner = null, release, revision }: ReportMemory) {
  return { institution, template, year, language, partner, release, revision }
}

export interface WorkOrder<Name extends keyof ReportWork = keyof ReportWork> {
  name: Name
  viewer: Viewer
  asked: Asked<ReportWork[Name]>
}
