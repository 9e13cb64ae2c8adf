import { toDay, toIso } from '@causeway/shared/day'
import type { Row } from './csv-file.ts'
import type { Learner } from './learners.ts'
import { createRandom, type Random } from './random.ts'
import { DATA_DATE } from './story.ts'
import { internationalOfficeOn, UNIT } from './units.ts'

/** What a language year and what a diploma ask for. */
const REQUIRED = { year: 3, diploma: 4 }

/**
 * HSK at the end of a language year and in the last spring of a diploma (all on the scale of six levels: that of nine began in 2026);
 * occupational Chinese since there is a standard of it; Russian of own learners on the European scale, whose first version gave way to
 * the next in 2018.
 */
export function testLanguages(foreigners: Row[], learners: Learner[]): Row[] {
  return [...sitHsk(foreigners), ...sitOccupational(foreigners), ...sitRussian(learners)]
}

function sitHsk(foreigners: Row[]): Row[] {
  const random = createRandom('hsk')
  const sat = new Set<string>()
  return foreigners.flatMap(({ person, kind, programme, start, end, outcome, full_time, nationality }) => {
    const isDiploma = kind === 'degree'
    if (outcome !== 'completed' || full_time !== 1 || (!isDiploma && programme !== 'Z-LANG')) return []
    if (nationality === 'HK' || nationality === 'MO' || nationality === 'TW') return []
    const date = toIso(toDay(String(end)) - (isDiploma ? 44 : 23))
    // Not all who learned the language for a year sat a test of it.
    if ((!isDiploma && random.chance(0.3)) || sat.has(`${person} ${date}`)) return []
    sat.add(`${person} ${date}`)
    const required_level = isDiploma ? REQUIRED.diploma : REQUIRED.year
    const level = reach(random, required_level, String(start))
    return [
      {
        person,
        scale: 'hsk',
        scale_version: '2.0',
        level,
        required_level,
        score: random.whole(180, 276),
        date,
        programme,
        unit: internationalOfficeOn(date),
      },
    ]
  })
}

/** Whoever began while the border was shut learned on the screen, and less. */
function reach(random: Random, required: number, start: string): number {
  const likely = start >= '2019-09-01' && start < '2022-09-01' ? 0.66 : 0.8
  if (!random.chance(likely)) return required - 1
  return random.chance(0.3) ? required + 1 : required
}

function sitOccupational(foreigners: Row[]): Row[] {
  const random = createRandom('occupational Chinese')
  return [
    { date: '2024-05-25', likely: 0.62, size: 24 },
    { date: '2024-12-07', likely: 0.66, size: 20 },
    { date: '2025-05-24', likely: 0.74, size: 30 },
  ].flatMap(({ date, likely, size }) => {
    const here = foreigners.filter(
      ({ kind, start, end }) => kind === 'degree' && String(start) < date && date < String(end ?? '9'),
    )
    return Array.from({ length: Math.min(size, here.length) }, () => random.take(here)).map(({ person, programme }) => {
      const level = random.chance(likely) ? random.whole(3, 4) : 2
      return {
        person,
        scale: 'occupational-chinese',
        scale_version: '2023',
        level,
        required_level: 3,
        score: undefined,
        date,
        programme,
        unit: UNIT.trainingCentre,
      }
    })
  })
}

function sitRussian(learners: Learner[]): Row[] {
  const random = createRandom('Russian')
  const rows: Row[] = []
  for (let year = 2016; year <= 2025; year++) {
    const date = `${year}-04-20`
    if (year === 2020 || date > DATA_DATE) continue
    const final = learners.filter(
      ({ programme, start, end }) => programme === 'P-RUS' && start === `${year - 3}-09-01` && date < end,
    )
    for (let n = 0; n < 5 && final.length > 0; n++) {
      const { person, programme } = random.take(final)
      rows.push({
        person,
        scale: 'cefr',
        scale_version: year < 2018 ? '2001' : '2020',
        level: random.pick(['A2', 'B1', 'B1', 'B2']),
        required_level: 'B1',
        date,
        programme,
        unit: UNIT.academicAffairs,
      })
    }
  }
  return rows
}
