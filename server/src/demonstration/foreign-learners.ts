import { toDay, toIso } from '@causeway/shared/day'
import type { Row } from './csv-file.ts'
import { createRandom, type Random } from './random.ts'
import { BORDER_SHUT, DATA_DATE, storyOf } from './story.ts'
import { internationalOfficeOn } from './units.ts'

type Weights = Record<string, number>

/** Where they came from: neighbours first, then Central Asia and South-East Asia. */
function originsOf(year: number): Weights {
  if (year < 2017) return { RU: 10, MN: 2, BY: 1 }
  if (year < 2020) return { RU: 8, KZ: 3, KG: 2, MN: 2, BY: 1, TH: 2, LA: 2, VN: 2, KH: 1, TJ: 1 }
  if (year < 2022) return { RU: 3, LA: 2, KZ: 1 }
  return {
    RU: 8,
    KZ: 3,
    KG: 2,
    UZ: 3,
    TJ: 2,
    MN: 1,
    BY: 1,
    TH: 2,
    LA: 3,
    VN: 3,
    KH: 2,
    PK: 1,
  }
}

/**
 * Classes that came together, each for a degree: every third year one from Hong Kong, Macao and Taiwan (outside the border, and not
 * abroad), and one that a partner in Africa sent.
 */
const BEYOND_THE_BORDER = ['HK', 'HK', 'MO', 'MO', 'MO', 'TW', 'TW']
const CLASSES: Record<number, { programme: string; from: string[] }[]> = {
  2018: [{ programme: 'P-ECOM', from: BEYOND_THE_BORDER }],
  2021: [{ programme: 'P-ECOM', from: BEYOND_THE_BORDER }],
  2023: [{ programme: 'P-MACH', from: Array<string>(6).fill('TZ') }],
  2024: [{ programme: 'P-ECOM', from: BEYOND_THE_BORDER }],
}

interface Foreigner {
  person: string
  nationality: string
  prior_education: string
  sex: string
}

/** Some who lived elsewhere before; one whose former country nobody wrote down. */
function newcomer(random: Random, year: number, n: number): Foreigner {
  const nationality = random.weighted(originsOf(year))
  const elsewhere = random.next()
  return {
    person: `L${year}${String(n).padStart(4, '0')}`,
    nationality,
    sex: random.chance(0.44) ? 'female' : 'male',
    prior_education: elsewhere < 0.06 ? 'CN' : elsewhere < 0.1 ? 'RU' : elsewhere < 0.12 ? 'unknown' : nationality,
  }
}

/** Foreign learners' enrolments by name, from 2014 on. */
export function enrolForeigners(): Row[] {
  const random = createRandom('foreigners')
  const rows: Row[] = []
  let beginners: Foreigner[] = []
  for (let year = 2014; year <= 2024; year++) {
    const { degree, language, semester } = storyOf(year)
    let number = 0
    const next = () => newcomer(random, year, ++number)
    for (let n = 0; n < degree; n++) {
      // One in three began with the language year.
      const person = beginners.length > 0 && random.chance(0.35) ? beginners.shift()! : next()
      rows.push(enrolment(random, person, 'degree', programmeOf(random, year), `${year}-09-01`, `${year + 3}-07-01`))
      // In the first winter some sit in two programmes at once.
      if (random.chance(0.35))
        rows.push(enrolment(random, person, 'non-degree', 'Z-LANG', `${year}-09-10`, `${year + 1}-01-12`, 0))
    }
    for (const { programme, from } of CLASSES[year] ?? []) {
      for (const nationality of from) {
        const person = { ...next(), nationality, prior_education: nationality }
        rows.push(toRow(person, 'degree', programme, `${year}-09-01`, `${year + 3}-07-01`))
      }
    }
    beginners = []
    for (let n = 0; n < language; n++) {
      const person = next()
      beginners.push(person)
      // With the border shut in September 2022 the year began in March; so it does for a few each year.
      const spring = year === 2022 || (year !== 2019 && year !== 2020 && n % 6 === 5)
      const [start, end] = spring ? ['03-01', '01-12'] : ['09-01', '07-08']
      const from = spring ? year + 1 : year
      rows.push(enrolment(random, person, 'non-degree', 'Z-LANG', `${from}-${start}`, `${from + 1}-${end}`))
    }
    for (let n = 0; n < semester; n++) {
      const spring = year === 2022 || (year !== 2019 && n % 2 === 1)
      const [start, end] = spring ? ['03-01', '07-05'] : ['09-01', '01-15']
      const from = spring ? year + 1 : year
      rows.push(enrolment(random, next(), 'non-degree', 'Z-AGRI', `${from}-${start}`, `${year + 1}-${end}`))
    }
  }
  const purses = createRandom('funding')
  return rows.map((row) => ({ ...row, funding: payFor(purses, row), language: 'zh' }))
}

/** An enterprise pays for those that its country's class brought; one in three of those for a degree has a government grant. */
function payFor(random: Random, { kind, nationality, programme }: Row): string {
  if (nationality === 'TZ' && programme === 'P-MACH') return 'enterprise'
  return random.weighted(
    kind === 'degree' ? { government: 3, college: 4, self: 3 } : { government: 1, college: 3, self: 6 },
  )
}

function programmeOf(random: Random, year: number): string {
  return random.weighted({
    'P-CROP': 4,
    'P-MACH': 3,
    'P-HORT': 2,
    ...(year >= 2015 && { 'P-FOOD': 1 }),
    ...(year >= 2017 && { 'P-ECOM': 3 }),
  })
}

function enrolment(
  random: Random,
  who: Foreigner,
  kind: string,
  programme: string,
  start: string,
  plannedEnd: string,
  full_time = 1,
): Row {
  return { ...toRow(who, kind, programme, start, plannedEnd), full_time, ...endOf(random, kind, start, plannedEnd) }
}

function toRow(who: Foreigner, kind: string, programme: string, start: string, plannedEnd: string): Row {
  return {
    ...who,
    programme,
    kind,
    full_time: 1,
    level: kind === 'degree' ? 'higher' : 'training',
    start,
    planned_days: toDay(plannedEnd) - toDay(start) + 1,
    ...asPlanned(plannedEnd),
    unit: internationalOfficeOn(start),
  }
}

function asPlanned(plannedEnd: string): { end?: string; outcome?: string } {
  return plannedEnd <= DATA_DATE ? { end: plannedEnd, outcome: 'completed' } : {}
}

/** Most finish; one in twelve leaves; of those here when the border shut two in five went home and did not come back. */
function endOf(random: Random, kind: string, start: string, plannedEnd: string): { end?: string; outcome?: string } {
  const luck = random.next()
  const shut = BORDER_SHUT[0]
  if (kind === 'non-degree' && start < shut && shut < plannedEnd && luck < 0.4)
    return { end: toIso(toDay(shut) + random.whole(3, 40)), outcome: 'left' }
  const parted = toIso(toDay(start) + Math.floor((toDay(plannedEnd) - toDay(start)) * (0.2 + random.next() * 0.6)))
  if (luck > 0.92 && parted <= DATA_DATE) return { end: parted, outcome: 'left' }
  return asPlanned(plannedEnd)
}
