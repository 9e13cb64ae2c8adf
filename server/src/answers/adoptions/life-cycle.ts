import { toDay, toIso, type Day } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import type { StoredValues } from '../../records/stored-values.ts'
import { USED_WORDS, type StageSign } from '@causeway/shared/stage-sign'

/** What may have a day in the life of an adoption, in order. Use by learners is no stage but a mark beside: it may begin in any of them. */
export const STAGE_WORDS = {
  PROPOSED: { zh: '已提出', en: 'proposed' },
  ADAPTED: { zh: '已本土化修订', en: 'adapted' },
  ADOPTED: { zh: '已采用', en: 'adopted' },
  REGISTERED: { zh: '已注册认证', en: 'registered' },
  IN_SYSTEM: { zh: '已纳入国民教育体系', en: 'in the national system' },
  USED: USED_WORDS,
  LAPSED: { zh: '已失效', en: 'lapsed' },
} satisfies Record<StageSign, Words>
export type Mark = StageSign
export const MARKS = Object.keys(STAGE_WORDS) as Mark[]

export type Stage = Exclude<Mark, 'USED'>
export const STAGES = MARKS.filter((mark): mark is Stage => mark !== 'USED')
/** Fields of an adoption that date its stages. */
export const STAGE_FIELDS = Object.fromEntries(STAGES.map((stage) => [stage, `${stage.toLowerCase()}_on`]))

/** Of an adoption that had not begun by the day, or whose stages are not dated. */
const NO_STAGE: Words = { zh: '尚无阶段日期', en: 'no stage dated yet' }

export function stageWords(stage: Stage | null): Words {
  return stage === null ? NO_STAGE : STAGE_WORDS[stage]
}

/** Use of an adoption by one learner or more. */
export interface Use {
  /** First day of the first and of the last report of it. */
  first: Day
  lastFirst: Day
  /** One overlaps the twelve months up to the day asked for. */
  recent: boolean
}

export interface StageOfLife {
  stage: Stage
  /** As the records give it, YYYY-MM-DD: of a lapse the last day in force; null: not dated. */
  date: string | null
  /** By the day asked for, itself or a later stage. A lapse implies no other. */
  reached: boolean
  /** On how many days, up to the day asked for, the adoption stood in it. */
  days: number
}

/** Two dates of one adoption, of stages or of use, that cannot both be right. */
export interface Disorder {
  stage: Mark
  date: string
  /** A later one that is dated earlier. */
  before: Mark
  beforeDate: string
  words: Words
}

export interface LifeCycle {
  /** Null: it had not begun. */
  state: Stage | null
  /** First day of the state, YYYY-MM-DD. */
  since: string | null
  /** Adopted or later and not lapsed: what the indicators of adoption count. Use alone adopts nothing. */
  inForce: boolean
  /** In force, and used by a learner in the twelve months up to the day. */
  live: boolean
  /** First day on which a learner used it, by the day asked for, YYYY-MM-DD; null: none did. */
  usedSince: string | null
  /** Every stage, in order. */
  stages: StageOfLife[]
  disorders: Disorder[]
}

const LAPSED = STAGES.indexOf('LAPSED')
const ADOPTED = MARKS.indexOf('ADOPTED')
/** Stages in which an adoption is in force, by their own date. */
const IN_FORCE: readonly Stage[] = ['ADOPTED', 'REGISTERED', 'IN_SYSTEM']

/**
 * How far an adoption has come on a day. Its state is the latest stage, in the order of stages, that is dated by the day: a later one
 * implies those before it, as it does where indicators count. Use by learners is none of them, so that what was registered stays so
 * once it is used. Every day from the first date on is in exactly one state: the days of all stages add up to the time since.
 */
