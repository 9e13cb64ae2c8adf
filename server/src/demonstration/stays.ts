import { toDay, toIso, type Day } from '@causeway/shared/day'
import type { ContestTrip } from './competitions.ts'
import type { Row } from './csv-file.ts'
import type { Learner } from './learners.ts'
import { HOST } from './partners.ts'
import { createRandom, type Random } from './random.ts'
import { BORDER_SHUT, DATA_DATE, storyOf } from './story.ts'

const OFFICE = 'international-office'

/** Countries that receive our people, as often as their weight. */
function hostsOf(year: number): Record<string, number> {
  if (year < 2017) return { RU: 10, DE: 1.5, NZ: 1, JP: 1.5, BY: 2, MN: 0.5 }
  if (year < 2022) return { RU: 9, BY: 2, DE: 1, NZ: 1, JP: 1.5, KZ: 2, TH: 2, HK: 0.4, MN: 0.6 }
  return { RU: 9, BY: 2, KZ: 2.5, TH: 3, LA: 1, VN: 1, KH: 0.6, UZ: 1, HK: 0.5, MO: 0.5, TZ: 0.7 }
}

/** Who is away when: nobody is in two countries on one day. */
function createDiary() {
  const away = new Map<string, [from: Day, to: Day][]>()
  return (person: string, from: Day, to: Day): boolean => {
    const stays = away.get(person) ?? []
    if (stays.some(([first, last]) => from <= last && first <= to)) return false
    away.set(person, [...stays, [from, to]])
    return true
  }
}

interface Season {
  /** Days after 1 September on which a stay of the kind begins. */
  begins: [number, number]
  days: [number, number]
  purpose: string
  /** Whole. */
  weight: number
}

// The autumn semester runs over 31 December, the summer on the farms over 31 August.
const STUDENT_SEASONS: Season[] = [
  { begins: [4, 12], days: [128, 140], purpose: 'study', weight: 4 },
  { begins: [176, 186], days: [118, 126], purpose: 'study', weight: 3 },
  { begins: [200, 290], days: [10, 21], purpose: 'study', weight: 4 },
  { begins: [306, 318], days: [62, 80], purpose: 'practice', weight: 6 },
]
const TEACHER_SEASONS: Season[] = [
  { begins: [20, 100], days: [12, 28], purpose: 'study', weight: 5 },
  { begins: [10, 40], days: [120, 178], purpose: 'visiting-scholar', weight: 2 },
  { begins: [180, 300], days: [10, 21], purpose: 'study', weight: 4 },
  { begins: [305, 330], days: [30, 48], purpose: 'practice', weight: 2 },
]
const GUIDE_SEASONS: Season[] = [
  { begins: [15, 110], days: [7, 30], purpose: 'guide', weight: 4 },
  { begins: [180, 280], days: [6, 21], purpose: 'train', weight: 5 },
  { begins: [320, 345], days: [24, 45], purpose: 'train', weight: 2 },
]
const VISITOR_SEASONS: Season[] = [
  { begins: [5, 60], days: [80, 120], purpose: 'visiting-scholar', weight: 3 },
  { begins: [30, 280], days: [14, 40], purpose: 'visiting-scholar', weight: 5 },
  { begins: [100, 200], days: [3, 6], purpose: 'train', weight: 1 },
]

/** When a stay of a school year could be: before the border shut, after it opened, and over by the data date. */
function chooseDates(random: Random, year: number, seasons: Season[]): { from: Day; to: Day; purpose: string } {
  for (;;) {
    const season = random.pick(seasons.flatMap((one) => Array<Season>(one.weight).fill(one)))
    const from = toDay(`${year}-09-01`) + random.whole(...season.begins)
    const to = from + random.whole(...season.days) - 1
    const shut = toDay(BORDER_SHUT[0]) <= to && from <= toDay(BORDER_SHUT[1]) + 40
    if (!shut && to <= toDay(DATA_DATE)) return { from, to, purpose: season.purpose }
  }
}

