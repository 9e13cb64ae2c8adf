import { toDay, toIso } from '@causeway/shared/day'
import type { Row } from './csv-file.ts'
import { createRandom, type Random } from './random.ts'
import { storyOf } from './story.ts'
import { SITE } from './overseas-sites.ts'
import { internationalOfficeOn, UNIT } from './units.ts'

interface Session {
  code: string
  /** Country of those it was held for. */
  country: string
  start: string
  calendarDays: number
  /** Days taught. */
  days: number
  place?: string
  sponsor?: string
  platform: string
  delivery: 'on-site' | 'online' | 'blended'
  role: 'student' | 'teacher' | 'employee' | 'official' | 'other'
}

const FARMERS = 'PL-FAR'
const session = (
  code: string,
  country: string,
  start: string,
  calendarDays: number,
  days: number,
  more: Partial<Session> = {},
): Session => ({
  code,
  country,
  start,
  calendarDays,
  days,
  place: 'CN',
  platform: FARMERS,
  delivery: 'on-site',
  role: 'employee',
  ...more,
})

/**
 * Training of "new professional farmers" and of partners' teachers, in order of time. F4-2018 and F6-2024 run over 31 August,
 * F3-2024 over 31 December. A session is filled with the people of its country, and a few of its neighbours.
 */
const SESSIONS: Record<number, Session[]> = {
  2015: [
    session('F1-2016', 'RU', '2016-03-14', 12, 10, { role: 'other', sponsor: 'RU-GOV' }),
    session('F2-2016', 'RU', '2016-06-06', 12, 10, { sponsor: 'RU-EAR' }),
  ],
  2016: [
    session('F1-2017', 'RU', '2016-11-07', 12, 10, { role: 'other', sponsor: 'RU-GOV' }),
    session('F2-2017', 'MN', '2017-04-10', 5, 4.5, { role: 'teacher', sponsor: 'MN-SKY' }),
    session('F3-2017', 'RU', '2017-06-05', 19, 15, { sponsor: 'RU-EAR' }),
  ],
  2017: [
    session('F1-2018', 'RU', '2017-11-06', 12, 10, { role: 'other', sponsor: 'RU-GOV' }),
    session('F2-2018', 'BY', '2018-03-12', 12, 10, { role: 'teacher', sponsor: 'BY-LAK' }),
    session('F3-2018', 'KZ', '2018-05-21', 10, 8.5, { role: 'official' }),
    session('F4-2018', 'RU', '2018-08-22', 16, 12, { sponsor: 'RU-EAR' }),
  ],
  2018: [
    session('F1-2019', 'RU', '2018-10-15', 19, 15, { role: 'other', sponsor: 'RU-GOV' }),
    session('F2-2019', 'LA', '2018-12-03', 12, 10, { role: 'teacher', sponsor: 'LA-SAV' }),
    session('F3-2019', 'RU', '2019-03-18', 12, 10, { sponsor: 'RU-EAR', place: 'RU' }),
    session('F4-2019', 'TH', '2019-05-13', 10, 8, { role: 'teacher', sponsor: 'TH-RIC', platform: 'PL-TRA' }),
  ],
  2019: [
    session('F1-2020', 'KZ', '2019-10-14', 12, 10, { sponsor: 'KZ-OIL' }),
    session('F2-2020', 'RU', '2019-11-18', 12, 10, { role: 'other', sponsor: 'RU-GOV' }),
  ],
  2020: [
    session('F1-2021', 'RU', '2021-03-01', 33, 12.5, {
      delivery: 'online',
      place: undefined,
      role: 'other',
      sponsor: 'RU-GOV',
    }),
  ],
  2021: [session('F1-2022', 'TZ', '2022-04-04', 26, 11, { delivery: 'online', place: undefined, role: 'teacher' })],
  2022: [
    session('F1-2023', 'TZ', '2022-11-14', 19, 9.5, {
      delivery: 'online',
      place: undefined,
      role: 'teacher',
      sponsor: 'TZ-SAV',
    }),
    session('F2-2023', 'RU', '2023-04-10', 12, 10, { role: 'other', sponsor: 'RU-GOV' }),
    session('F3-2023', 'UZ', '2023-05-15', 12, 10, { role: 'teacher', sponsor: 'UZ-COT' }),
    session('F4-2023', 'LA', '2023-07-03', 19, 15, { sponsor: 'LA-FRU' }),
  ],
  2023: [
    session('F1-2024', 'RU', '2023-10-16', 19, 15, { role: 'other', sponsor: 'RU-GOV' }),
    session('F2-2024', 'KZ', '2023-11-13', 12, 10, { sponsor: 'KZ-OIL' }),
    session('F3-2024', 'TZ', '2023-12-18', 20, 14, { sponsor: 'TZ-MAC', platform: 'PL-MEC', place: 'TZ' }),
    session('F4-2024', 'VN', '2024-03-18', 12, 10, { role: 'teacher', sponsor: 'VN-RED' }),
    session('F5-2024', 'TJ', '2024-05-20', 12, 10, { role: 'official', delivery: 'blended' }),
    session('F6-2024', 'RU', '2024-08-19', 20, 15, { sponsor: 'RU-EAR' }),
  ],
  2024: [
    session('F1-2025', 'RU', '2024-10-14', 19, 15, { role: 'other', sponsor: 'RU-GOV' }),
    session('F2-2025', 'UZ', '2024-11-18', 12, 10, { role: 'teacher', sponsor: 'UZ-COT' }),
    session('F3-2025', 'KZ', '2025-03-10', 12, 10, { sponsor: 'KZ-OIL', platform: 'PL-WOR', place: 'KZ' }),
    session('F4-2025', 'PK', '2025-04-21', 10, 8.5, { role: 'official', sponsor: 'PK-IND', delivery: 'blended' }),
    session('F5-2025', 'LA', '2025-06-02', 12, 10, { sponsor: 'LA-FRU' }),
  ],
}

