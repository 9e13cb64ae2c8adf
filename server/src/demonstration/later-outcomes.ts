import type { Row } from './csv-file.ts'
import { createRandom } from './random.ts'
import { UNIT } from './units.ts'

/**
 * What a survey found half a year after: of those whom the list of their class names, one in four answered, by name; of the classes
 * before 2020 only means by programme are known. Pay at the end of the year has grown a little since.
 */
export function askAfterHalfAYear(named: Row[], counted: Row[]): { named: Row[]; counted: Row[] } {
  const random = createRandom('half a year after')
  const answers = named
    .filter(({ observation, status }) => observation === '12-31' && status !== 'unknown' && random.chance(0.25))
    .map(({ pay, ...row }) => ({
      ...row,
      observation: '6m',
      pay: pay === undefined ? undefined : Number(pay) + random.whole(-2, 8) * 50,
      unit: UNIT.quality,
    }))
  const means = new Map<string, { row: Row; heads: number; sum: number }>()
  for (const row of counted) {
    if (row['observation'] !== '12-31' || Number(row['class']) >= 2020 || row['pay'] === undefined) continue
    const key = `${row['class']} ${row['programme']}`
    const mean = means.get(key) ?? { row, heads: 0, sum: 0 }
    mean.heads += Number(row['headcount'])
    mean.sum += Number(row['pay']) * Number(row['headcount'])
    means.set(key, mean)
  }
  return {
    named: answers,
    counted: [...means.values()].map(({ row, heads, sum }) => ({
      headcount: Math.max(1, Math.round(heads * 0.4)),
      programme: row['programme'],
      class: row['class'],
      observation: '6m',
      status: 'employed',
      pay: Math.round(sum / heads) + 60,
      nationality: 'CN',
      unit: UNIT.quality,
    })),
  }
}

/** The college as a whole, a year after: heads by status, as the firm that asks hands them in. */
export function askAfterAYear(): Row[] {
  const random = createRandom('a year after')
  const rows: Row[] = []
  for (let graduated = 2016; graduated <= 2024; graduated++) {
    const asked = 96 + (graduated - 2016) * 14
    const lean = graduated === 2019 || graduated === 2021 ? 0.05 : 0
    const shares: Record<string, number> = {
      employed: 0.64 + (graduated - 2016) * 0.009 - lean,
      'own-business': 0.05,
      flexible: 0.1,
      'further-study': 0.1,
      'not-employed': 0.05 + lean,
    }
    let rest = asked
    for (const [status, share] of Object.entries(shares)) {
      const headcount = Math.round(asked * share) + random.whole(-1, 1)
      rest -= headcount
      rows.push({ headcount, class: graduated, observation: '12m', status, nationality: 'CN', unit: UNIT.quality })
    }
    if (rest > 0)
      rows.push({
        headcount: rest,
        class: graduated,
        observation: '12m',
        status: 'unknown',
        nationality: 'CN',
        unit: UNIT.quality,
      })
  }
  return rows
}

/** Where foreign graduates went, by name since the class of 2020; most go home, some to enterprises that work there. */
export function followForeignGraduates(foreigners: Row[]): Row[] {
  const random = createRandom('foreign graduates')
  return foreigners.flatMap(({ person, kind, programme, nationality, end, outcome }) => {
    const graduated = Number(String(end).slice(0, 4))
    if (kind !== 'degree' || outcome !== 'completed' || !(graduated >= 2020 && graduated <= 2024)) return []
    const settle = (): Row => {
      const status = random.weighted({ employed: 56, 'further-study': 24, flexible: 6, 'not-employed': 9, unknown: 5 })
      if (status !== 'employed') return { status }
      const employer_type = random.weighted({ 'going-out': 5, private: 4, state: 2, foreign: 1 })
      return { status, employer_type, matched: random.chance(0.7) ? 1 : 0, country: nationality }
    }
    const first = settle()
    const last = first['status'] === 'unknown' || first['status'] === 'not-employed' ? settle() : first
    return [['08-31', first] as const, ['12-31', last] as const].map(([observation, found]) => ({
      person,
      programme,
      class: graduated,
      observation,
      ...found,
      nationality,
      unit: UNIT.internationalEducation,
    }))
  })
}
