import type { Measure, SetOf, Value } from '@causeway/server/figures/indicators/definition'
import { allHold, isInScope, timeHolds } from './holds.ts'
import { refOf, type Part } from './members.ts'
import { readKey, readPath, readValue, dateDay, plainRow, type Row } from './read.ts'
import { median, tInterval, wilson, deviation, mean } from './statistics.ts'
import { behind, distinct, heads, personsOf, type Asked, type Said } from './said.ts'
import { headsOf, isGroup, recordsOf } from './world.ts'

export function say(asked: Asked): Said {
  const { declaration } = asked
  const { measure } = declaration
  if ('ratio' in measure) return sayRatio(asked, measure)
  const set = declaration.set!
  if ('share' in measure) return sayShare(asked, set, measure)
  if ('pairs' in measure) return measurePairs(asked, set, measure)
  const rows = rowsOf(asked, set, 'numerator')
  if ('weighted' in measure) return measureWeighted(asked, rows, measure)
  if ('mean' in measure) return sayMean(asked, rows, measure)
  if ('median' in measure) {
    const filled = withValue(asked, rows, measure.median)
    const counted = filled.map(({ row }) => row)
    if (counted.length === 0 || counted.some(({ record }) => isGroup(record))) return { value: null, rows: counted }
    return {
      value: median(filled.map(({ value }) => value)),
      denominator: counted.length,
      size: counted.length,
      rows: counted,
    }
  }
  const value = amount(asked, rows, measure)
  const isOfPersons = 'distinct' in measure && measure.distinct === 'persons'
  if (isOfPersons && isSpoilt(asked, rows)) return { value: null, size: value, rows }
  const isOfObjects = ('distinct' in measure && !isOfPersons) || ('count' in measure && measure.count === 'records')
  return { value, size: isOfObjects ? value : behind(asked, rows), rows }
}

function rowsOf({ membersOf, isIn }: Asked, set: SetOf, part: Part): Row[] {
  return membersOf(set, part).filter((row) => isIn(row, part))
}

/** Distinct persons of several periods cannot be known from group rows. */
function isSpoilt({ cumulative }: Asked, rows: Row[]): boolean {
  return cumulative && rows.some(({ record }) => isGroup(record))
}

/** Counts and sums. */
function amount({ moment: { world, window } }: Asked, rows: Row[], measure: Measure): number {
  if ('count' in measure) return measure.count === 'records' ? rows.length : heads(rows)
  if ('distinct' in measure)
    return distinct(rows, (row) => readKey(world, row, measure.distinct, window), measure.distinct)
  if ('sum' in measure)
    return rows.reduce((sum, row) => sum + Number(readValue(world, row, measure.sum, window) ?? 0), 0)
  throw new Error('no count or sum')
}

function withValue({ moment: { world, window } }: Asked, rows: Row[], value: Value): { row: Row; value: number }[] {
  return rows.flatMap((row) => {
    const found = readValue(world, row, value, window)
    return found === null ? [] : [{ row, value: Number(found) }]
  })
}

/** A group row says the mean of its heads, and weighs as many; how far they lie apart it does not say. */
function sayMean(asked: Asked, rows: Row[], measure: Extract<Measure, { mean: unknown }>): Said {
  const { world } = asked.moment
  const filled = withValue(asked, rows, measure.mean)
  const scales = new Set(
    filled.map(({ row }) => JSON.stringify(measure.scale?.map((path) => readPath(world, row, path)))),
  )
  const count = heads(filled.map(({ row }) => row))
  if (count === 0 || scales.size > 1) return { value: null, rows: filled.map(({ row }) => row) }
  const sum = filled.reduce((total, { row, value }) => total + value * headsOf(row.record), 0)
  const interval = filled.some(({ row }) => isGroup(row.record)) ? null : tInterval(filled.map(({ value }) => value))
  return { value: sum / count, numerator: sum, denominator: count, interval, rows: filled.map(({ row }) => row) }
}

function sayShare(asked: Asked, set: SetOf, measure: Extract<Measure, { share: unknown }>): Said {
  const { moment, declaration, isIn } = asked
  const { world, scope } = moment
  const all = asked.membersOf(set, 'denominator')
  const whole = all.filter((row) => isIn(row, 'denominator'))
  const place = declaration.scope && refOf(declaration.scope, 'numerator')
  const meeting = all
    .filter((row) => isIn(row, 'numerator') && allHold(moment, row, measure.share))
    .filter((row) => !place || scope === null || isInScope(world, scope, readPath(world, row, place as string)))
  const parts: Said['parts'] = [
    { part: 'numerator', rows: meeting },
    { part: 'denominator', rows: whole },
  ]
  const count = (rows: Row[]) =>
    measure.per === 'persons' ? personsOf(asked, rows) : measure.per === 'records' ? rows.length : heads(rows)
  const [numerator, denominator] = [count(meeting), count(whole)]
  const size = measure.per === 'records' ? denominator : behind(asked, whole)
  if (denominator === 0 || (measure.per === 'persons' && isSpoilt(asked, whole)))
    return { value: null, numerator, denominator, size, rows: whole, parts }
  const interval = measure.per === 'records' ? null : wilson(numerator, denominator)
  return { value: (100 * numerator) / denominator, numerator, denominator, size, interval, rows: whole, parts }
}

