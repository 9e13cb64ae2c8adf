import { CONTESTS } from './contests.ts'
import type { Row } from './csv-file.ts'
import type { Learner } from './learners.ts'
import { createRandom } from './random.ts'
import { UNIT } from './units.ts'

const RANKS: Record<string, number> = {
  gold: 1,
  silver: 2,
  bronze: 3,
  medallion: 6,
  '一等奖 First prize': 1,
  '二等奖 Second prize': 2,
  '三等奖 Third prize': 3,
}
/** Points above the centre of the scale, at the least. */
const LEADS: Record<string, number> = { gold: 38, silver: 28, bronze: 19, medallion: 6, '': -24 }

/** A trip that a contest gave occasion to. */
export interface ContestTrip {
  person: string
  programme: string
  country: string
  date: string
}

/** One row a competitor; the rows of one team say the same and are one award. */
export function competeAbroad(learners: Learner[]): { rows: Row[]; trips: ContestTrip[] } {
  const random = createRandom('competitions')
  const rows: Row[] = []
  const trips: ContestTrip[] = []
  for (const event of CONTESTS) {
    const here = learners.filter(
      ({ start, end }) => start <= `${Number(event.date.slice(0, 4)) - 1}-09-02` && event.date < end,
    )
    event.entries.forEach(([skill, size, isTeam, won], n) => {
      const score = event.scale ? event.scale + (LEADS[won] ?? 0) + random.whole(0, 8) : undefined
      for (let member = 0; member < size; member++) {
        const { person, programme } = random.take(here)
        const medal = event.series === 'worldskills' && won ? won : undefined
        rows.push({
          event: event.code,
          series: event.series,
          date: event.date,
          level: event.level,
          country: event.country,
          abroad: event.country === 'CN' ? 0 : 1,
          skill,
          team: isTeam ? `T${n + 1}` : undefined,
          person,
          represents: '界河农业职业学院（演示）',
          rank: RANKS[won] ?? random.whole(9, 15),
          award: event.series === 'other' && won ? won : undefined,
          medal,
          score,
          scale: event.scale,
          unit: UNIT.competitions,
        })
        if (event.country !== 'CN' && !event.online)
          trips.push({ person, programme, country: event.country, date: event.date })
      }
    })
  }
  return { rows, trips }
}
