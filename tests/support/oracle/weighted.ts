import type { Measure } from '@causeway/server/figures/indicators/definition'
import { allHold } from './holds.ts'
import { personsOf, type Asked, type Said } from './said.ts'
import { plainRow, readPath, type Row } from './read.ts'
import { recordsOf } from './world.ts'

/**
 * Unit by unit the share that meets the conditions; within a version by the weights of the units that have a result, made to add up
 * to 1 (alike where it has none; where only some units have one the others are nothing); over versions by the persons assessed on
 * any that weighs.
 */
export function measureWeighted(asked: Asked, rows: Row[], measure: Extract<Measure, { weighted: unknown }>): Said {
  const { moment } = asked
  const { world } = moment
  const keyOf = (row: Row, paths: readonly string[]) => JSON.stringify(paths.map((path) => readPath(world, row, path)))
  const versions = groupBy(rows, (row) => keyOf(row, measure.by.slice(0, measure.within)))
  const parts: Said['parts'] = [
    { part: 'numerator', rows: rows.filter((row) => allHold(moment, row, measure.weighted)) },
    { part: 'denominator', rows },
  ]
  if (rows.length === 0) return { value: null, rows, parts }
  const units = recordsOf(world, measure.weights.of).map(plainRow)
  let [weightedSum, persons, assessed, listed] = [0, 0, 0, 0]
  for (const [version, results] of versions) {
    const ofVersion = units.filter((unit) => keyOf(unit, measure.weights.key.slice(0, measure.within)) === version)
    const shares = [...groupBy(results, (row) => keyOf(row, measure.by))].map(([unit, tests]) => ({
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

function groupBy(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}
