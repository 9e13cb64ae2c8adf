import { sql } from 'kysely'
import { MOST_DOUBTS, ofTypes, type Warning } from '../warning.ts'

export const ABOVE_MAX: Warning<'ABOVE_MAX'> = {
  codes: { ABOVE_MAX: { zh: '得分高于满分', en: 'a raw score is above its maximum' } },
  of: ofTypes('assessment-result'),
  async find(db, { institution, batch }, { fields }) {
    const { factor } = fields.find(({ name }) => name === 'raw')!
    const plain = (value: string | number) => String(Number(value) / factor!)
    const { rows } = await sql<{ row: number | null; raw: number; max: number }>`
      select row, raw, max from record_assessment_result
      where institution = ${institution} and until is null and batch = ${batch} and raw > max
      order by row limit ${MOST_DOUBTS}`.execute(db)
    return rows.map(({ row, raw, max }) => ({
      ...{ code: 'ABOVE_MAX', row, field: 'raw', value: plain(raw) },
      message: {
        zh: `得分 ${plain(raw)} 高于满分 ${plain(max)}，请核对这两项。`,
        en: `A raw score of ${plain(raw)} is above the maximum of ${plain(max)}: look at both.`,
      },
    }))
  },
}
