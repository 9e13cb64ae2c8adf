import type { Row } from './csv-file.ts'
import type { Learner } from './learners.ts'
import { createRandom } from './random.ts'
import { unitCodesOf } from './standard-parts.ts'
import { DEPARTMENT } from './units.ts'

interface Sitting {
  day: string
  programme: string
  standard: string
  version: string
  /** How many are tested. */
  size: number
  /** How likely one is found competent. */
  level: number
  /** Units that nobody was tested in. */
  without?: string[]
}

const machinery = (day: string, version: string, size: number, level: number, without: string[] = []): Sitting => ({
  day,
  programme: 'P-MACH',
  standard: 'SO-MACH',
  version,
  size,
  level,
  without,
})
const crops = (day: string, version: string, size: number, level: number, without: string[] = []): Sitting => ({
  day,
  programme: 'P-CROP',
  standard: 'SO-CROP',
  version,
  size,
  level,
  without,
})

/**
 * A sample of the final year, unit by unit of the standard that the programme is taught by. With the second version of the standard of
 * farm machinery came two units for which there was no bench in the first year.
 */
const SITTINGS: Sitting[] = [
  machinery('2016-05-19', '1', 9, 0.66, ['U4']),
  machinery('2017-05-18', '1', 10, 0.7, ['U4']),
  machinery('2018-05-17', '1', 9, 0.73),
  machinery('2019-05-16', '1', 9, 0.75),
  crops('2020-06-11', '2', 7, 0.7, ['U4']),
  machinery('2020-06-18', '1', 7, 0.74),
  crops('2021-05-20', '2', 7, 0.74),
  machinery('2021-05-27', '1', 8, 0.78),
  crops('2022-05-19', '2', 7, 0.77),
  machinery('2022-05-26', '1', 8, 0.8),
  crops('2023-05-18', '2', 7, 0.8),
  machinery('2023-05-25', '2', 7, 0.74, ['U5', 'U6']),
  crops('2024-05-16', '2', 7, 0.83),
  machinery('2024-05-23', '2', 7, 0.79, ['U6']),
  crops('2025-05-15', '2', 7, 0.85),
  machinery('2025-05-22', '2', 7, 0.83),
]

/** Later units are harder. */
const HARDER_BY = 0.04

export function testByUnits(learners: Learner[]): Row[] {
  const random = createRandom('competency')
  return SITTINGS.flatMap(({ day, programme, standard, version, size, level, without = [] }) => {
    const year = Number(day.slice(0, 4))
    const final = learners.filter(
      (one) => one.programme === programme && one.start === `${year - 3}-09-01` && day < one.end,
    )
    return Array.from({ length: Math.min(size, final.length) }, () => random.take(final)).flatMap(({ person }) =>
      unitCodesOf(standard, version)
        .filter((code) => !without.includes(code))
        .map((code, n) => ({
          person,
          instrument: '能力单元考核 Test by units',
          version,
          phase: 'final',
          attempt: 1,
          date: day,
          standard,
          standard_version: version,
          standard_unit: code,
          competent: random.chance(level + HARDER_BY - n * HARDER_BY) ? 1 : 0,
          nationality: 'CN',
          programme,
          unit: programme === 'P-MACH' ? DEPARTMENT.machinery : DEPARTMENT.agronomy,
        })),
    )
  })
}
