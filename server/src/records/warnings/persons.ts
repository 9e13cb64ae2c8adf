import { toIso } from '@causeway/shared/day'
import { FOREIGN, UNKNOWN } from '@causeway/shared/unknown'
import { fill, type Words } from '@causeway/shared/words/words'
import { sql } from 'kysely'
import { countryName } from '../../ground/reference/countries.ts'
import { tableOf, type RecordType } from '../record-type.ts'
import { RECORD_TYPES } from '../record-types.ts'
import { hasFields, MOST_DOUBTS, ofTypes, type RecordWarningCode, type Touched, type Warning } from '../warning.ts'
import { doubt, isBrought, isCurrent } from './doubt.ts'
import WORDS from './words.json' with { type: 'json' }

/** What says no country is at odds with none. */
export const NOWHERE = sql.join([UNKNOWN, FOREIGN])

/** Longer than a school year abroad with its holidays. */
const LONGEST_STAY_DAYS = 400

export const LONG_STAY = doubt({
  of: ofTypes('mobility'),
  ask(touched) {
    if (touched.brought.longest <= LONGEST_STAY_DAYS) return null
    const days = sql`end_day - start_day + 1`
    return sql<{ row: number | null; days: number }>`
      select row, ${days} as days from record_mobility
      where ${isBrought(touched)} and ${days} > ${sql.lit(LONGEST_STAY_DAYS)} and (virtual is null or virtual <> 1)
      order by row limit ${MOST_DOUBTS}`
  },
  say: ({ days }) => ({
    ...{ code: 'LONG_STAY', field: 'end', value: String(days) },
    ...fill(WORDS.LONG_STAY, { days, LONGEST_STAY_DAYS }),
  }),
})

/** The country that the institution says it is in. */
const homeOf = (touched: Pick<Touched, 'institution'>) =>
  sql`(select coalesce(min(country), ${UNKNOWN}) from record_institution where ${isCurrent(touched)})`

/** Stays that leave the country of the college for itself, or come from it. */
export const NOT_ABROAD = doubt({
  of: ofTypes('mobility'),
  ask: (touched) => sql<{ row: number | null; country: string; direction: string }>`
    select row, country, direction from record_mobility
    where ${isBrought(touched)} and country = ${homeOf(touched)} and country not in (${NOWHERE})
    order by row limit ${MOST_DOUBTS}`,
  say({ country, direction }) {
    const name = countryName(country)
    return {
      ...{ code: 'NOT_ABROAD', field: 'country', value: country },
      ...fill(direction === 'out' ? WORDS.OUT_TO_HOME : WORDS.IN_FROM_HOME, { countryZh: name.zh, countryEn: name.en }),
    }
  },
})

/** Persons of the batch who are in two countries on one day; those who come from abroad are at home that day. */
export const TWO_COUNTRIES = doubt({
  of: ofTypes('mobility', 'training-session'),
  ask(touched) {
    if (!touched.hasPersons) return null
    const home = homeOf(touched)
    return sql<{ row: number | null; one: string; other: string; day: number }>`
      with placed as not materialized (
        select batch, row, person, case when direction = 'out' then country else ${home} end as place, start_day, end_day
        from record_mobility where ${isCurrent(touched)} and person is not null and (virtual is null or virtual <> 1)
        union all
        select batch, row, person, place, start_day, end_day from record_training_session
        where ${isCurrent(touched)} and person is not null and place is not null
          and (delivery is null or delivery <> 'online')
      ), several as materialized (select person from placed group by person having min(place) <> max(place)),
      stay as materialized (select * from placed where person in (select person from several))
      select a.row as row, a.place as one, b.place as other,
        case when a.start_day > b.start_day then a.start_day else b.start_day end as day
      from stay a join stay b on b.person = a.person
      where a.batch = ${touched.batch} and a.place <> b.place and a.start_day <= b.end_day and b.start_day <= a.end_day
        and a.place not in (${NOWHERE}) and b.place not in (${NOWHERE}) and (b.batch <> a.batch or b.row > a.row)
      order by a.row limit ${MOST_DOUBTS}`
  },
  say({ one, other, day }) {
    const [here, there, on] = [countryName(one), countryName(other), toIso(day)]
    return {
      ...{ code: 'TWO_COUNTRIES', field: 'start', value: on },
      ...fill(WORDS.TWO_HOMES, { on, hereZh: here.zh, thereZh: there.zh, hereEn: here.en, thereEn: there.en }),
    }
  },
})

/** One person with two values of a field, over every type that has both. */
function twoOfOne(code: RecordWarningCode, field: string, words: Words): Warning {
  return doubt({
    of: (type) => hasFields(type, field),
    ask(touched) {
      if (!touched.hasPersons) return null
      const value = sql.ref(field)
      const parts = RECORD_TYPES.filter((other) => hasFields(other, field, 'person')).map(
        ({ name }) => sql`select batch, row, person, ${value} as value from ${sql.table(tableOf(name))}
          where ${isCurrent(touched)} and person is not null and ${value} is not null and ${value} not in (${NOWHERE})`,
      )
      return sql<{ row: number | null; one: string; other: string }>`
        select min(case when batch = ${touched.batch} then row end) as row, min(value) as one, max(value) as other
        from (${sql.join(parts, sql` union all `)}) x group by person
        having min(value) <> max(value) and sum(case when batch = ${touched.batch} then 1 else 0 end) > 0
        order by 1 limit ${MOST_DOUBTS}`
    },
    say({ one, other }, type) {
      const [a, b] = [toWords(type, field, one), toWords(type, field, other)]
      return {
        ...{ code, field, value: one },
        zh: `同一人员编号有两种${words.zh}：${a.zh}、${b.zh}。`,
        en: `One person has two ${words.en}: ${a.en} and ${b.en}.`,
      }
    },
  })
}

function toWords(type: RecordType, field: string, value: string): Words {
  const choice = type.fields.find(({ name }) => name === field)?.choices?.find(({ key }) => key === value)
  return choice?.label ?? countryName(value)
}

export const TWO_SEXES = twoOfOne('TWO_SEXES', 'sex', { zh: '性别', en: 'sexes' })
export const TWO_NATIONALITIES = twoOfOne('TWO_NATIONALITIES', 'nationality', { zh: '国籍', en: 'nationalities' })
