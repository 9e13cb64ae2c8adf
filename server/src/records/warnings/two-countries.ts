import { toIso } from '@causeway/shared/day'
import { UNKNOWN } from '@causeway/shared/unknown'
import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { MOST_DOUBTS, ofTypes, type Touched, type Warning } from '../warning.ts'
import { NOWHERE } from './two-of-one.ts'

/** Persons of the batch who are in two countries on one day; those who come from abroad are at home that day. */
export const TWO_COUNTRIES: Warning<'TWO_COUNTRIES'> = {
  codes: { TWO_COUNTRIES: { zh: '同一人同日在两个国家（地区）', en: 'one person is in two countries on one day' } },
  of: ofTypes('mobility', 'training-session'),
  async find(db, touched) {
    if (!touched.hasPersons) return []
    const home = await findCountryOf(db, touched.institution)
    return (await listPersonsInTwoPlaces(db, touched, home)).map(({ row, one, other, day }) => {
      const [here, there] = [countryName(one), countryName(other)]
      const on = toIso(day)
      const message = {
        zh: `同一人在 ${on} 既在${here.zh}，又在${there.zh}。`,
        en: `The same person is in ${here.en} and in ${there.en} on ${on}.`,
      }
      return { code: 'TWO_COUNTRIES', row, field: 'start', value: on, message }
    })
  },
}

async function listPersonsInTwoPlaces(
  db: Connection,
  { institution, batch }: Touched,
  home: string,
): Promise<{ row: number | null; one: string; other: string; day: number }[]> {
  const { rows } = await sql<{ row: number | null; one: string; other: string; day: number }>`
    with stay as materialized (
      select batch, row, person, case when direction = 'out' then country else ${home} end as place, start_day, end_day
      from record_mobility where institution = ${institution} and until is null and person is not null
        and (virtual is null or virtual <> 1)
      union all
      select batch, row, person, place, start_day, end_day from record_training_session
      where institution = ${institution} and until is null and person is not null and place is not null
        and (delivery is null or delivery <> 'online')
    )
    select a.row as row, a.place as one, b.place as other, case when a.start_day > b.start_day then a.start_day else b.start_day end as day
    from stay a join stay b on b.person = a.person
    where a.batch = ${batch} and a.place <> b.place and a.start_day <= b.end_day and b.start_day <= a.end_day
      and a.place not in (${NOWHERE}) and b.place not in (${NOWHERE}) and (b.batch <> a.batch or b.row > a.row)
    order by a.row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

async function findCountryOf(db: Connection, institution: string): Promise<string> {
  const { rows } = await sql<{ country: string | null }>`
    select country from record_institution where institution = ${institution} and until is null limit 1`.execute(db)
  return rows[0]?.country ?? UNKNOWN
}
