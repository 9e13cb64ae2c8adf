import { toDay, toIso, type Day } from '@causeway/shared/day'
import type { ContestTrip } from './competitions.ts'
import type { Row } from './csv-file.ts'
import type { Learner } from './learners.ts'
import { PARTIES } from './parties.ts'
import { GOING_OUT_HOST, HOST } from './partners.ts'
import { createRandom, type Random } from './random.ts'
import { BORDER_SHUT, DATA_DATE, storyOf } from './story.ts'
import { internationalOfficeOn } from './units.ts'

/** Countries that receive our people and send theirs, as often as their weight. */
function hostsOf(year: number): Record<string, number> {
  if (year < 2017) return { RU: 10, DE: 1.5, JP: 2, BY: 2, MN: 1 }
  if (year < 2022) return { RU: 9, BY: 2, DE: 1, JP: 1.5, KZ: 2, TH: 2, MN: 0.6 }
  return { RU: 9, BY: 2, KZ: 2.5, TH: 3, LA: 1, VN: 1, KH: 0.6, UZ: 1 }
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
const CONFERENCE_SEASONS: Season[] = [{ begins: [20, 270], days: [3, 6], purpose: 'conference', weight: 1 }]
const VISITOR_SEASONS: Season[] = [
  { begins: [5, 60], days: [80, 120], purpose: 'visiting-scholar', weight: 3 },
  { begins: [30, 280], days: [14, 40], purpose: 'visiting-scholar', weight: 5 },
  { begins: [100, 200], days: [3, 6], purpose: 'train', weight: 1 },
]

/** When a stay of a school year could be: before the border shut, after it opened, and over by the data date. */
function chooseDates(random: Random, year: number, seasons: Season[]): { start: string; end: string; purpose: string } {
  for (;;) {
    const season = random.pick(seasons.flatMap((one) => Array<Season>(one.weight).fill(one)))
    const from = toDay(`${year}-09-01`) + random.whole(...season.begins)
    const to = from + random.whole(...season.days) - 1
    const shut = toDay(BORDER_SHUT[0]) <= to && from <= toDay(BORDER_SHUT[1]) + 40
    if (!shut && to <= toDay(DATA_DATE)) return { start: toIso(from), end: toIso(to), purpose: season.purpose }
  }
}

/** Stays of own people abroad, and of foreign teachers and summer guests here. */
export function listStays(learners: Learner[], contests: ContestTrip[]): { outbound: Row[]; inbound: Row[] } {
  const random = createRandom('stays')
  const outbound = travel(random, learners, contests).map((stay) => ({
    ...stay,
    direction: 'out',
    partner: receiverOf(stay),
    platform: teaches(stay) ? platformOf(stay) : undefined,
    unit: internationalOfficeOn(stay.start),
  }))
  const inbound: Row[] = []
  for (let year = 2015; year <= 2024; year++)
    inbound.push(
      ...visit(random, year).map((stay) => ({
        ...stay,
        platform: platformOf(stay),
        unit: internationalOfficeOn(stay.start),
      })),
    )
  for (const year of [2016, 2017, 2018, 2019, 2023, 2024, 2025]) inbound.push(...holdCamp(random, year))
  return { outbound, inbound }
}

export interface Stay {
  person: string
  audience: 'student' | 'staff'
  purpose: string
  country: string
  start: string
  end: string
  programme?: string
}

/** Through which platform teachers go and come, from a day on. */
const PLATFORMS_OF_TEACHERS: [country: string, since: string, platform: string][] = [
  ['RU', '2015-05-12', 'PL-TEC'],
  ['TZ', '2023-03-21', 'PL-MEC'],
  ['KZ', '2024-10-18', 'PL-WOR'],
]

function platformOf({ country, start }: { country: string; start: string }): string | undefined {
  return PLATFORMS_OF_TEACHERS.find(([of, since]) => of === country && since <= start)?.[2]
}

function teaches({ purpose }: Stay): boolean {
  return purpose === 'guide' || purpose === 'train'
}

/** Two in three of those who practise do so at a Chinese enterprise there; everybody else is received by a college. */
function receiverOf({ audience, purpose, country, start, person }: Stay): string | undefined {
  const enterprise = GOING_OUT_HOST[country]
  const isServing = audience === 'student' && purpose === 'practice' && Number(person.slice(-2)) % 3 !== 0
  return isServing && enterprise && enterprise.since <= start ? enterprise.code : HOST[country]
}

// They had gone for a year when the border shut, and came home late.
const STRANDED: Stay[] = [
  {
    person: 'T0007',
    audience: 'staff',
    purpose: 'visiting-scholar',
    country: 'BY',
    start: '2019-10-08',
    end: '2020-10-25',
  },
  {
    person: 'T0019',
    audience: 'staff',
    purpose: 'visiting-scholar',
    country: 'RU',
    start: '2019-10-14',
    end: '2020-10-20',
  },
  { person: 'T0031', audience: 'staff', purpose: 'guide', country: 'RU', start: '2019-11-04', end: '2020-10-15' },
]

function travel(random: Random, learners: Learner[], contests: ContestTrip[]): Stay[] {
  const isFree = createDiary()
  const stays: Stay[] = []
  /** False where the person is away then. */
  const add = (stay: Stay): boolean => {
    const free = isFree(stay.person, toDay(stay.start), toDay(stay.end))
    if (free) stays.push(stay)
    return free
  }
  const studentsOf = (from: string, to: string) =>
    learners.filter(({ start, end }) => toDay(start) + 180 < toDay(from) && to <= end)

  for (const { person, programme, country, date } of contests) {
    const start = toIso(toDay(date) - random.whole(1, 3))
    const end = toIso(toDay(date) + random.whole(2, 3))
    add({ person, audience: 'student', purpose: 'competition', country, start, end, programme })
  }
  for (const stay of STRANDED) add(stay)
  const forAYear = {
    audience: 'student',
    purpose: 'study',
    country: 'RU',
    start: '2019-09-20',
    end: '2020-10-18',
  } as const
  studentsOf('2019-09-20', '2020-10-18')
    .filter(({ programme, start }) => programme === 'J-CROP' && start === '2018-09-01')
    .slice(0, 5)
    .forEach(({ person, programme }) => add({ ...forAYear, person, programme }))
  for (const { size, programme, from, to, ...party } of PARTIES) {
    const students = studentsOf(from, to).filter((one) => one.programme === programme)
    for (let n = 0; n < size;) {
      const person = programme ? random.take(students).person : toTeacher(random.whole(1, 90))
      if (add({ ...party, person, start: from, end: to, ...(programme && { programme }) })) n++
    }
  }

  for (let year = 2015; year <= 2024; year++) {
    const { studentsLearning, teachersLearning, teachersGuiding } = storyOf(year)
    for (let n = 0; n < studentsLearning;) {
      const dates = chooseDates(random, year, STUDENT_SEASONS)
      // Every other one comes from a joint programme.
      const { person, programme } = random.pick(
        studentsOf(dates.start, dates.end).filter(({ joint }) => joint || n % 2 === 1),
      )
      if (add({ person, audience: 'student', country: random.weighted(hostsOf(year)), programme, ...dates })) n++
    }
    for (const [count, seasons] of [
      [teachersLearning, TEACHER_SEASONS],
      [teachersGuiding, GUIDE_SEASONS],
    ] as const) {
      for (let n = 0; n < count;) {
        const person = toTeacher(random.whole(1, 60 + 5 * (year - 2015)))
        const country = random.weighted(hostsOf(year))
        if (add({ person, audience: 'staff', country, ...chooseDates(random, year, seasons) })) n++
      }
    }
  }
  const talks = createRandom('conferences')
  for (const year of [2015, 2016, 2017, 2018, 2022, 2023, 2024]) {
    for (let n = 0; n < 3; n++) {
      const country = talks.weighted(hostsOf(year))
      const person = toTeacher(talks.whole(1, 60))
      add({ person, audience: 'staff', country, ...chooseDates(talks, year, CONFERENCE_SEASONS) })
    }
  }
  return stays
}

function toTeacher(number: number): string {
  return `T${String(number).padStart(4, '0')}`
}

function visit(random: Random, year: number) {
  return Array.from({ length: storyOf(year).visitors }, (_, n) => {
    const country = random.weighted(hostsOf(year))
    return {
      person: `V${year}-${String(n + 1).padStart(2, '0')}`,
      direction: 'in',
      audience: 'staff',
      country,
      partner: HOST[country],
      ...chooseDates(random, year, VISITOR_SEASONS),
    }
  })
}

/** A summer camp for learners of partners, who are counted and not named. */
function holdCamp(random: Random, year: number): Row[] {
  return ['RU', ...(year > 2017 ? ['KZ'] : [])].map((country) => ({
    headcount: random.whole(12, 26),
    programme: 'Z-CAMP',
    direction: 'in',
    audience: 'student',
    purpose: 'study',
    country,
    partner: HOST[country],
    start: `${year}-07-08`,
    end: `${year}-07-19`,
    unit: internationalOfficeOn(`${year}-07-08`),
  }))
}
