import { toIso } from '@causeway/shared/day'
import type { Connection } from '../ground/database/database.ts'
import type { BatchPlace } from '../ground/database/doubtful-records.ts'
import { listDoubtfulUses, type DoubtfulUse } from '../ground/database/doubtful-uses.ts'
import { countryName } from '../ground/reference/countries.ts'
import type { RecordType } from './record-type.ts'
import type { RecordWarning } from './record-warning.ts'

/** Use of what nobody adopted, or not yet: most often an adopter under another spelling. */
export async function findUseWarnings(db: Connection, place: BatchPlace, type: RecordType): Promise<RecordWarning[]> {
  return type.name === 'adoption-use' ? (await listDoubtfulUses(db, place)).map(toWarning) : []
}

function toWarning({ row, subject, country, adopter, from, adopted }: DoubtfulUse): RecordWarning {
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
