import type { Basis } from '@causeway/shared/period'
import type { Asked, Cover } from './asked.ts'
import type { Row } from './row.ts'

/** Dates of a type: the earliest that is filled begins its stretch; `end` closes it. */
interface Dates {
  begins: (keyof Row)[]
  ends?: keyof Row
  /** Begins before every day where none is filled; else it covers nothing then. */
  alwaysThere?: true
  /** Covered from the first record to the data date. */
  register?: true
}

const REGISTER = { register: true, ends: 'to' } as const
const ONE_DAY = { begins: ['date'] } as const satisfies Dates
const STRETCH = { begins: ['start'], ends: 'end' } as const satisfies Dates

const DATES: Record<string, Dates> = {
  partner: { ...REGISTER, begins: ['from'], alwaysThere: true },
  programme: { ...REGISTER, begins: ['from'], alwaysThere: true },
  course: { ...REGISTER, begins: ['from'], alwaysThere: true },
  'joint-programme': { ...REGISTER, begins: ['from'] },
  agreement: { ...REGISTER, begins: ['signed_on', 'from'] },
  'office-held': { ...REGISTER, begins: ['from'] },
  staff: { ...REGISTER, begins: ['from'] },
  standard: { register: true, begins: ['localised_on'], ends: 'withdrawn_on' },
  resource: { register: true, begins: ['localised_on', 'published_on'], ends: 'withdrawn_on' },
  'standard-version': { ...REGISTER, begins: ['from'] },
  adoption: {
    register: true,
    begins: ['proposed_on', 'adapted_on', 'adopted_on', 'registered_on', 'in_system_on'],
    ends: 'lapsed_on',
  },
  platform: { register: true, begins: ['founded_on'], ends: 'closed_on' },
  'overseas-site': { register: true, begins: ['opened_on'], ends: 'closed_on' },
  recognition: { register: true, begins: ['awarded_on'], ends: 'valid_to' },
  enrolment: STRETCH,
  mobility: STRETCH,
  'training-session': STRETCH,
  placement: STRETCH,
  'online-learning': STRETCH,
  event: { begins: ['start'] },
  'adoption-use': { begins: ['from'], ends: 'to' },
  'competition-result': ONE_DAY,
  'assessment-result': ONE_DAY,
  'certificate-award': ONE_DAY,
  'language-result': ONE_DAY,
  'survey-result': ONE_DAY,
}

/** A record of the type in the period, or a zero report (零报告) that says there was none. */
export function isCovered(asked: Asked, cover: Cover, basis: Basis, cumulative: boolean): boolean {
  const type = typeof cover === 'string' ? cover : 'mobility'
  const only = typeof cover === 'string' ? {} : cover
  return (
    rowsOf(asked, cover).some((row) => speaks(asked, type, row, basis, cumulative)) || isReportedNone(asked, type, only)
  )
}

export function rowsOf({ book }: Asked, cover: Cover): Row[] {
  if (typeof cover === 'string') return book(cover)
  return book('mobility').filter((row) =>
    Object.entries(cover).every(([name, value]) => row[name as keyof Row] === value),
  )
}

/** Any of its days is one of the period, registers too; of a cumulative figure it has begun by the day. */
export function isOfPeriod(asked: Asked, type: string, row: Row, basis: Basis, cumulative: boolean): boolean {
  const until = cumulative ? { ...asked, first: -Infinity, last: asked.day } : asked
  return speaks(until, type, row, basis, false, true)
}

/** A record of the type, or a zero report, has a day of the stretch. */
export function isReportedIn(asked: Asked, cover: Cover, first: number, last: number): boolean {
  const type = typeof cover === 'string' ? cover : 'mobility'
  const only = typeof cover === 'string' ? {} : cover
  const stretch = { ...asked, first, last }
  const isReported = rowsOf(asked, cover).some((row) => speaks(stretch, type, row, 'SCHOOL_YEAR', false, true))
  return isReported || zeroReportsOf(asked, type, only).some((row) => row.from! <= last && row.to! >= first)
}

function speaks(asked: Asked, type: string, row: Row, basis: Basis, cumulative: boolean, byDays = false): boolean {
  const ofClass = type === 'graduate-outcome' || (basis === 'COHORT' && row.class != null)
  if (ofClass) return row.class === asked.class
  const dates = DATES[type]
  if (!dates) return true
  const days = dates.begins.map((name) => row[name]).filter((day) => day != null) as number[]
  if (days.length === 0 && !dates.alwaysThere) return false
  const first = days.length === 0 ? -Infinity : Math.min(...days)
  if (first > asked.last) return false
  if ((dates.register && !byDays) || cumulative) return true
  const last = lastDay(asked, type, row, dates, first)
  return last >= asked.first
}

function lastDay({ dataDay }: Asked, type: string, row: Row, { ends }: Dates, first: number): number {
  if (type === 'event') return row.end ?? first
  if (ends === undefined) return first
  return (row[ends] as number | null) ?? Math.max(first, dataDay)
}

/** By the institution as a whole: a unit speaks for itself alone. A period within the report is covered. */
function isReportedNone(asked: Asked, type: string, only: Exclude<Cover, string>): boolean {
  return zeroReportsOf(asked, type, only).some((row) => row.from! <= asked.first && row.to! >= asked.last)
}

function zeroReportsOf({ book }: Asked, type: string, only: Exclude<Cover, string>): Row[] {
  return book('nothing-to-report').filter(
    (row) =>
      row.record_type === type &&
      row.unit === null &&
      (row.direction === null || row.direction === only.direction) &&
      (row.audience === null || row.audience === only.audience),
  )
}
