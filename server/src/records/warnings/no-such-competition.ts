import { sql } from 'kysely'
import { MOST_DOUBTS, ofTypes, type Warning } from '../warning.ts'

/** Competitions that no event of the kind is called; none where there is no such event. */
export const NO_SUCH_COMPETITION: Warning<'NO_SUCH_COMPETITION'> = {
  codes: {
    NO_SUCH_COMPETITION: { zh: '活动台账中没有这项竞赛', en: 'no event is called as the competition' },
  },
  of: ofTypes('competition-result'),
  async find(db, { institution, batch }) {
    const { rows } = await sql<{ row: number | null; event: string }>`
    with known as materialized (
      select code, title_zh, title_en from record_event
      where institution = ${institution} and until is null and kind = 'competition'
    )
    select min(row) as row, event from record_competition_result
    where institution = ${institution} and until is null and batch = ${batch} and exists (select 1 from known)
      and event not in (
        select code from known union select title_zh from known where title_zh is not null
        union select title_en from known where title_en is not null)
    group by event order by 1 limit ${MOST_DOUBTS}`.execute(db)
    return rows.map(({ row, event }) => ({
      ...{ code: 'NO_SUCH_COMPETITION', row, field: 'event', value: event },
      message: {
        zh: `“国际会议与活动”中没有名称或编号为“${event}”的竞赛。请核对赛事名称，或补登该赛事。`,
        en: `No event of kind competition is called "${event}", or has it as its code. Look at the name, or register the event.`,
      },
    }))
  },
}
