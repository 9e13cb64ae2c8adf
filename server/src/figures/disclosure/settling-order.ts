import { EXPORT_CODE, INTRODUCTION_CODE, LEADING } from '@causeway/shared/leading-indicators'
import type { Declaration } from '../indicators/definition.ts'
import { sameCounts } from '../indicators/same-count.ts'
import { liesInside } from './count-of.ts'
import { shownCounts } from './shown-counts.ts'

/**
 * In which order it is settled what is hidden of the indicators of a catalogue, so that each gives way to those before it and none
 * waits for itself: what the overview shows, all others, what they are measured by (DN), variants, and what a college declared for
 * itself; among these counts before rates, and what counts more before what is inside it. Anyone who follows another (`sameCounts`)
 * comes after it.
 */
export function settlingOrder(indicators: readonly Declaration[]): readonly Declaration[] {
  const known = orders.get(indicators)
  if (known) return known
  const codes = new Set(indicators.map(({ code }) => code))
  const counts = indicators.map((of) => ({ of, shown: shownCounts(of).map((count) => ({ count, of })) }))
  const all = counts.flatMap(({ shown }) => shown)
  const places = new Map(
    counts.map(({ of, shown }, at) => {
      const isRate = shown.some(({ count }) => count.part === 'denominator')
      const around = shown.map((one) => all.filter((other) => liesInside(one, other)).length)
      return [of, [rankOf(of, codes), Number(isRate), Math.max(0, ...around), at]]
    }),
  )
  const order = indicators
    .map((of) => {
      const leaders = sameCounts(indicators, of).map(({ leader }) => places.get(leader)!)
      const [last] = [places.get(of)!, ...leaders].toSorted((a, b) => compare(b, a))
      return { of, place: [...last!, Number(leaders.length > 0)] }
    })
    .toSorted((a, b) => compare(a.place, b.place))
    .map(({ of }) => of)
  orders.set(indicators, order)
  return order
}

/** Whether other indicators are measured by it. */
export const isMeasure = ({ code }: Pick<Declaration, 'code'>): boolean => code.startsWith('DN')

const orders = new WeakMap<readonly Declaration[], readonly Declaration[]>()
const PICTURE = new Set([INTRODUCTION_CODE, EXPORT_CODE])
const LEADS = new Set(Object.values(LEADING).flat())

function rankOf({ id, code }: Declaration, codes: ReadonlySet<string>): number {
  const [base = code, variant] = code.split('.')
  if (PICTURE.has(code) || LEADS.has(code)) return 0
  if (id.startsWith('own-')) return 4
  if (isMeasure({ code })) return 2
  return variant !== undefined && codes.has(base) ? 3 : 1
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [at, number] of one.entries()) if (number !== other[at]) return number - other[at]!
  return 0
}
