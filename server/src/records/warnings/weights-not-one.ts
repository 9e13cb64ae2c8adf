import type { Words } from '@causeway/shared/words/words'
import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { MOST_DOUBTS, ofTypes, type RecordWarning, type Touched, type Warning } from '../warning.ts'

/** Of weights that are rounded, as three thirds of 0.33. */
const SLACK = 0.011

export const WEIGHTS_NOT_ONE: Warning<'WEIGHTS_NOT_ONE'> = {
  codes: {
    WEIGHTS_NOT_ONE: {
      zh: '一个版本各单元的权重合计不为 1，或只有部分单元填了权重',
      en: 'the weights of a version do not add up to 1, or only some of its units have one',
    },
  },
  of: ofTypes('standard-unit'),
  async find(db, touched, { fields }) {
    const factor = fields.find(({ name }) => name === 'weight')!.factor!
    const odd = await listOddWeights(db, touched, { whole: factor, slack: Math.round(SLACK * factor) })
    return odd.map((one) => toOddWeight(one, factor))
  },
}

function toOddWeight(
  { row, standard, version, sum, empty }: WeightSum,
  factor: number,
): RecordWarning<'WEIGHTS_NOT_ONE'> {
  const total = sum / factor
  const without: Words =
    empty === 0
      ? { zh: '', en: '' }
      : {
          zh: `其中 ${empty} 个单元未填权重，在能力单元达成率中不起作用，仅在这些单元上的成绩不计入；请补填，或把各单元的权重都留空。`,
          en: ` ${empty === 1 ? '1 unit has' : `${empty} units have`} none and weighs nothing in the competency attainment: results on such units alone count nothing. Give each unit its weight, or none to any.`,
        }
  const message = {
    zh: `标准 ${standard} 版本 ${version} 各单元的权重合计为 ${total}。计算时按合计为 1 折算；如有误，请更正权重。${without.zh}`,
    en: `The weights of standard ${standard}, version ${version}, add up to ${total}. Figures make them add up to 1; if that is not meant, correct them.${without.en}`,
  }
  return { code: 'WEIGHTS_NOT_ONE', row, field: 'weight', value: String(total), message }
}

interface WeightSum {
  row: number | null
  standard: string
  version: string
  /** As they are stored. */
  sum: number
  /** Units without a weight. */
  empty: number
}

/** Versions with units in the batch whose weights do not add up to `whole`, give or take `slack`, or that only some units have. */
async function listOddWeights(
  db: Connection,
  { institution, batch }: Touched,
  { whole, slack }: { whole: number; slack: number },
): Promise<WeightSum[]> {
  const empty = sql`sum(case when weight is null then 1 else 0 end)`
  const { rows } = await sql<WeightSum>`
    select min(case when batch = ${batch} then row end) as row, standard, version, sum(weight) as sum,
      ${empty} as empty
    from record_standard_unit where institution = ${institution} and until is null
    group by standard, version
    having sum(case when batch = ${batch} then 1 else 0 end) > 0 and count(weight) > 0
      and (sum(weight) < ${whole - slack} or sum(weight) > ${whole + slack} or ${empty} > 0)
    order by 1 limit ${MOST_DOUBTS}`.execute(db)
  return rows
}