function sayRatio(asked: Asked, { ratio, forEvery }: Extract<Measure, { ratio: unknown }>): Said {
  const { declaration } = asked
  const rows = {
    numerator: rowsOf(asked, ratio.numerator.set, 'numerator'),
    denominator: rowsOf(asked, ratio.denominator.set, 'denominator'),
  }
  const parts = (['numerator', 'denominator'] as const).map((part) => ({ part, rows: rows[part] }))
  const numerator = amount(asked, rows.numerator, ratio.numerator.measure)
  const denominator = amount(asked, rows.denominator, ratio.denominator.measure)
  const spoilt = (['numerator', 'denominator'] as const).some((part) => {
    const { measure } = ratio[part]
    return 'distinct' in measure && measure.distinct === 'persons' && isSpoilt(asked, rows[part])
  })
  if (denominator === 0 || spoilt) return { value: null, numerator, denominator, rows: rows.denominator, parts }
  const said = {
    value: ((forEvery ?? (declaration.unit.en === '%' ? 100 : 1)) * numerator) / denominator,
    numerator,
    denominator,
    rows: rows.denominator,
    parts,
  }
  if (!ratio.response) return said
  const response = amount(asked, rowsOf(asked, ratio.response.set, 'denominator'), ratio.response.measure)
  return {
    ...said,
    size: denominator,
    interval: wilson(numerator, denominator),
    coverage: response === 0 ? null : (100 * denominator) / response,
  }
}

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

/**
 * Unit by unit the share that meets the conditions; within a version by the weights of the units that have a result, made to add up
 * to 1 (alike where it has none; where only some units have one the others are nothing); over versions by the persons assessed on
 * any that weighs.
 */
export function measureWeighted(asked: Asked, rows: Row[], measure: Extract<Measure, { weighted: unknown }>): Said {
  const { moment } = asked
  const { world } = moment
  const keyOf = (row: Row, paths: readonly string[]) => JSON.stringify(paths.map((path) => readPath(world, row, path)))
  const versions = Map.groupBy(rows, (row) => keyOf(row, measure.by.slice(0, measure.within)))
  const parts: Said['parts'] = [
    { part: 'numerator', rows: rows.filter((row) => allHold(moment, row, measure.weighted)) },
    { part: 'denominator', rows },
  ]
  if (rows.length === 0) return { value: null, rows, parts }
  const units = recordsOf(world, measure.weights.of).map(plainRow)
  let [weightedSum, persons, assessed, listed] = [0, 0, 0, 0]
  for (const [version, results] of versions) {
    const ofVersion = units.filter((unit) => keyOf(unit, measure.weights.key.slice(0, measure.within)) === version)
    const shares = [...Map.groupBy(results, (row) => keyOf(row, measure.by))].map(([unit, tests]) => ({
      share: tests.filter((row) => allHold(moment, row, measure.weighted)).length / tests.length,
      weight: ofVersion
        .filter((it) => keyOf(it, measure.weights.key) === unit)
        .map((it) => readPath(world, it, measure.weights.weight))
        .reduce<number | null>((most, it) => (it === null ? most : Math.max(most ?? 0, Number(it))), null),
      isListed: ofVersion.some((it) => keyOf(it, measure.weights.key) === unit),
    }))
    const hasWeight = (unit: Row) => Number(readPath(world, unit, measure.weights.weight) ?? 0) > 0
    const weighs = ofVersion.some(hasWeight)
    const heavy = new Set(ofVersion.filter(hasWeight).map((it) => keyOf(it, measure.weights.key)))
    const weightOf = ({ weight }: { weight: unknown }) => (weighs ? Number(weight ?? 0) : 1)
    const total = shares.reduce((sum, it) => sum + weightOf(it), 0)
    if (total > 0) {
      const attained = shares.reduce((sum, it) => sum + it.share * weightOf(it), 0) / total
      const seen = results.filter((row) => !weighs || heavy.has(keyOf(row, measure.by)))
      const count = personsOf(asked, seen)
      weightedSum += attained * count
      persons += count
    }
    assessed += shares.filter(({ isListed }) => isListed).length
    listed += new Set(ofVersion.map((it) => keyOf(it, measure.weights.key))).size
  }
  return {
    value: persons === 0 ? null : (100 * weightedSum) / persons,
    coverage: listed === 0 ? null : (100 * assessed) / listed,
    rows,
    parts,
  }
}
