import type { Row } from './csv-file.ts'
import { createRandom } from './random.ts'
import { UNIT } from './units.ts'

interface Asked {
  audience: string
  /** MM-DD of the day the survey closed. */
  closes: string
  /** Years in which it was held, the school year's first. */
  years: [first: number, last: number]
  asked: (year: number) => number
  /** Shares, of 1. */
  answered: number
  positive: (year: number) => number
}

const rising =
  (first: number, by: number) =>
  (year: number): number =>
    first + (year - 2015) * by

/** Content fell a little where teaching went to the screen. */
const shaken =
  (level: (year: number) => number, loss: number) =>
  (year: number): number =>
    level(year) - (year === 2019 || year === 2020 ? loss : 0)

const SURVEYS: Asked[] = [
  {
    audience: 'employer',
    closes: '11-30',
    years: [2015, 2024],
    asked: rising(84, 9),
    answered: 0.66,
    positive: rising(0.84, 0.008),
  },
  {
    audience: 'learner',
    closes: '05-20',
    years: [2015, 2024],
    asked: rising(420, 45),
    answered: 0.74,
    positive: shaken(rising(0.82, 0.009), 0.05),
  },
  {
    audience: 'international-learner',
    closes: '06-05',
    years: [2016, 2024],
    asked: (year) => Math.round(18 + (year - 2016) * 4),
    answered: 0.8,
    positive: shaken(rising(0.85, 0.006), 0.09),
  },
  {
    audience: 'staff',
    closes: '06-20',
    years: [2017, 2024],
    asked: rising(74, 6),
    answered: 0.82,
    positive: rising(0.86, 0.006),
  },
  {
    audience: 'parent',
    closes: '05-28',
    years: [2018, 2024],
    asked: rising(160, 15),
    answered: 0.58,
    positive: rising(0.87, 0.005),
  },
]

/** Satisfaction a year of each who were asked, and of graduates by class; promotion three years after, which cannot be known of later classes. */
export function holdSurveys(): Row[] {
  const random = createRandom('surveys')
  const count = (survey: string, date: string, asked: number, answers: number, share: number, more: Row): Row => {
    const answered = Math.round(asked * (answers + (random.next() - 0.5) * 0.08))
    const positive = Math.min(answered, Math.round(answered * (share + (random.next() - 0.5) * 0.03)))
    return { survey, question: 'satisfaction', date, asked, answered, positive, ...more, unit: UNIT.quality }
  }
  const rows = SURVEYS.flatMap(({ audience, closes, years: [first, last], asked, answered, positive }) =>
    Array.from({ length: last - first + 1 }, (_, n) => {
      const year = first + n
      const date = `${closes > '09-01' ? year : year + 1}-${closes}`
      return count(`满意度调查${year}—${year + 1}`, date, Math.round(asked(year)), answered, positive(year), {
        audience,
      })
    }),
  )
  for (let graduated = 2016; graduated <= 2024; graduated++) {
    const asked = Math.round(150 + (graduated - 2016) * 24)
    const about = { audience: 'graduate', class: graduated }
    rows.push(
      count(`毕业生调查${graduated}届`, `${graduated}-12-15`, asked, 0.6, 0.86 + (graduated - 2016) * 0.006, about),
    )
    rows.push(
      count(`毕业生调查${graduated}届`, `${graduated}-12-15`, asked, 0.6, 0.64 + (graduated - 2016) * 0.014, {
        ...about,
        question: 'relevance',
      }),
    )
    if (graduated + 3 <= 2024)
      rows.push(
        count(
          `毕业三年跟踪${graduated}届`,
          `${graduated + 3}-12-20`,
          Math.round(asked * 0.8),
          0.42,
          0.46 + (graduated - 2016) * 0.018,
          {
            ...about,
            question: 'promotion-3y',
          },
        ),
      )
  }
  return rows
}
