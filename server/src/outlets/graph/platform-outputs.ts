import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import { runsOn, type Platform } from '../../answers/platforms/platform.ts'
import { readOutputs, sumOf, type OutputKind, type PlatformOutputs } from '../../answers/platforms/outputs.ts'
import { pageOf } from '../../records/read-together.ts'
import { builder } from './builder.ts'
import { BasisEnum } from './enums.ts'
import { PeriodRef } from './figure.ts'
import { PlatformRef } from './platform.ts'

interface OutputsAnswer extends PlatformOutputs {
  platform: Platform
}

const UNKNOWN = 'Null: there are neither records of the kind in the period nor a report that there were none.'

const OutputsRef = builder.objectRef<OutputsAnswer>('PlatformOutputs').implement({
  description:
    'What a platform produced in one period, counted as outputs per platform (PF09) counts it. Unlike there, platforms that have closed are told of too.',
  fields: (t) => {
    const count = (kind: OutputKind, description: string) =>
      t.maybe('Int', `${description} ${UNKNOWN}`, ({ counts }) => counts[kind])
    return {
      period: t.given(PeriodRef, 'When.', 'period'),
      counted: t.given(
        'Boolean',
        'The platform runs on the last day of the period, or on the data date: PF09 counts its outputs.',
        ({ platform, day }) => day !== null && runsOn(platform, day),
      ),
      trainingSessions: count('training-session', 'Training sessions that began.'),
      stays: count('mobility', 'Stays that began: those of one partner, country and first day are one.'),
      placements: count('placement', 'Placements that began: those of one partner, country and first day are one.'),
      events: count('event', 'Events that began.'),
      adoptions: count('adoption', 'Adoptions, by the day they were adopted.'),
      outputs: t.int({
        nullable: true,
        description: 'These five together, as far as they are known. Null: nothing is known of any.',
        resolve: sumOf,
      }),
      onlineLearners: t.maybe(
        'Int',
        `Learners outside the border who studied online through it (PF08), who are people and no output. ${UNKNOWN}`,
        'onlineLearners',
      ),
    }
  },
})

/** Periods that are reckoned with where nobody says which. */
const USUAL_PERIODS = 5
/** Statements over records that one answer takes, for all platforms of a page. */
const COST = 30

/** By the page and what is asked of it: every platform of it is answered by the same statements. */
const known = new WeakMap<Platform[], Map<string, ReturnType<typeof readOutputs>>>()

builder.objectField(PlatformRef, 'outputs', (t) =>
  t.field({
    type: [OutputsRef],
    nullable: true,
    description: 'What it produced, period by period.',
    args: {
      basis: t.arg({ type: BasisEnum, description: 'SCHOOL_YEAR where omitted, or CALENDAR_YEAR.' }),
      from: t.arg.int({
        description: `Year the first period begins in, ${FIRST_YEAR} to ${LAST_YEAR}; four before the last where omitted.`,
      }),
      to: t.arg.int({
        description: 'Year the last period begins in; the one that the data date is in where omitted.',
      }),
    },
    complexity: ({ from, to }) => ({
      field: COST,
      multiplier: from != null && to != null ? Math.min(Math.max(to - from + 1, 1), LAST_YEAR) : USUAL_PERIODS,
    }),
    resolve: async (platform, { basis = null, from = null, to = null }, { causeway }) => {
      const page = pageOf(platform)
      const answers = known.get(page) ?? new Map<string, ReturnType<typeof readOutputs>>()
      known.set(page, answers)
      const question = JSON.stringify([basis, from, to])
      const { institution } = platform
      const platforms = page.map(({ code }) => code)
      const answer = answers.get(question) ?? readOutputs(causeway, { institution, basis, from, to, platforms })
      answers.set(question, answer)
      return ((await answer).get(platform.code) ?? []).map((outputs) => ({ ...outputs, platform }))
    },
  }),
)
