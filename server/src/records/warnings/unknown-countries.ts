import { fill, type Words } from '@causeway/shared/words/words'
import { foreignWords, UNKNOWN } from '@causeway/shared/unknown'
import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { readNames } from '../record-names.ts'
import { isKnownByCode, tableOf, type Field, type RecordType } from '../record-type.ts'
import { recordTypeOf } from '../record-types.ts'
import type { RecordWarning, TouchedType } from '../warning.ts'
import { isBrought, isCurrent, warningOf } from './doubt.ts'
import WORDS from './words.json' with { type: 'json' }

const MOST_ROWS = 5

/** Countries that nobody knows, of all institutions of a batch: no scope can place such a record, so that figures of what is abroad leave it out. */
export async function findUnknownCountries(
  db: Connection,
  batch: string,
  touched: readonly TouchedType[],
  type: RecordType,
): Promise<RecordWarning[]> {
  const warnings: RecordWarning[] = []
  const mayBe = touched[0]?.brought.unknown
  for (const field of type.fields.filter(({ kind, name }) => kind === 'country' && mayBe?.has(name))) {
    let count = 0
    const first: number[] = []
    for (const { institution } of touched) {
      // Records made by hand have no row.
      const { rows } = await sql<{ row: number | null; count: number | string }>`
        select row, count(*) over () as count from ${sql.table(tableOf(type.name))}
        where ${isBrought({ institution, batch })} and ${sql.ref(field.name)} = ${UNKNOWN}
        order by row limit ${MOST_ROWS}`.execute(db)
      count += Number(rows[0]?.count ?? 0)
      first.push(...rows.flatMap(({ row }) => row ?? []))
    }
    const rows = first.toSorted((a, b) => a - b).slice(0, MOST_ROWS)
    if (count > 0) warnings.push(sayUnknown(field, count, rows))
  }
  return [...warnings, ...(await findUnplaced(db, batch, touched, type))]
}

/** Records of a batch that name something whose country is unknown, as an award does whose certificate has none. */
async function findUnplaced(
  db: Connection,
  batch: string,
  touched: readonly TouchedType[],
  type: RecordType,
): Promise<RecordWarning[]> {
  const warnings: RecordWarning[] = []
  const filled = touched[0]?.brought.filled
  for (const field of type.fields.filter(({ to, name }) => to !== undefined && to !== type.name && filled?.has(name))) {
    const of = recordTypeOf(field.to!)
    const country = of.fields.find(({ kind, name }) => kind === 'country' && name === 'country')
    if (!country || country.mustBeKnown || !isKnownByCode(of)) continue
    let count = 0
    const named = new Map<string, Words>()
    for (const { institution } of touched) {
      const { rows: unknown } = await sql<{ code: string }>`
        select code from ${sql.table(tableOf(of.name))}
        where ${isCurrent({ institution })} and country = ${UNKNOWN}`.execute(db)
      if (unknown.length === 0) continue
      const { rows } = await sql<{ code: string; count: number | string }>`
        select ${sql.ref(field.name)} as code, count(*) as count from ${sql.table(tableOf(type.name))}
        where ${isBrought({ institution, batch })} and ${sql.ref(field.name)} in (
          select code from ${sql.table(tableOf(of.name))} where ${isCurrent({ institution })} and country = ${UNKNOWN})
        group by 1 order by min(row), 1`.execute(db)
      count += rows.reduce((sum, one) => sum + Number(one.count), 0)
      const codes = rows.slice(0, MOST_ROWS).map(({ code }) => code)
      const names = await readNames(db, of, institution, codes)
      for (const code of codes) named.set(code, names.get(code) ?? { zh: code, en: code })
    }
    if (count > 0) warnings.push(sayUnplaced(type, { field, of, country }, count, [...named.values()]))
  }
  return warnings
}

function sayUnplaced(
  type: RecordType,
  { field, of, country }: { field: Field; of: RecordType; country: Field },
  count: number,
  named: readonly Words[],
): RecordWarning {
  return warningOf(null, {
    ...{ code: 'COUNTRY_NOT_KNOWN', field: field.name, value: null },
    ...fill(WORDS.UNPLACED, {
      ...{ count, typeZh: type.label.zh, typeEn: type.label.en.toLowerCase() },
      ...{
        ofZh: of.label.zh,
        ofEn: of.label.en.toLowerCase(),
        countryZh: country.label.zh,
        countryEn: country.label.en,
      },
      namedZh: named
        .slice(0, MOST_ROWS)
        .map(({ zh, en }) => zh || en)
        .join('、'),
      namedEn: named
        .slice(0, MOST_ROWS)
        .map(({ zh, en }) => en || zh)
        .join(', '),
    }),
  })
}

function sayUnknown({ name, label }: Field, count: number, named: readonly number[]): RecordWarning {
  const more = count > named.length
  const where = {
    zh: named.length === 0 ? '' : `（第 ${named.join('、')} 行${more ? '等' : ''}）`,
    en: named.length === 0 ? '' : ` (${count === 1 ? 'row' : 'rows'} ${named.join(', ')}${more ? ' and others' : ''})`,
  }
  return warningOf(named[0] ?? null, {
    ...{ code: 'COUNTRY_NOT_KNOWN', field: name, value: null },
    zh: `有 ${count} 条记录的“${label.zh}”未注明${where.zh}：不知是否在国外，限定国外或国（境）外的指标都不计入。请补填国家（地区）；只知道在国外、不知道哪国的，填“${foreignWords.zh}”。`,
    en: `The "${label.en}" of ${count === 1 ? '1 record' : `${count} records`} is unknown${where.en}. Nobody can tell whether it is abroad, and every figure of what is abroad leaves it out. Give the country; where all that is known is that it is abroad, "${foreignWords.en}".`,
  })
}
