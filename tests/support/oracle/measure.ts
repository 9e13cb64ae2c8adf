import type { Measure, SetOf, Value } from '@causeway/server/figures/indicators/definition'
import { allHold, isInScope } from './holds.ts'
import { refOf, type Part } from './members.ts'
import { measurePairs } from './pairs.ts'
import { readKey, readPath, readValue, type Row } from './read.ts'
import { median, tInterval, wilson } from './statistics.ts'
import { measureWeighted } from './weighted.ts'
import { behind, distinct, heads, personsOf, type Asked, type Said } from './said.ts'
import { headsOf, isGroup } from './world.ts'

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
