import { PART } from '../compile/part.ts'
import type { Observed } from './cell.ts'
import type { CellKey, PeriodRows } from './rows.ts'

/**
 * Competent over assessed of each unit, weighted by the units' weights made to add up to 1 within a version of the standard (a
 * version without weights weighs its units alike); over several versions the mean by persons assessed. Coverage: units with a
 * result of all units of those versions (domain.md 6.6, SK09).
 */
export function attainment(rows: PeriodRows, key: CellKey): Observed {
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
  const versions = byUnit('version', key)
  if (assessed.size === 0) return { gap: 'NOT_APPLICABLE', ...behind }
  let value = 0
  let persons = 0
  for (const [version, assessedPersons] of versions) {
    const units = [...assessed].filter(([unit]) => unit.startsWith(version + PART))
    const unweighed = units.every(([unit]) => !weights.get(unit))
    const weightOf = (unit: string) => (unweighed ? 1 : (weights.get(unit) ?? 0))
    const weight = units.reduce((sum, [unit]) => sum + weightOf(unit), 0)
    const reached = units.reduce(
      (sum, [unit, number]) => sum + (weightOf(unit) * (competent.get(unit) ?? 0)) / (number ?? 1),
      0,
    )
    value += (reached / weight) * (assessedPersons ?? 0)
    persons += assessedPersons ?? 0
  }
  const unitsOfVersions = [...weights.keys()].filter((unit) =>
    [...versions.keys()].some((version) => unit.startsWith(version + PART)),
  )
  const seen = [...assessed.keys()].filter((unit) => weights.has(unit)).length
  return {
    value: (100 * value) / persons,
    ...behind,
    coverage: unitsOfVersions.length === 0 ? null : (100 * seen) / unitsOfVersions.length,
  }
}
