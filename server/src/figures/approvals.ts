import { toIso } from '@causeway/shared/day'
import type { Basis } from '@causeway/shared/period'
import type { Causeway } from './causeway.ts'
import { toAsked } from './indicators/asked-periods.ts'
import { listAllRecords, type StoredRecord } from '../records/list-records.ts'
import { readTogether } from '../records/read-together.ts'
import { atOneMoment } from './standing.ts'
import { checkYears } from './check-request.ts'

/** One approval of a joint institution or project, and the programmes that run under it. */
export interface Approval {
  approval: string
  records: StoredRecord[]
  /** Codes, in the order of the register. */
  programmes: string[]
}

/**
 * The approvals in force on the last day of a period (the data date while it is not over), each with its programmes. None of a
 * period that begins after the data date.
 * @throws QuestionError UNKNOWN_INSTITUTION, BAD_PERIOD
 */
export async function listApprovals(
  causeway: Causeway,
  { institution, basis, at, year }: { institution: string; basis: Basis; at: string; year: number },
): Promise<Approval[]> {
  checkYears({ from: year, to: year })
  const [period] = await atOneMoment(
    causeway,
    institution,
    async (_db, home) => toAsked({ home, basis, at, from: year, to: year, scope: null }).periods,
  )
  if (!period) return []
  const day = toIso(period.day)
  const all = await listAllRecords(causeway.database, {
    type: 'joint-programme',
    institution,
    revision: causeway.moment?.revision,
  })
  const inForce = all.filter(({ values: { from, to } }) => String(from) <= day && (!to || String(to) >= day))
  return [...Map.groupBy(readTogether(inForce), ({ values }) => String(values['approval']))].map(
    ([approval, records]) => ({
      approval,
      records,
      programmes: [...new Set(records.map(({ values }) => String(values['programme'])))],
    }),
  )
}
