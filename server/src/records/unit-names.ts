import type { Words } from '@causeway/shared/words/words'
import type { Connection } from '../database/database.ts'
import { nameOf } from './record-names.ts'
import { recordTypeOf } from './record-types.ts'
import { recordTable } from './store.ts'

const CODES_AT_ONCE = 500

/**
 * Units of standards as a reader is told of them, by code: `U1 Sowing`. A code says little by itself, and two standards may each
 * have a U1: where results are of both, both names stand behind it.
 */
export async function readUnitNames(
  db: Connection,
  institution: string,
  codes: readonly string[],
): Promise<Map<string, Words>> {
  const type = recordTypeOf('standard-unit')
  const known = new Map<string, Map<string, { name: Words; standard: string }>>()
  const assessed = new Set<string>()
  for (let start = 0; start < codes.length; start += CODES_AT_ONCE) {
    const some = codes.slice(start, start + CODES_AT_ONCE)
    const units = await db
      .selectFrom(recordTable(type).table as `record_${string}`)
      .selectAll()
      .where('institution', '=', institution)
      .where('code', 'in', some)
      .where('until', 'is', null)
      .execute()
    for (const unit of units) {
      const [name, standard] = [nameOf(type, unit), String(unit['standard'])]
      const names = known.get(String(unit['code'])) ?? new Map()
      known.set(String(unit['code']), names.set(`${standard}|${name.zh}|${name.en}`, { name, standard }))
    }
    const results = await db
      .selectFrom(recordTable(recordTypeOf('assessment-result')).table as `record_${string}`)
      .select(['standard', 'standard_unit'])
      .distinct()
      .where('institution', '=', institution)
      .where('standard_unit', 'in', some)
      .where('until', 'is', null)
      .execute()
    for (const result of results) assessed.add(`${result['standard']}|${result['standard_unit']}`)
  }
  return new Map([...known].map(([code, names]) => [code, told(code, [...names.values()], assessed)]))
}

function told(code: string, all: { name: Words; standard: string }[], assessed: ReadonlySet<string>): Words {
  const own = all.filter(({ standard }) => assessed.has(`${standard}|${code}`))
  const names = (own.length > 0 ? own : all).map(({ name }) => name)
  const joined = (texts: string[], between: string) => `${code} ${[...new Set(texts)].join(between)}`
  return {
    zh: joined(
      names.map(({ zh }) => zh),
      '／',
    ),
    en: joined(
      names.map(({ en }) => en),
      ' / ',
    ),
  }
}
