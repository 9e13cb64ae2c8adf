import { foreignWords } from '@causeway/shared/unknown'
import type { Connection } from '../ground/database/database.ts'
import { listUnknownCountries } from '../ground/database/doubtful-countries.ts'
import { tableOf, type Field, type RecordType } from './record-type.ts'
import type { RecordWarning } from './record-warning.ts'

const MOST_ROWS = 5

/** Countries that nobody knows, of all institutions of a batch: no scope can place such a record, so that figures of what is abroad leave it out. */
export async function findCountryWarnings(
  db: Connection,
  batch: string,
  institutions: readonly string[],
  type: RecordType,
): Promise<RecordWarning[]> {
  const warnings: RecordWarning[] = []
  for (const field of type.fields.filter(({ kind }) => kind === 'country')) {
    let count = 0
    const first: number[] = []
    for (const institution of institutions) {
      const found = await listUnknownCountries(db, { institution, batch }, tableOf(type.name), field.name, MOST_ROWS)
      count += found.count
      first.push(...found.rows)
    }
    const rows = first.toSorted((a, b) => a - b).slice(0, MOST_ROWS)
    if (count > 0) warnings.push(toWarning(field, count, rows))
  }
  return warnings
}

function toWarning({ name, label }: Field, count: number, named: readonly number[]): RecordWarning {
  const more = count > named.length
  const where = {
    zh: named.length === 0 ? '' : `（第 ${named.join('、')} 行${more ? '等' : ''}）`,
    en: named.length === 0 ? '' : ` (${count === 1 ? 'row' : 'rows'} ${named.join(', ')}${more ? ' and others' : ''})`,
  }
  const message = {
    zh: `有 ${count} 条记录的“${label.zh}”未注明${where.zh}：不知是否在国外，凡限定国外或国（境）外的指标都不计入。请补填国家（地区）；只知道在国外、不知道哪国的，填“${foreignWords.zh}”。`,
    en: `The "${label.en}" of ${count === 1 ? '1 record' : `${count} records`} is unknown${where.en}. Nobody can tell whether it is abroad, and every figure of what is abroad leaves it out. Give the country; where all that is known is that it is abroad, "${foreignWords.en}".`,
  }
  return { code: 'COUNTRY_NOT_KNOWN', row: named[0] ?? null, field: name, value: null, message }
}
