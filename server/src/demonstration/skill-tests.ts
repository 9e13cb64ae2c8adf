import { toDay, toIso } from '@causeway/shared/day'
import type { Row } from './csv-file.ts'
import type { Learner } from './learners.ts'
import { createRandom, type Random } from './random.ts'
import type { Training } from './trainings.ts'
import { internationalOfficeOn, UNIT } from './units.ts'

/** Which test was in use from a day on. In 2018/19 the second version took over from the first in the middle of the year. */
const BEFORE_AND_AFTER: [from: string, instrument: string, version: string, pre: number, gain: number][] = [
  ['2015-09-01', '农民技能测评 Farm skills', '1', 47, 19],
  ['2019-02-01', '农民技能测评 Farm skills', '2', 44, 21],
  ['2020-09-01', '线上农技测评 Online farm skills', '1', 49, 12],
  ['2022-09-01', '农民技能测评 Farm skills', '3', 45, 23],
]

/**
 * Tests before and after training. One in ten never sat the second; a few gained nothing or lost; one had full marks from the start;
 * some sat the second again, which counts for nothing.
 */
export function testTrainees(trainings: Training[]): Row[] {
  const random = createRandom('gains')
  return trainings.flatMap(({ person, country, start, end }, n) => {
    const [, instrument, version, level, gain] = BEFORE_AND_AFTER.findLast(([from]) => from <= start)!
    if (random.chance(0.12)) return []
    const before = n % 97 === 40 ? 100 : halves(level + bell(random) * 26)
    const after = Math.min(100, Math.max(0, halves(before + gain + bell(random) * 22)))
    const row = {
      person,
      instrument,
      version,
      max: 100,
      attempt: 1,
      nationality: country,
      unit: internationalOfficeOn(start),
    }
    const rows: Row[] = [{ ...row, phase: 'pre', date: start, raw: before }]
    if (random.chance(0.9)) rows.push({ ...row, phase: 'post', date: end, raw: after })
    if (rows.length === 2 && random.chance(0.06))
      rows.push({ ...row, phase: 'post', date: toIso(toDay(end) + 14), raw: Math.min(100, after + 9), attempt: 2 })
    return rows
  })
}

/** From -1 to 1, mostly near 0. */
function bell(random: Random): number {
  return (random.next() + random.next() + random.next()) / 1.5 - 1
}

function halves(value: number): number {
  return Math.round(value * 2) / 2
}

const CERTIFICATES: Record<string, string> = {
  'P-MACH': '农机装备应用 Farm machinery',
  'J-MACH': '农机装备应用 Farm machinery',
  'P-ECOM': '农产品电商运营 Farm e-commerce',
  'J-ECOM': '农产品电商运营 Farm e-commerce',
  'P-CROP': '设施蔬菜生产 Greenhouse vegetables',
  'J-CROP': '设施蔬菜生产 Greenhouse vegetables',
  'P-HORT': '设施蔬菜生产 Greenhouse vegetables',
  'P-FOOD': '食品检验管理 Food inspection',
  'J-FOOD': '食品检验管理 Food inspection',
  'P-PLANT': '植保无人机应用 Crop drones',
}

/** Candidates of a school year, and how likely one passes at the first attempt. The certificates began in 2019; version 2.0 in 2023. */
const SITTINGS: Record<number, { candidates: number; passes: number; days: string[] }> = {
  2019: { candidates: 72, passes: 0.71, days: ['2020-07-18'] },
  2020: { candidates: 108, passes: 0.74, days: ['2020-12-12', '2021-06-19'] },
  2021: { candidates: 138, passes: 0.78, days: ['2021-12-11', '2022-06-18'] },
  2022: { candidates: 164, passes: 0.73, days: ['2023-03-18', '2023-06-17'] },
  2023: { candidates: 192, passes: 0.82, days: ['2023-12-16', '2024-06-15'] },
  2024: { candidates: 204, passes: 0.86, days: ['2024-12-14', '2025-06-14'] },
}

/** Examinations for X certificates. Of those who fail most sit again at the next sitting, and some a third time. */
export function examineForCertificates(learners: Learner[]): Row[] {
  const random = createRandom('certificates')
  const sittings = Object.values(SITTINGS).flatMap(({ days }) => days)
  const rows: Row[] = []
  const examined = new Set<string>()
  for (const { candidates, passes, days } of Object.values(SITTINGS)) {
    days.forEach((day, n) => {
      const here = learners.filter(
        ({ person, programme, start, end }) =>
          programme in CERTIFICATES && toDay(start) + 280 < toDay(day) && day < end && !examined.has(person),
      )
      const places = Math.round((candidates * (n + 1)) / days.length) - Math.round((candidates * n) / days.length)
      for (let i = 0; i < places && here.length > 0; i++) {
        const { person, programme, end } = random.take(here)
        examined.add(person)
        const certificate_level = random.weighted({ junior: 3, intermediate: 5, senior: 1 })
        const chance = passes + (certificate_level === 'junior' ? 0.06 : certificate_level === 'senior' ? -0.2 : 0)
        // Whoever began with one version sits it again.
        const version = day < '2023-01-01' ? '1.0' : '2.0'
        const laterDays = sittings.filter((later) => later > day && later < end)
        for (const [attempt, date] of [day, ...laterDays].slice(0, 3).entries()) {
          const passed = random.chance(chance - attempt * 0.12)
          rows.push({
            person,
            instrument: CERTIFICATES[programme],
            version,
            certificate_level,
            phase: 'final',
            attempt: attempt + 1,
            date,
            raw: passed ? random.whole(60, 96) : random.whole(31, 59),
            max: 100,
            passed: passed ? 1 : 0,
            nationality: 'CN',
            programme,
            unit: UNIT.academicAffairs,
          })
          if (passed || !random.chance(0.7)) break
        }
      }
    })
  }
  return rows
}
