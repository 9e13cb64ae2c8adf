import { toDay, toIso } from '@causeway/shared/day'
import { PROGRAMMES } from './college.ts'
import type { Row } from './csv-file.ts'
import type { Learner } from './learners.ts'
import { createRandom } from './random.ts'
import { DATA_DATE } from './story.ts'
import { UNIT } from './units.ts'

/** Which enterprise takes the final year of a programme. */
const ENTERPRISE: Record<string, string> = {
  'P-CROP': 'CN-PAR',
  'J-CROP': 'CN-PAR',
  'P-HORT': 'CN-PAR',
  'J-HORT': 'CN-PAR',
  'P-PLANT': 'CN-PAR',
  'P-MACH': 'CN-TRA',
  'J-MACH': 'CN-TRA',
  'P-FOOD': 'CN-MIL',
  'J-FOOD': 'CN-MIL',
  'P-ECOM': 'CN-NET',
  'J-ECOM': 'CN-NET',
  'P-RUS': 'CN-COL',
  'P-VET': 'CN-BIO',
  'P-FEED': 'CN-BIO',
}

/** When those a year before the last spend three weeks of spring at the same enterprise: not while nobody may leave the campus. */
const YEARS_OF_SPRING_PRACTICE = [2017, 2018, 2020, 2022, 2023, 2024]

/** The final year's practice at enterprises at home, by heads, a programme and year a row; in 2019/20 it stopped in January. */
export function countPlacements(learners: Learner[], heads: Row[]): Row[] {
  const random = createRandom('placements')
  const rows: Row[] = []
  for (let year = 2015; year <= 2024; year++) {
    for (const { code: programme } of PROGRAMMES) {
      const partner = ENTERPRISE[programme]
      if (!partner) continue
      const here = (intake: number) =>
        learners.filter(
          (one) => one.programme === programme && one.start === `${intake}-09-01` && one.end > `${year + 1}-06-30`,
        ).length +
        heads
          .filter(
            (row) => row['programme'] === programme && row['start'] === `${intake}-09-01` && row['outcome'] !== 'left',
          )
          .reduce((sum, row) => sum + Number(row['headcount']), 0)
      const row = {
        partner,
        country: 'CN',
        programme,
        nationality: 'CN',
        mentor: 1,
        platform: platformOf(partner, year),
        unit: UNIT.employment,
      }
      const final = Math.round(here(year - 2) * (0.72 + random.next() * 0.16))
      if (final > 0)
        rows.push({
          ...row,
          headcount: final,
          start: `${year}-10-08`,
          end: year === 2019 ? '2020-01-22' : `${year + 1}-03-31`,
          assessed: year === 2019 ? 0 : 1,
        })
      const second = Math.round(here(year - 1) * (0.4 + random.next() * 0.2))
      if (second > 0 && YEARS_OF_SPRING_PRACTICE.includes(year))
        rows.push({
          ...row,
          headcount: second,
          start: `${year + 1}-04-14`,
          end: `${year + 1}-05-04`,
          mentor: 0,
          assessed: 0,
        })
    }
  }
  return rows
}

/** The talent platform of cross-border trade places those who sell. */
function platformOf(partner: string, year: number): string | undefined {
  return partner === 'CN-NET' && year >= 2018 ? 'PL-TRA' : undefined
}

/** Own learners at going-out enterprises abroad, as their stays say, and foreign ones at enterprises here in summer: by name. */
export function listPlacements(stays: Row[], foreigners: Row[]): Row[] {
  const random = createRandom('placements by name')
  const abroad = stays
    .filter(
      ({ purpose, audience, partner }) =>
        purpose === 'practice' && audience === 'student' && isGoingOut(String(partner)),
    )
    .map(({ person, partner, country, programme, start, end }) => ({
      person,
      partner,
      country,
      programme,
      nationality: 'CN',
      start,
      end,
      mentor: 1,
      assessed: 1,
      unit: UNIT.employment,
    }))
  const here = [2016, 2017, 2018, 2019, 2023, 2024, 2025].flatMap((year) => {
    const [start, end] = [`${year}-07-02`, `${year}-07-26`]
    return foreigners
      .filter(
        (one) =>
          one['kind'] === 'degree' &&
          one['full_time'] === 1 &&
          toDay(String(one['start'])) + 200 < toDay(start) &&
          String(one['end'] ?? '9') > toIso(toDay(end) + 30) &&
          random.chance(0.6) &&
          end <= DATA_DATE,
      )
      .map(({ person, programme, nationality }) => ({
        person,
        partner: ENTERPRISE[String(programme)],
        country: 'CN',
        programme,
        nationality,
        start,
        end,
        mentor: 1,
        assessed: 1,
        unit: UNIT.international,
      }))
  })
  return [...abroad, ...here]
}

function isGoingOut(partner: string): boolean {
  return ['RU-EAR', 'KZ-OIL', 'LA-FRU'].includes(partner)
}
