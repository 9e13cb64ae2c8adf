import { PART } from '../compile/compilation.ts'
import type { Observed, CellKey, PeriodRows } from './rows.ts'

/**
 * Competent over assessed of each unit, weighted by the units' weights made to add up to 1 within a version of the standard (a
 * version without weights weighs its units alike; in one where only some have a weight the others weigh nothing); over several
 * versions the mean by persons assessed on a unit that weighs anything. Coverage: units with a result of all units of those versions
 * (domain.md 6.6, SK09).
 * @param within how many parts of a unit's key name its version
 */
export function attainment(rows: PeriodRows, key: CellKey, within: number): Observed {
  const whole = rows.sums('whole', key)
  const behind = {
    recordCount: whole.records,
    groupHeadcount: whole.groupHeads,
    size: whole.persons + whole.groupHeads,
  }
  const byUnit = (part: string, cell: CellKey) =>
    new Map(rows.rows(part, cell).map((row) => [row.unit_key ?? '', row.total === null ? null : Number(row.total)]))
  const competent = byUnit('competent', key)
  const assessed = byUnit('assessed', key)
  const weights = byUnit('weight', [null, null])
  const seenPersons = byUnit('version', key)
  if (assessed.size === 0) return { gap: 'NOT_APPLICABLE', ...behind }
  let value = 0
  let persons = 0
  const versionOf = (unit: string) => unit.split(PART).slice(0, within).join(PART)
  const weighed = new Set([...weights].filter(([, weight]) => weight).map(([unit]) => versionOf(unit)))
  for (const [version, units] of Map.groupBy(assessed.keys(), versionOf)) {
    const weightOf = (unit: string) => (weighed.has(version) ? (weights.get(unit) ?? 0) : 1)
    const weight = units.reduce((sum, unit) => sum + weightOf(unit), 0)
    if (weight === 0) continue
    const shareOf = (unit: string) => (competent.get(unit) ?? 0) / (assessed.get(unit) ?? 1)
    const reached = units.reduce((sum, unit) => sum + weightOf(unit) * shareOf(unit), 0)
    const assessedPersons = seenPersons.get(version) ?? 0
    value += (reached / weight) * assessedPersons
    persons += assessedPersons
  }
  const versions = new Set([...assessed.keys()].map(versionOf))
  const unitsOfVersions = [...weights.keys()].filter((unit) => versions.has(versionOf(unit)))
  const seen = [...assessed.keys()].filter((unit) => weights.has(unit)).length
  const coverage = unitsOfVersions.length === 0 ? null : (100 * seen) / unitsOfVersions.length
  // Results on units that weigh nothing alone.
  if (persons === 0) return { gap: 'NOT_APPLICABLE', ...behind, coverage }
  return { value: (100 * value) / persons, ...behind, coverage }
}
