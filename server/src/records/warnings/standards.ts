import { toIso } from '@causeway/shared/day'
import { fill, type Words } from '@causeway/shared/words/words'
import { sql } from 'kysely'
import { countryName } from '../../ground/reference/countries.ts'
import { tableOf } from '../record-type.ts'
import { MOST_DOUBTS, ofTypes } from '../warning.ts'
import { doubt, isBrought, isCurrent } from './doubt.ts'
import WORDS from './words.json' with { type: 'json' }

export const CODE_OF_BOTH = doubt({
  of: ofTypes('resource', 'standard'),
  ask: (touched, { name }) => sql<{ row: number | null; code: string }>`
    select a.row as row, a.code as code from ${sql.table(tableOf(name))} a
    join ${sql.table(tableOf(name === 'resource' ? 'standard' : 'resource'))} b
      on b.institution = a.institution and b.code = a.code and b.until is null
    where ${isBrought(touched, 'a')} order by a.row limit ${MOST_DOUBTS}`,
  say: ({ code }) => ({
    ...{ code: 'CODE_OF_BOTH', field: 'code', value: code },
    ...fill(WORDS.CODE_OF_BOTH, { code }),
  }),
})

interface EarlyAdoption {
  /** A row of the batch: the adoption's, or that of the first version. */
  row: number | null
  standard: string
  /** The earliest day of adoption, and how many adoptions are too early. */
  day: number
  count: number
  /** First day of the first version. */
  first: number
}

/** Adoptions before their standard's first version; of adoptions that the batch brought one by one, else by version. */
export const BEFORE_FIRST_VERSION = doubt({
  of: ofTypes('adoption', 'standard-version'),
  ask({ institution, batch }, { name }) {
    const day = sql`coalesce(a.adopted_on_day, a.registered_on_day, a.in_system_on_day)`
    const [row, brought] =
      name === 'adoption' ? [sql`a.row`, sql`a.batch = ${batch}`] : [sql`v.row`, sql`v.brought > 0`]
    return sql<EarlyAdoption>`
      select ${row} as row, v.standard as standard, min(${day}) as day, count(*) as count, v.first as first
      from (
        select standard, min(from_day) as first, min(case when batch = ${batch} then row end) as row,
          sum(case when batch = ${batch} then 1 else 0 end) as brought
        from record_standard_version where ${isCurrent({ institution })} group by standard
      ) v join record_adoption a on a.institution = ${institution} and a.standard = v.standard and a.until is null
      where ${day} < v.first and ${brought}
      group by 1, 2, 5 order by 1 limit ${MOST_DOUBTS}`
  },
  say({ standard, day, count, first }, { name }) {
    const [on, from] = [toIso(day), toIso(first)]
    const code = 'BEFORE_FIRST_VERSION'
    if (name === 'adoption')
      return {
        ...{ code, field: 'adopted_on', value: on },
        ...fill(WORDS.BEFORE_FIRST_VERSION, { standard, from, on }),
      }
    return {
      ...{ code, field: 'from', value: on },
      zh: `标准 ${standard} 的第一个版本自 ${from} 生效，但有 ${count} 条采用记录在其前，最早的为 ${on}。请核对生效日期，或补登更早的版本。`,
      en: `The first version of standard ${standard} is of ${from}, but ${count === 1 ? '1 adoption is' : `${count} adoptions are`} earlier, the first of ${on}. Look at the date, or register the earlier version.`,
    }
  },
})

/** Of weights that are rounded, as three thirds of 0.33. */
const SLACK = 0.011

interface WeightSum {
  row: number | null
  standard: string
  version: string
  /** As they are stored. */
  sum: number
  /** Units without a weight. */
  empty: number
}

/** Versions with units in the batch whose weights do not add up to 1, give or take what rounding takes, or that only some units have. */
export const WEIGHTS_NOT_ONE = doubt({
  of: ofTypes('standard-unit'),
  ask({ institution, batch }, { fields }) {
    const whole = fields.find(({ name }) => name === 'weight')!.factor!
    const slack = Math.round(SLACK * whole)
    const empty = sql`sum(case when weight is null then 1 else 0 end)`
    return sql<WeightSum>`
      select min(case when batch = ${batch} then row end) as row, standard, version, sum(weight) as sum, ${empty} as empty
      from record_standard_unit where ${isCurrent({ institution })}
      group by standard, version
      having sum(case when batch = ${batch} then 1 else 0 end) > 0 and count(weight) > 0
        and (sum(weight) < ${whole - slack} or sum(weight) > ${whole + slack} or ${empty} > 0)
      order by 1 limit ${MOST_DOUBTS}`
  },
  say({ standard, version, sum, empty }, { fields }) {
    const total = sum / fields.find(({ name }) => name === 'weight')!.factor!
    const without: Words =
      empty === 0
        ? { zh: '', en: '' }
        : {
            zh: `其中 ${empty} 个单元未填权重，在能力单元达成率中不起作用，仅在这些单元上的成绩不计入；请补填，或把各单元的权重都留空。`,
            en: ` ${empty === 1 ? '1 unit has' : `${empty} units have`} none and weighs nothing in the competency attainment: results on such units alone count nothing. Give each unit its weight, or none to any.`,
          }
    return {
      ...{ code: 'WEIGHTS_NOT_ONE', field: 'weight', value: String(total) },
      ...fill(WORDS.WEIGHTS_NOT_ONE, { standard, version, total, withoutZh: without.zh, withoutEn: without.en }),
    }
  },
})

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

/**
 * Use of what nobody adopted, or not yet: most often an adopter under another spelling. An adoption without any date is taken as it is.
 */
export const USE_WITHOUT_ADOPTION = doubt({
  of: ofTypes('adoption-use'),
  ask: (touched) => sql<DoubtfulUse>`
    select u.row as row, coalesce(u.standard, u.resource) as subject, u.country as country, u.adopter as adopter,
      u.from_day as "from", coalesce(a.adopted_on_day, a.registered_on_day, a.in_system_on_day) as adopted
    from record_adoption_use u left join record_adoption a on ${isCurrent(touched, 'a')}
      and a.country = u.country and a.adopter = u.adopter
      and (a.standard = u.standard or (u.standard is null and a.resource = u.resource))
    where ${isBrought(touched, 'u')}
      and (a.key is null or u.from_day < coalesce(a.adopted_on_day, a.registered_on_day, a.in_system_on_day))
    order by u.row limit ${MOST_DOUBTS}`,
  say({ subject, country, adopter, from, adopted }) {
    const where = countryName(country)
    if (adopted === null)
      return {
        ...{ code: 'NO_SUCH_ADOPTION', field: 'adopter', value: adopter },
        ...fill(WORDS.NO_SUCH_ADOPTION, { adopter, whereZh: where.zh, subject, whereEn: where.en }),
      }
    const [first, since] = [toIso(from), toIso(adopted)]
    return {
      ...{ code: 'USED_BEFORE_ADOPTED', field: 'from', value: first },
      ...fill(WORDS.USED_BEFORE_ADOPTED, { adopter, whereZh: where.zh, since, subject, first, whereEn: where.en }),
    }
  },
})
