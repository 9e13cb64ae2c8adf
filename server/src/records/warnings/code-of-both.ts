import { sql } from 'kysely'
import { tableOf } from '../record-type.ts'
import { MOST_DOUBTS, ofTypes, type Warning } from '../warning.ts'

export const CODE_OF_BOTH: Warning<'CODE_OF_BOTH'> = {
  codes: {
    CODE_OF_BOTH: { zh: '资源（装备）与标准编号相同', en: 'a resource and a standard have one code' },
  },
  of: ofTypes('resource', 'standard'),
  async find(db, { institution, batch }, { name }) {
    const other = name === 'resource' ? 'standard' : 'resource'
    const { rows } = await sql<{ row: number | null; code: string }>`
    select a.row as row, a.code as code from ${sql.table(tableOf(name))} a
    join ${sql.table(tableOf(other))} b on b.institution = a.institution and b.code = a.code and b.until is null
    where a.institution = ${institution} and a.until is null and a.batch = ${batch}
    order by a.row limit ${MOST_DOUBTS}`.execute(db)
    return rows.map(({ row, code }) => ({
      ...{ code: 'CODE_OF_BOTH', row, field: 'code', value: code },
      message: {
        zh: `标准和教学资源（装备）都有编号 ${code}，同一机构对两者的采用会被当作一条。请给其中一个换一个编号。`,
        en: `A standard and a resource both have the code ${code}, so that one adopter's adoptions of the two are taken for one. Give one of them another code.`,
      },
    }))
  },
}
