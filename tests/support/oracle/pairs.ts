import type { Measure, SetOf } from '@causeway/server/figures/indicators/definition'
import { allHold, timeHolds } from './holds.ts'
import type { Asked, Said } from './said.ts'
import { dateDay, readKey, readPath, type Row } from './read.ts'
import { deviation, mean, tInterval } from './statistics.ts'

/** A pair belongs to the period, and to the cell, of its second test; the first may be of any day. */
export function measurePairs(asked: Asked, set: SetOf, measure: Extract<Measure, { pairs: unknown }>): Said {
  const { moment, isIn } = asked
  const { world, window } = moment
  if ('union' in set) throw new Error('pairs are of one record type')
  const ever = asked.everMembersOf(set, 'numerator')
  const before = ever.filter((row) => allHold(moment, row, measure.before))
  const after = ever.filter((row) => allHold(moment, row, measure.after))
  const keyOf = (row: Row) => readKey(world, row, measure.pairs, window)
  const number = (row: Row, path: string) => {
    const value = readPath(world, row, path)
    return value === null ? null : Number(value)
  }

  const pairs = after
    .filter((row) => timeHolds(moment, row, set.time) && isIn(row, 'numerator'))
    .flatMap((post) => before.filter((pre) => keyOf(pre) === keyOf(post)).map((pre) => ({ pre, post })))
    .filter(({ pre, post }) => number(pre, measure.value) !== null && number(post, measure.value) !== null)
    .filter(({ pre }) => measure.max === undefined || number(pre, measure.max) !== null)
  const without = before
    .filter((row) => timeHolds(moment, row, set.time) && isIn(row, 'numerator'))
    .filter((pre) => !after.some((post) => keyOf(post) === keyOf(pre) && dayOfTest(asked, set, post) <= window.last))
  const rows = pairs.flatMap(({ pre, post }) => [pre, post])
  const parts: Said['parts'] = [{ part: 'numerator', rows: [...pairs.map(({ post }) => post), ...without] }]
  const lost = without.length

  const scales = new Set(
    pairs.map(({ post }) => JSON.stringify(measure.scale.map((path) => readPath(world, post, path)))),
  )
  if (pairs.length === 0 || scales.size > 1) return { value: null, lost, rows, parts }
  const gains = pairs.map(({ pre, post }) => number(post, measure.value)! - number(pre, measure.value)!)
  const gained = gains.reduce((sum, gain) => sum + gain, 0)
  if (measure.gain === 'normalised') {
    const room = pairs.reduce((sum, { pre }) => sum + number(pre, measure.max!)! - number(pre, measure.value)!, 0)
    return { value: room === 0 ? null : gained / room, numerator: gained, denominator: room, lost, rows, parts }
  }
  const apart = gains.length > 1 ? deviation(gains) : 0
  return {
    value: mean(gains),
    numerator: gained,
    denominator: gains.length,
    interval: tInterval(gains),
    effect: apart === 0 ? null : mean(gains) / apart,
    lost,
    rows,
    parts,
  }
}

function dayOfTest({ moment }: Asked, set: SetOf, row: Row): number {
  if ('union' in set || !('fallsIn' in set.time)) throw new Error('a pair has a day')
  return dateDay(moment.world, row, set.time.fallsIn)!
}
