import { fill } from '@causeway/shared/words/words'
import { sql } from 'kysely'
import { findIssuer } from '../../ground/reference/certificate-issuers.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { MOST_DOUBTS, ofTypes } from '../warning.ts'
import { doubt, isBrought, isCurrent } from './doubt.ts'
import { NOWHERE } from './persons.ts'
import WORDS from './words.json' with { type: 'json' }

export const ABOVE_MAX = doubt({
  of: ofTypes('assessment-result'),
  ask: (touched) => sql<{ row: number | null; raw: number; max: number }>`
    select row, raw, max from record_assessment_result where ${isBrought(touched)} and raw > max
    order by row limit ${MOST_DOUBTS}`,
  say({ raw, max }, { fields }) {
    const { factor } = fields.find(({ name }) => name === 'raw')!
    const [score, most] = [raw, max].map((value) => String(Number(value) / factor!))
    return {
      ...{ code: 'ABOVE_MAX', field: 'raw', value: score! },
      ...fill(WORDS.ABOVE_MAX, { score, most }),
    }
  },
})

export const ISSUER_ELSEWHERE = doubt({
  of: ofTypes('certificate-type'),
  ask: (touched) => sql<{ row: number | null; issuer: string; country: string }>`
    select row, issuer, country from record_certificate_type
    where ${isBrought(touched)} and country not in (${NOWHERE}) order by row`,
  say({ issuer, country }) {
    const known = findIssuer(issuer)
    if (!known || known.country === country) return null
    const [seat, said] = [countryName(known.country), countryName(country)]
    return {
      ...{ code: 'ISSUER_ELSEWHERE', field: 'country', value: country },
      zh: `发证机构${known.name.zh}设在${seat.zh}，此处填的是${said.zh}。请核对。`,
      en: `${known.name.en} has its seat in ${seat.en}; here it says ${said.en}. Look at both.`,
    }
  },
})

/** Levels that awards name, beside those of their certificate, where the batch brought either. */
export const NO_SUCH_LEVEL = doubt({
  of: ofTypes('certificate-award', 'certificate-type'),
  ask: ({ institution, batch }) => sql<{ row: number | null; certificate: string; level: string; levels: string }>`
    select min(case when a.batch = ${batch} then a.row else t.row end) as row, a.certificate, a.level, t.level as levels
    from record_certificate_award a
    join record_certificate_type t on t.institution = a.institution and t.code = a.certificate and t.until is null
    where ${isCurrent({ institution }, 'a')} and a.level is not null and t.level is not null
      and (a.batch = ${batch} or t.batch = ${batch})
    group by a.certificate, a.level, t.level order by 1`,
  say({ certificate, level, levels }) {
    if (levels.split(/[、,，;；/]/).some((one) => fold(one) === fold(level))) return null
    return {
      ...{ code: 'NO_SUCH_LEVEL', field: 'level', value: level },
      ...fill(WORDS.NO_SUCH_LEVEL, { certificate, level, levels }),
    }
  },
})

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/** Competitions that no event of the kind is called; none where there is no such event. */
export const NO_SUCH_COMPETITION = doubt({
  of: ofTypes('competition-result'),
  ask: (touched) => sql<{ row: number | null; event: string }>`
    with known as materialized (
      select code, title_zh, title_en from record_event where ${isCurrent(touched)} and kind = 'competition'
    )
    select min(row) as row, event from record_competition_result
    where ${isBrought(touched)} and exists (select 1 from known)
      and event not in (
        select code from known union select title_zh from known where title_zh is not null
        union select title_en from known where title_en is not null)
    group by event order by 1 limit ${MOST_DOUBTS}`,
  say: ({ event }) => ({
    ...{ code: 'NO_SUCH_COMPETITION', field: 'event', value: event },
    ...fill(WORDS.NO_SUCH_COMPETITION, { event }),
  }),
})

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
export const TEAM_CONTRADICTS = doubt({
  of: ofTypes('competition-result'),
  ask: ({ institution, batch }) => sql<DoubtfulTeam>`
    select min(case when batch = ${batch} then row end) as row, event, skill, team, count(distinct medal) as medals,
      count(distinct score) as scores, count(distinct scale) as scales
    from record_competition_result where ${isCurrent({ institution })} and team is not null
    group by event, skill, team
    having sum(case when batch = ${batch} then 1 else 0 end) > 0
      and (count(distinct medal) > 1 or count(distinct score) > 1 or count(distinct scale) > 1)
    order by 1 limit ${MOST_DOUBTS}`,
  say({ event, skill, team, medals, scores, scales }) {
    const differ = [
      { count: medals, field: 'medal', zh: '奖牌', en: 'medals' },
      { count: scores, field: 'score', zh: '得分', en: 'scores' },
      { count: scales, field: 'scale', zh: '计分制', en: 'scales' },
    ].filter(({ count }) => Number(count) > 1)
    return {
      ...{ code: 'TEAM_CONTRADICTS', field: differ[0]!.field, value: team },
      zh: `“${event}”赛项 ${skill} 的参赛队 ${team} 各行的${differ.map(({ zh }) => zh).join('、')}不一致。一支队只计一次：奖牌积分取最高的奖牌，标准分取最高的得分。请核对，使各行一致。`,
      en: `The rows of team ${team} in skill ${skill} of "${event}" name several ${differ.map(({ en }) => en).join(' and ')}. A team counts once: its best medal for the medal points, its highest score for the mean score. Look at them and make the rows agree.`,
    }
  },
})
