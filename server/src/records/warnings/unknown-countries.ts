import { foreignWords, UNKNOWN } from '@causeway/shared/unknown'
import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { tableOf, type Field, type RecordType } from '../record-type.ts'
import type { RecordWarning, Touched } from '../warning.ts'

export const COUNTRY_CODES = {
  COUNTRY_NOT_KNOWN: {
    zh: '国家（地区）未注明，限定国外或国（境）外的指标不计入',
    en: 'a country is unknown, and figures of what is abroad leave the record out',
  },
}

const MOST_ROWS = 5

/** Countries that nobody knows, of all institutions of a batch: no scope can place such a record, so that figures of what is abroad leave it out. */
export async function findUnknownCountries(
  db: Connection,
  batch: string,
  institutions: readonly string[],
  type: RecordType,
): Promise<RecordWarning<keyof typeof COUNTRY_CODES>[]> {
  const warnings: RecordWarning<keyof typeof COUNTRY_CODES>[] = []
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

function toWarning(
  { name, label }: Field,
  count: number,
  named: readonly number[],
): RecordWarning<keyof typeof COUNTRY_CODES> {
  const more = count > named.length
  const where = {
    zh: named.length === 0 ? '' : `（第 ${named.join('、')} 行${more ? '等' : ''}）`,
    en: named.length === 0 ? '' : ` (${count === 1 ? 'row' : 'rows'} ${named.join(', ')}${more ? ' and others' : ''})`,
  }
  const message = {
    zh: `有 ${count} 条记录的“${label.zh}”未注明${where.zh}：不知是否在国外，限定国外或国（境）外的指标都不计入。请补填国家（地区）；只知道在国外、不知道哪国的，填“${foreignWords.zh}”。`,
    en: `The "${label.en}" of ${count === 1 ? '1 record' : `${count} records`} is unknown${where.en}. Nobody can tell whether it is abroad, and every figure of what is abroad leaves it out. Give the country; where all that is known is that it is abroad, "${foreignWords.en}".`,
  }
  return { code: 'COUNTRY_NOT_KNOWN', row: named[0] ?? null, field: name, value: null, message }
}

interface UnknownCountries {
  /** How many records of the batch. */
  count: number
  /** Rows of the file, the first of them; records made by hand have none. */
  rows: number[]
}

/** Records of the batch whose country nobody knows, in one field. */
async function listUnknownCountries(
  db: Connection,
  { institution, batch }: Pick<Touched, 'institution' | 'batch'>,
  table: string,
  field: string,
  mostRows: number,
): Promise<UnknownCountries> {
  const { rows } = await sql<{ row: number | null; count: number | string }>`
    select row, count(*) over () as count from ${sql.table(table)}
    where institution = ${institution} and until is null and batch = ${batch} and ${sql.ref(field)} = ${UNKNOWN}
    order by row limit ${mostRows}`.execute(db)
  return { count: Number(rows[0]?.count ?? 0), rows: rows.flatMap(({ row }) => row ?? []) }
}
