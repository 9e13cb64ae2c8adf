import { sql } from 'kysely'
import { MOST_DOUBTS, ofTypes, type Warning } from '../warning.ts'

/** Joint programmes whose programme is not of kind joint. */
export const NOT_JOINT: Warning<'NOT_JOINT'> = {
  codes: {
    NOT_JOINT: {
      zh: '合作办学机构（项目）的专业未标为中外合作办学',
      en: 'the programme of a joint programme is not of kind joint',
    },
  },
  of: ofTypes('joint-programme', 'programme'),
  async find(db, { institution, batch }, { name }) {
    const [brought, field] = name === 'programme' ? [sql`p`, 'kind'] : [sql`j`, 'programme']
    const { rows } = await sql<{ row: number | null; programme: string; approval: string }>`
    select ${brought}.row as row, j.programme as programme, min(j.approval) as approval
    from record_joint_programme j
    join record_programme p on p.institution = j.institution and p.code = j.programme and p.until is null
    where j.institution = ${institution} and j.until is null and (p.kind is null or p.kind <> 'joint')
      and ${brought}.batch = ${batch}
    group by 1, 2 order by 1 limit ${MOST_DOUBTS}`.execute(db)
    return rows.map(({ row, programme, approval }) => ({
      ...{ code: 'NOT_JOINT', row, field, value: programme },
      message: {
        zh: `合作办学 ${approval} 的专业 ${programme} 在专业台账中未标为“中外合作办学”，中外合作办学的课程、学生等指标不会计入它。请更正专业类别或专业编号。`,
        en: `Programme ${programme} of the approval ${approval} is not of kind joint among the programmes, so that figures of joint programmes leave it out. Correct its kind, or the code.`,
      },
    }))
  },
}
