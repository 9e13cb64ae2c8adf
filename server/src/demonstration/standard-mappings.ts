import type { Row } from './csv-file.ts'
import { UNIT } from './units.ts'

type Judged = [
  from: string,
  version: string,
  unit: string | undefined,
  to: string,
  toUnit: string | undefined,
  relation: string,
]

const BOARD = '专业建设委员会 Programme board'
const CHAMBER = '椴树谷手工业协会 Linden Valley Chamber'

/** Who compared what when: own standards with those of Germany, Russia and Belarus, unit by unit; a second look after each rewriting. */
// prettier-ignore
const ROUNDS: [day: string, assessor: string, judged: Judged[]][] = [
  ['2015-11-18', CHAMBER, [
    ['SO-MACH', '1', 'U1', 'SI-DE-01', 'M1', 'equivalent'],
    ['SO-MACH', '1', 'U2', 'SI-DE-01', 'M2', 'partial'],
    ['SO-MACH', '1', 'U3', 'SI-DE-01', 'M3', 'none'],
  ]],
  ['2017-02-23', BOARD, [
    ['SO-CROP', '1', 'U1', 'SI-RU-01', 'K1', 'equivalent'],
    ['SO-CROP', '1', 'U2', 'SI-RU-01', 'K2', 'partial'],
    ['SO-CROP', '1', 'U3', 'SI-RU-01', 'K3', 'equivalent'],
  ]],
  ['2018-05-11', BOARD, [
    ['SO-MACH', '1', 'U2', 'SI-BY-01', undefined, 'equivalent'],
    ['SO-HORT', '1', 'U2', 'SI-NZ-01', undefined, 'none'],
  ]],
  ['2020-03-27', BOARD, [
    ['SO-CROP', '2', 'U1', 'SI-RU-01', 'K1', 'equivalent'],
    ['SO-CROP', '2', 'U2', 'SI-RU-01', 'K2', 'equivalent'],
    ['SO-CROP', '2', 'U3', 'SI-RU-01', 'K3', 'equivalent'],
    ['SO-CROP', '2', 'U4', 'SI-RU-01', undefined, 'none'],
    ['SO-FOOD', '1', 'U3', 'SI-RU-01', undefined, 'none'],
    ['SC-DRONE', '1', 'U1', 'SI-BY-01', undefined, 'none'],
  ]],
  ['2022-12-09', CHAMBER, [
    ['SO-MACH', '2', 'U1', 'SI-DE-01', 'M1', 'equivalent'],
    ['SO-MACH', '2', 'U2', 'SI-DE-01', 'M2', 'equivalent'],
    ['SO-MACH', '2', 'U3', 'SI-DE-01', 'M2', 'partial'],
    ['SO-MACH', '2', 'U4', 'SI-BY-01', undefined, 'partial'],
    ['SO-MACH', '2', 'U5', 'SI-DE-01', undefined, 'none'],
    ['SO-MACH', '2', 'U6', 'SI-DE-01', 'M3', 'equivalent'],
  ]],
  ['2023-05-19', BOARD, [
    ['SJ-TZ-MEC', '1', 'U1', 'SI-DE-01', 'M2', 'equivalent'],
    ['SJ-TZ-MEC', '1', 'U2', 'SI-DE-01', 'M3', 'partial'],
    ['SO-CROP', '2', undefined, 'SI-RU-01', undefined, 'partial'],
    ['SO-ECOM', '1', 'U3', 'SI-BY-01', undefined, 'none'],
  ]],
]

export const STANDARD_MAPPINGS: Row[] = ROUNDS.flatMap(([assessed_on, assessor, judged]) =>
  judged.map(([standard, version, unit_code, to_standard, to_unit_code, relation]) => ({
    standard,
    version,
    unit_code,
    to_standard,
    to_unit_code,
    relation,
    assessor,
    assessed_on,
    unit: UNIT.academicAffairs,
  })),
)

const guided = (
  programme: string,
  standard: string,
  relation: 'implements' | 'benchmarked',
  from: string,
  to?: string,
): Row => ({
  programme,
  standard,
  relation,
  from,
  to,
  unit: UNIT.academicAffairs,
})

/** What each programme is taught by, and which foreign standard it was held against. */
export const PROGRAMME_STANDARDS: Row[] = [
  guided('P-MACH', 'SI-DE-01', 'benchmarked', '2015-09-01'),
  guided('P-CROP', 'SI-RU-01', 'benchmarked', '2017-03-01'),
  guided('J-CROP', 'SI-RU-01', 'implements', '2017-09-01'),
  guided('J-MACH', 'SI-BY-01', 'implements', '2018-09-01'),
  guided('P-VET', 'SI-NZ-01', 'benchmarked', '2017-09-01', '2021-08-31'),
  guided('P-FEED', 'SI-NZ-01', 'benchmarked', '2018-09-01', '2021-08-31'),
  guided('P-PLANT', 'SI-RU-01', 'benchmarked', '2020-09-01'),
  guided('P-HORT', 'SI-BY-01', 'benchmarked', '2022-09-01'),
  guided('J-HORT', 'SI-RU-01', 'benchmarked', '2022-09-01'),
  guided('S-TZ-MACH', 'SI-DE-01', 'benchmarked', '2023-09-01'),
  guided('P-CROP', 'SO-CROP', 'implements', '2015-09-01'),
  guided('P-MACH', 'SO-MACH', 'implements', '2016-09-01'),
  guided('P-HORT', 'SO-HORT', 'implements', '2017-09-01'),
  guided('P-ECOM', 'SO-ECOM', 'implements', '2018-09-01'),
  guided('J-ECOM', 'SO-ECOM', 'implements', '2019-09-01'),
  guided('P-FOOD', 'SO-FOOD', 'implements', '2019-09-01'),
  guided('P-VET', 'SO-VET', 'implements', '2019-09-01'),
  guided('P-PLANT', 'SJ-PLANT', 'implements', '2019-09-01'),
  guided('S-UZ-MACH', 'SO-MACH', 'implements', '2022-09-01'),
  guided('S-TZ-MACH', 'SJ-TZ-MEC', 'implements', '2023-02-20'),
]
