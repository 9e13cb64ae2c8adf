import { FOREIGN, UNKNOWN } from '@causeway/shared/unknown'
import type { Words } from '@causeway/shared/words/words'
import { sql } from 'kysely'
import { countryName } from '../../ground/reference/countries.ts'
import { tableOf, type RecordType } from '../record-type.ts'
import { RECORD_TYPES } from '../record-types.ts'
import { hasFields, MOST_DOUBTS, type RecordWarning, type Warning } from '../warning.ts'

/** What says no country is at odds with none. */
export const NOWHERE = sql.join([UNKNOWN, FOREIGN])

/** One person with two values of a field, over every type that has both. */
function twoOfOne<Code extends string>(code: Code, field: string, means: Words, words: Words): Warning<Code> {
  return {
    codes: { [code]: means } as Record<Code, Words>,
    of: (type) => hasFields(type, field),
    async find(db, { institution, batch, hasPersons }, type) {
      if (!hasPersons) return []
      const value = sql.ref(field)
      const parts = RECORD_TYPES.filter((other) => hasFields(other, field, 'person')).map(
        ({ name }) => sql`select batch, row, person, ${value} as value from ${sql.table(tableOf(name))}
          where institution = ${institution} and until is null and person is not null
            and ${value} is not null and ${value} not in (${NOWHERE})`,
      )
      const { rows } = await sql<{ row: number | null; one: string; other: string }>`
        select min(case when batch = ${batch} then row end) as row, min(value) as one, max(value) as other
        from (${sql.join(parts, sql` union all `)}) x
        group by person having min(value) <> max(value) and sum(case when batch = ${batch} then 1 else 0 end) > 0
        order by 1 limit ${MOST_DOUBTS}`.execute(db)
      return rows.map(({ row, one, other }): RecordWarning<Code> => {
        const [a, b] = [toWords(type, field, one), toWords(type, field, other)]
        const message = {
          zh: `同一人员编号有两种${words.zh}：${a.zh}、${b.zh}。`,
          en: `One person has two ${words.en}: ${a.en} and ${b.en}.`,
        }
        return { code, row, field, value: one, message }
      })
    },
  }
}

function toWords(type: RecordType, field: string, value: string): Words {
  const choice = type.fields.find(({ name }) => name === field)?.choices?.find(({ key }) => key === value)
  return choice?.label ?? countryName(value)
}

export const TWO_SEXES = twoOfOne(
  'TWO_SEXES',
  'sex',
  { zh: '同一人员编号有两种性别', en: 'one person has two sexes' },
  { zh: '性别', en: 'sexes' },
)
export const TWO_NATIONALITIES = twoOfOne(
  'TWO_NATIONALITIES',
  'nationality',
  { zh: '同一人员编号有两种国籍', en: 'one person has two nationalities' },
  { zh: '国籍', en: 'nationalities' },
)
