import { toIso } from '@causeway/shared/day'
import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { MOST_DOUBTS, ofTypes, type RecordWarning, type Touched, type Warning } from '../warning.ts'

type Code = 'NO_SUCH_ADOPTION' | 'USED_BEFORE_ADOPTED'

/** Use of what nobody adopted, or not yet: most often an adopter under another spelling. */
export const USE_WITHOUT_ADOPTION: Warning<Code> = {
  codes: {
    NO_SUCH_ADOPTION: { zh: '没有登记所使用的采用', en: 'the adoption that is used is not registered' },
    USED_BEFORE_ADOPTED: { zh: '使用日期早于采用日期', en: 'it was used before it was adopted' },
  },
  of: ofTypes('adoption-use'),
  find: async (db, touched) => (await listDoubtfulUses(db, touched)).map(toWarning),
}

function toWarning({ row, subject, country, adopter, from, adopted }: DoubtfulUse): RecordWarning<Code> {
  const where = countryName(country)
  if (adopted === null)
    return {
      ...{ code: 'NO_SUCH_ADOPTION', row, field: 'adopter', value: adopter },
      message: {
        zh: `没有登记“${adopter}”（${where.zh}）采用 ${subject}，计算有效采用时不会计入。请核对编号、国家和机构的写法，或补登该项采用。`,
        en: `There is no adoption of ${subject} by "${adopter}" (${where.en}), so that no adoption is counted as used. Look at the code, the country and the spelling, or register the adoption.`,
      },
    }
  const [first, since] = [toIso(from), toIso(adopted)]
  return {
    ...{ code: 'USED_BEFORE_ADOPTED', row, field: 'from', value: first },
    message: {
      zh: `“${adopter}”（${where.zh}）自 ${since} 起采用 ${subject}，而本行的使用始于 ${first}。请核对日期。`,
      en: `"${adopter}" (${where.en}) adopted ${subject} on ${since}, and this row says it was used from ${first}. Look at both dates.`,
    },
  }
}

interface DoubtfulUse {
  row: number | null
  /** Code of the standard or resource. */
  subject: string
  country: string
  adopter: string
  /** First day of the use. */
  from: number
  /** First day of the adoption; null: there is no such adoption. */
  adopted: number | null
}

/** Uses of the batch whose adoption is not there, or began later. An adoption without any date is taken as it is. */
async function listDoubtfulUses(db: Connection, { institution, batch }: Touched): Promise<DoubtfulUse[]> {
  const { rows } = await sql<DoubtfulUse>`
    select u.row as row, coalesce(u.standard, u.resource) as subject, u.country as country, u.adopter as adopter,
      u.from_day as "from", coalesce(a.adopted_on_day, a.registered_on_day, a.in_system_on_day) as adopted
    from record_adoption_use u left join record_adoption a on a.institution = ${institution} and a.until is null
      and a.country = u.country and a.adopter = u.adopter
      and (a.standard = u.standard or (u.standard is null and a.resource = u.resource))
    where u.institution = ${institution} and u.until is null and u.batch = ${batch}
      and (a.key is null or u.from_day < coalesce(a.adopted_on_day, a.registered_on_day, a.in_system_on_day))
    order by u.row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}