const HOURS_A_DAY = 6

/** Sessions that one of the sites abroad held, or held with us over the net. */
const HELD_AT: Record<string, string> = {
  'F3-2019': SITE.russia,
  'F1-2023': SITE.tanzania,
  'F3-2024': SITE.tanzania,
  'F3-2025': SITE.kazakhstan,
}

/** Occupational Chinese and farm lessons on the screen, by heads: the training centre asks for no names. */
const BY_HEADS: [code: string, start: string, calendarDays: number, days: number, heads: Record<string, number>][] = [
  ['NET-2021A', '2020-11-02', 54, 7.5, { RU: 34, KZ: 9, LA: 3 }],
  ['NET-2021B', '2021-05-10', 40, 6, { RU: 27, KG: 8, VN: 12 }],
  ['NET-2022A', '2021-11-01', 54, 7.5, { RU: 31, TH: 14, KH: 11, MO: 6 }],
  ['NET-2022B', '2022-05-09', 40, 6, { RU: 22, TZ: 16, LA: 7 }],
  ['NET-2023A', '2022-11-07', 54, 7.5, { RU: 20, UZ: 9, TZ: 12 }],
  ['NET-2024A', '2023-11-06', 40, 5, { RU: 18, TJ: 9, KG: 4, LA: 14 }],
  ['NET-2025A', '2024-11-04', 40, 5, { RU: 16, UZ: 14, TZ: 15 }],
]

interface Trainee {
  person: string
  country: string
  sex: string
}

/** First and last day of the session in which somebody was first trained: what the tests before and after are dated by. */
export interface Training {
  person: string
  country: string
  start: string
  end: string
}

/** Named participants; some come back for a second session of the same year. */
export function trainByName(): { rows: Row[]; trainings: Training[] } {
  const random = createRandom('trainings')
  const rows: Row[] = []
  const trainings: Training[] = []
  for (const [key, sessions] of Object.entries(SESSIONS)) {
    const year = Number(key)
    const known: Trainee[] = []
    sessions.forEach((held, n) => {
      const share = Math.round((storyOf(year).trained * (n + 1)) / sessions.length) - known.length
      const back = known.filter(({ country }) => country === held.country && random.chance(0.5))
      const fresh = Array.from({ length: share }, (_, i) => trainee(random, held, known.length + i + 1))
      const end = toIso(toDay(held.start) + held.calendarDays - 1)
      for (const who of [...fresh, ...back]) {
        rows.push({
          session: held.code,
          start: held.start,
          end,
          training_days: held.days,
          ...who,
          place: held.place,
          role: held.role,
          sponsor: held.sponsor,
          delivery: held.delivery,
          platform: held.platform,
          site: HELD_AT[held.code],
          assessed: held.delivery === 'online' ? 0 : 1,
          hours: held.days * HOURS_A_DAY,
          unit: internationalOfficeOn(held.start),
        })
      }
      trainings.push(...fresh.map(({ person, country }) => ({ person, country, start: held.start, end })))
      known.push(...fresh)
    })
  }
  return { rows, trainings }
}

function trainee(random: Random, { code, country }: Session, n: number): Trainee {
  const guest = country === 'RU' && random.chance(0.08) ? 'BY' : country === 'KZ' && random.chance(0.2) ? 'KG' : country
  return {
    person: `${code.slice(3)}-${guest}-${String(n).padStart(3, '0')}`,
    country: guest,
    sex: random.chance(0.36) ? 'female' : 'male',
  }
}

export function trainByHeads(): Row[] {
  return BY_HEADS.flatMap(([code, start, calendarDays, days, heads]) =>
    Object.entries(heads).map(([country, headcount]) => ({
      session: code,
      start,
      end: toIso(toDay(start) + calendarDays - 1),
      training_days: days,
      headcount,
      country,
      role: 'student',
      delivery: 'online',
      platform: 'PL-CHN',
      unit: UNIT.trainingCentre,
    })),
  )
}
