import { toDay, toIso } from '@causeway/shared/day'
import type { Row } from './csv-file.ts'
import { SITE } from './overseas-sites.ts'
import { createRandom } from './random.ts'
import { DATA_DATE } from './story.ts'
import { internationalOfficeOn } from './units.ts'

interface Class {
  site: string
  programme: string
  country: string
  level: 'training' | 'secondary' | 'higher'
  start: string
  end: string
  size: number
}

const across = (year: number, size: number): Class => ({
  site: SITE.russia,
  programme: 'S-RU-CROP',
  country: 'RU',
  level: 'training',
  start: `${year}-10-10`,
  end: `${year + 1}-05-30`,
  size,
})
const onTheMekong = (year: number, size: number): Class => ({
  site: SITE.laos,
  programme: 'S-LA-HORT',
  country: 'LA',
  level: 'secondary',
  start: `${year}-09-05`,
  end: `${year + 2}-06-25`,
  size,
})
const inTheWorkshop = (start: string, years: number, size: number): Class => ({
  site: SITE.tanzania,
  programme: 'S-TZ-MACH',
  country: 'TZ',
  level: 'higher',
  start,
  end: toIso(toDay(`${Number(start.slice(0, 4)) + years}${start.slice(4)}`) - 60),
  size,
})

/** Across the river there was no class in the year the border shut; the Luban Workshop began in February 2023. */
const CLASSES: Class[] = [
  across(2016, 5),
  across(2017, 6),
  across(2018, 8),
  across(2019, 7),
  across(2021, 5),
  across(2022, 6),
  across(2023, 8),
  across(2024, 8),
  onTheMekong(2019, 6),
  onTheMekong(2020, 5),
  onTheMekong(2021, 5),
  onTheMekong(2022, 6),
  onTheMekong(2023, 8),
  onTheMekong(2024, 8),
  inTheWorkshop('2023-02-20', 2, 8),
  inTheWorkshop('2023-09-04', 3, 9),
  inTheWorkshop('2024-09-02', 3, 10),
]

/** Learners at sites abroad, by name; one in nine leaves. */
export function enrolAtSites(): Row[] {
  const random = createRandom('sites')
  return CLASSES.flatMap(({ site, programme, country, level, start, end, size }) =>
    Array.from({ length: size }, (_, n) => {
      const parted = toIso(toDay(start) + random.whole(40, 150))
      const leaves = random.chance(0.11) && parted <= DATA_DATE
      const finished = end <= DATA_DATE ? { end, outcome: 'completed' } : {}
      return {
        person: `${site.slice(3)}${start.slice(2, 4)}${start.slice(5, 7)}-${String(n + 1).padStart(2, '0')}`,
        programme,
        kind: 'overseas',
        full_time: level === 'training' ? 0 : 1,
        nationality: country,
        sex: random.chance(0.37) ? 'female' : 'male',
        level,
        start,
        planned_days: toDay(end) - toDay(start) + 1,
        ...(leaves ? { end: parted, outcome: 'left' } : finished),
        funding: site === SITE.tanzania ? 'enterprise' : random.weighted({ college: 5, self: 5 }),
        site,
        unit: internationalOfficeOn(start),
      }
    }),
  )
}

/** The school on the Cotton Plain reports heads, an intake, sex and programme a row. */
export function countAtTheSchool(): Row[] {
  const intakes: [programme: string, start: string, female: number, male: number][] = [
    ['S-UZ-MACH', '2022-02-14', 2, 10],
    ['S-UZ-MACH', '2022-09-05', 3, 12],
    ['S-UZ-MACH', '2023-09-04', 2, 14],
    ['S-UZ-FOOD', '2023-09-04', 8, 5],
    ['S-UZ-MACH', '2024-09-02', 4, 13],
    ['S-UZ-FOOD', '2024-09-02', 10, 5],
  ]
  return intakes.flatMap(([programme, start, female, male]) => {
    const end = `${Number(start.slice(0, 4)) + 2}-${start.slice(5, 7) === '02' ? '01-31' : '06-30'}`
    const row = {
      programme,
      kind: 'overseas',
      full_time: 1,
      nationality: 'UZ',
      level: 'higher',
      start,
      ...(end <= DATA_DATE ? { end, outcome: 'completed' } : {}),
      funding: 'self',
      site: SITE.uzbekistan,
      unit: internationalOfficeOn(start),
    }
    return [
      { ...row, sex: 'female', headcount: female },
      { ...row, sex: 'male', headcount: male },
    ]
  })
}

/** What those who stayed to the end were examined in; a few sat it twice. */
export function examineAtSites(learners: Row[]): Row[] {
  const random = createRandom('site examinations')
  return learners.flatMap(({ person, end, outcome, nationality, programme, site, unit }) => {
    if (outcome !== 'completed') return []
    const date = toIso(toDay(String(end)) - 6)
    const row = { person, instrument: '境外结业考核 Final at a site', version: '1', phase: 'final', max: 100 }
    const about = { nationality, programme, site, unit }
    const passed = random.chance(site === SITE.russia ? 0.82 : 0.86)
    const rows: Row[] = [{ ...row, attempt: 1, date, ...mark(passed), ...about }]
    if (!passed && random.chance(0.6))
      rows.push({ ...row, attempt: 2, date: toIso(toDay(String(end)) - 1), ...mark(true), ...about })
    return rows

    function mark(good: boolean): Row {
      return { raw: good ? random.whole(60, 95) : random.whole(35, 59), passed: good ? 1 : 0 }
    }
  })
}

/** Two summers of local teachers at the Luban Workshop, whom the workshop lists itself. */
export function trainWorkshopTeachers(): Row[] {
  const random = createRandom('workshop')
  return [
    { session: 'LB-2023', start: '2023-07-10', end: '2023-07-21', size: 12 },
    { session: 'LB-2024', start: '2024-07-08', end: '2024-07-19', size: 14 },
    { session: 'LB-2025', start: '2025-06-30', end: '2025-07-11', size: 15 },
  ].flatMap(({ session, start, end, size }, year) =>
    Array.from({ length: size }, (_, n) => ({
      session,
      start,
      end,
      training_days: 10,
      // The first four come back each summer.
      person: n < 4 ? `LBT-${String(n + 1).padStart(3, '0')}` : `LBT-${String(year * 20 + n + 1).padStart(3, '0')}`,
      country: 'TZ',
      place: 'TZ',
      role: 'teacher',
      sex: n < 4 ? 'male' : random.chance(0.3) ? 'female' : 'male',
      sponsor: 'TZ-SAV',
      delivery: 'on-site',
      platform: 'PL-MEC',
      site: SITE.tanzania,
      assessed: 1,
      hours: 60,
      unit: internationalOfficeOn(start),
    })),
  )
}
