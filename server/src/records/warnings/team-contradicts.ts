import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { MOST_DOUBTS, ofTypes, type RecordWarning, type Touched, type Warning } from '../warning.ts'

export const TEAM_CONTRADICTS: Warning<'TEAM_CONTRADICTS'> = {
  codes: {
    TEAM_CONTRADICTS: {
      zh: '同一参赛队各行的奖牌、得分或计分制不一致',
      en: 'the rows of one team name several medals, scores or scales',
    },
  },
  of: ofTypes('competition-result'),
  find: async (db, touched) => (await listDoubtfulTeams(db, touched)).map(toDoubtfulTeam),
}

function toDoubtfulTeam({
  row,
  event,
  skill,
  team,
  medals,
  scores,
  scales,
}: DoubtfulTeam): RecordWarning<'TEAM_CONTRADICTS'> {
  const differ = [
    { count: medals, field: 'medal', zh: '奖牌', en: 'medals' },
    { count: scores, field: 'score', zh: '得分', en: 'scores' },
    { count: scales, field: 'scale', zh: '计分制', en: 'scales' },
  ].filter(({ count }) => Number(count) > 1)
  const message = {
    zh: `“${event}”赛项 ${skill} 的参赛队 ${team} 各行的${differ.map(({ zh }) => zh).join('、')}不一致。一支队只计一次：奖牌积分取最高的奖牌，标准分取最高的得分。请核对，使各行一致。`,
    en: `The rows of team ${team} in skill ${skill} of "${event}" name several ${differ.map(({ en }) => en).join(' and ')}. A team counts once: its best medal for the medal points, its highest score for the mean score. Look at them and make the rows agree.`,
  }
  return { code: 'TEAM_CONTRADICTS', row, field: differ[0]!.field, value: team, message }
}

/** A team whose rows contradict one another: how many medals, scores and scales they name. */
interface DoubtfulTeam {
  row: number | null
  event: string
  skill: string
  team: string
  medals: number
  scores: number
  scales: number
}

/** Teams with a row in the batch whose rows name several medals, scores or scales. */
async function listDoubtfulTeams(db: Connection, { institution, batch }: Touched): Promise<DoubtfulTeam[]> {
  const { rows } = await sql<DoubtfulTeam>`
    select min(case when batch = ${batch} then row end) as row, event, skill, team, count(distinct medal) as medals,
      count(distinct score) as scores, count(distinct scale) as scales
    from record_competition_result where institution = ${institution} and until is null and team is not null
    group by event, skill, team
    having sum(case when batch = ${batch} then 1 else 0 end) > 0
      and (count(distinct medal) > 1 or count(distinct score) > 1 or count(distinct scale) > 1)
    order by 1 limit ${MOST_DOUBTS}`.execute(db)
  return rows
}