export function lifeCycleOf(values: StoredValues, use: Use | null, on: Day): LifeCycle {
  const dates = datesOf(values)
  const begins = beginsOf(dates)
  const days = daysInStages(begins, on)
  const state = stateOn(begins, on)
  const isLapsed = state === LAPSED
  const highest = begins.findLastIndex((day, at) => at !== LAPSED && day !== null && day <= on)
  const inForce =
    !isLapsed && IN_FORCE.some((stage) => (dates[STAGES.indexOf(stage)] ?? Number.POSITIVE_INFINITY) <= on)
  return {
    state: state === null ? null : STAGES[state]!,
    since: state === null ? null : toIso(begins[state]!),
    inForce,
    live: inForce && (use?.recent ?? false),
    usedSince: use !== null && use.first <= on ? toIso(use.first) : null,
    stages: STAGES.map((stage, at) => ({
      stage,
      date: dates[at] == null ? null : toIso(dates[at]),
      reached: at === LAPSED ? isLapsed : at <= highest,
      days: days[at]!,
    })),
    disorders: disordersOf(values, use),
  }
}

/** The stage that an adoption stood in on a day; null: it had not begun. */
export function stageOn(values: StoredValues, day: Day): Stage | null {
  const state = stateOn(beginsOf(datesOf(values)), day)
  return state === null ? null : STAGES[state]!
}

function datesOf(values: StoredValues): (Day | null)[] {
  return STAGES.map((stage) => dateOf(values, stage))
}

function dateOf(values: StoredValues, stage: Stage): Day | null {
  const iso = values[STAGE_FIELDS[stage]!]
  return typeof iso === 'string' && iso !== '' ? toDay(iso) : null
}

/** It is lapsed from the day after the last one in force. */
function beginsOf(dates: readonly (Day | null)[]): (Day | null)[] {
  return dates.map((date, at) => (date !== null && at === LAPSED ? date + 1 : date))
}

function stateOn(begins: readonly (Day | null)[], day: Day): number | null {
  const at = begins.findLastIndex((begin) => begin !== null && begin <= day)
  return at < 0 ? null : at
}

function daysInStages(begins: readonly (Day | null)[], on: Day): number[] {
  const days = STAGES.map(() => 0)
  const steps = [...new Set(begins.filter((day) => day !== null && day <= on))].sort((a, b) => a! - b!) as Day[]
  steps.forEach((day, step) => {
    const end = steps[step + 1] ?? on + 1
    days[stateOn(begins, day)!]! += end - day
  })
  return days
}

function disordersOf(values: StoredValues, use: Use | null): Disorder[] {
  const dates = MARKS.map((mark) => (mark === 'USED' ? (use?.first ?? null) : dateOf(values, mark)))
  const found: Disorder[] = []
  dates.forEach((date, at) => {
    // A use that goes on after the lapse is as wrong as a first one.
    const latest = MARKS[at] === 'USED' ? (use?.lastFirst ?? null) : date
    const later = dates
      .map((day, other) => ({ day, other, own: MARKS[other] === 'LAPSED' ? latest : date }))
      .filter(({ day, other, own }) => other > at && day !== null && own !== null && own > day && !mayFollow(at, other))
      .sort((a, b) => a.day! - b.day!)[0]
    if (later) found.push(toDisorder(MARKS[at]!, later.own!, MARKS[later.other]!, later.day!))
  })
  return found
}

/** An adopter may teach by a standard for years before an authority registers it, or puts it into the national system. */
function mayFollow(at: number, before: number): boolean {
  return MARKS[before] === 'USED' && at > ADOPTED
}

function toDisorder(stage: Mark, day: Day, before: Mark, beforeDay: Day): Disorder {
  const [date, beforeDate] = [toIso(day), toIso(beforeDay)]
  const [own, other] = [STAGE_WORDS[stage], STAGE_WORDS[before]]
  return {
    ...{ stage, date, before, beforeDate },
    words: {
      zh: `“${own.zh}”的日期 ${date} 晚于“${other.zh}”的日期 ${beforeDate}，请核对并更正其中一项。`,
      en: `"${own.en}" is dated ${date}, after "${other.en}", ${beforeDate}: check both and correct one.`,
    },
  }
}
