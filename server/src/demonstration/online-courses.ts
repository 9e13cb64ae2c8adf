import type { Row } from './csv-file.ts'
import { createRandom } from './random.ts'
import { UNIT } from './units.ts'

interface Course {
  resource: string
  platform?: string
  /** Years in which it ran, and how many took it in the first. */
  years: [first: number, last: number]
  size: number
  countries: string[]
}

/** Learners abroad of the college's own online courses, by heads and country, a run a year. They are on no journey. */
const COURSES: Course[] = [
  { resource: 'RO-GREEN', years: [2018, 2024], size: 9, countries: ['RU', 'MN', 'KZ'] },
  { resource: 'RO-CHN', platform: 'PL-CHN', years: [2019, 2024], size: 22, countries: ['RU', 'KG', 'TJ', 'LA', 'MO'] },
  { resource: 'RO-DRONE', years: [2020, 2024], size: 14, countries: ['VN', 'KH', 'PK', 'UZ'] },
]

/** The pandemic brought many to the screen, and not all of them stayed. */
const CROWD: Record<number, number> = { 2019: 1.6, 2020: 2.6, 2021: 2.4, 2022: 1.7, 2023: 1.5, 2024: 1.6 }

export function countOnlineLearners(): Row[] {
  const random = createRandom('online')
  return COURSES.flatMap(({ resource, platform, years: [first, last], size, countries }) =>
    Array.from({ length: last - first + 1 }, (_, n) => first + n).flatMap((year) =>
      countries.map((country, i) => ({
        resource,
        country,
        start: `${year}-10-08`,
        end: `${year + 1}-01-12`,
        headcount: Math.round((size * (CROWD[year] ?? 1)) / (i + 1)) + random.whole(0, 4),
        platform,
        unit: UNIT.trainingCentre,
      })),
    ),
  )
}

/** Learners of one spring's run whom their colleges named. */
export function listOnlineLearners(): Row[] {
  return ['VN', 'VN', 'VN', 'VN', 'TZ', 'TZ', 'TZ', 'TZ', 'TZ', 'PK', 'PK', 'PK'].map((country, n) => ({
    person: `OL2025-${String(n + 1).padStart(3, '0')}`,
    resource: 'RO-DRONE',
    country,
    start: '2025-03-03',
    end: '2025-06-06',
    unit: UNIT.trainingCentre,
  }))
}