export function listStays(learners: Learner[], contests: ContestTrip[]): { outbound: Row[]; inbound: Row[] } {
  const random = createRandom('stays')
  const isFree = createDiary()
  const outbound: Row[] = []
  const inbound: Row[] = []
  const goOut = (
    person: string,
    audience: string,
    purpose: string,
    country: string,
    from: Day,
    to: Day,
    more: Row = {},
  ) =>
    outbound.push({
      person,
      direction: 'out',
      audience,
      purpose,
      country,
      partner: HOST[country],
      start: toIso(from),
      end: toIso(to),
      unit: OFFICE,
      ...more,
    })

  for (const { person, programme, country, date } of contests) {
    const from = toDay(date) - random.whole(1, 3)
    const to = toDay(date) + random.whole(2, 3)
    if (isFree(person, from, to)) goOut(person, 'student', 'competition', country, from, to, { programme })
  }
  // They had gone for a year when the border shut, and came home late.
  const stranded = learners
    .filter(({ programme, start, end }) => programme === 'J-CROP' && start === '2018-09-01' && end > '2020-12-31')
    .slice(0, 5)
  for (const { person, programme } of stranded) {
    if (isFree(person, toDay('2019-09-20'), toDay('2020-10-18')))
      goOut(person, 'student', 'study', 'RU', toDay('2019-09-20'), toDay('2020-10-18'), { programme })
  }
  for (const [person, purpose, country, from, to] of [
    ['T0007', 'visiting-scholar', 'BY', '2019-10-08', '2020-10-25'],
    ['T0019', 'visiting-scholar', 'RU', '2019-10-14', '2020-10-20'],
    ['T0031', 'guide', 'RU', '2019-11-04', '2020-10-15'],
  ] as const) {
    if (isFree(person, toDay(from), toDay(to))) goOut(person, 'staff', purpose, country, toDay(from), toDay(to))
  }

  for (let year = 2015; year <= 2024; year++) {
    const { studentsLearning, teachersLearning, teachersGuiding, visitors } = storyOf(year)
    for (let n = 0; n < studentsLearning;) {
      const { from, to, purpose } = chooseDates(random, year, STUDENT_SEASONS)
      const here = learners.filter(
        ({ start, end, joint }) =>
          (joint || n % 2 === 1) && toDay(start) + 180 < from && to <= toDay(end === '9999-12-31' ? '2199-12-31' : end),
      )
      const { person, programme } = random.pick(here)
      if (!isFree(person, from, to)) continue
      goOut(person, 'student', purpose, random.weighted(hostsOf(year)), from, to, { programme })
      n++
    }
    const teachers = (count: number, seasons: Season[]) => {
      for (let n = 0; n < count;) {
        const { from, to, purpose } = chooseDates(random, year, seasons)
        const person = `T${String(random.whole(1, 60 + 5 * (year - 2015))).padStart(4, '0')}`
        if (!isFree(person, from, to)) continue
        goOut(person, 'staff', purpose, random.weighted(hostsOf(year)), from, to)
        n++
      }
    }
    teachers(teachersLearning, TEACHER_SEASONS)
    teachers(teachersGuiding, GUIDE_SEASONS)
    for (let n = 1; n <= visitors; n++) {
      const { from, to, purpose } = chooseDates(random, year, VISITOR_SEASONS)
      const country = random.weighted(hostsOf(year))
      inbound.push({
        person: `V${year}-${String(n).padStart(2, '0')}`,
        direction: 'in',
        audience: 'staff',
        purpose,
        country,
        partner: HOST[country],
        start: toIso(from),
        end: toIso(to),
        unit: OFFICE,
      })
    }
  }
  for (const year of [2016, 2017, 2018, 2019, 2023, 2024, 2025]) inbound.push(...holdCamp(random, year))
  return { outbound, inbound }
}

/** A summer camp for learners of partners, who are counted and not named. */
function holdCamp(random: Random, year: number): Row[] {
  return ['RU', ...(year > 2017 ? ['KZ'] : [])].map((country) => ({
    headcount: random.whole(12, 26),
    direction: 'in',
    audience: 'student',
    purpose: 'study',
    country,
    partner: HOST[country],
    start: `${year}-07-08`,
    end: `${year}-07-19`,
    unit: OFFICE,
  }))
}
