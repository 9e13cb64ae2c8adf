import type { Words } from '@causeway/shared/words/words'
import { inParts } from '../ground/in-parts.ts'
import type { Connection, Database } from '../ground/database/database.ts'
import { nameOf } from './record-names.ts'
import { recordTypeOf } from './record-types.ts'
import { selectCurrent } from './store.ts'

const CODES_AT_ONCE = 500

interface NamedUnit {
  name: Words
  standard: string
}

/**
 * Units of standards as a reader is said of them, by code: `U1 Sowing`. A code says little by itself, and two standards may each
 * have a U1: where results are of both, both names are behind it.
 */
export async function readUnitNames(
  database: Database,
  institution: string,
  codes: readonly string[],
): Promise<Map<string, Words>> {
  const known = new Map<string, NamedUnit[]>()
  for (const some of inParts(codes, CODES_AT_ONCE))
    for (const unit of await findUnits(database.quick, institution, some))
      known.set(unit.code, [...(known.get(unit.code) ?? []), unit])
  const shared = [...known].filter(([, units]) => new Set(units.map(({ standard }) => standard)).size > 1)
  // Results are many, and are asked only of the codes that say too little.
  const codesShared = shared.map(([code]) => code)
  const assessed =
    shared.length > 0 ? await database.snapshot((db) => findAssessed(db, institution, codesShared)) : new Set<string>()
  return new Map([...known].map(([code, units]) => [code, said(code, units, assessed)]))
}

async function findUnits(
  db: Connection,
  institution: string,
  codes: string[],
): Promise<(NamedUnit & { code: string })[]> {
  const type = recordTypeOf('standard-unit')
  const units = await selectCurrent(db, type, institution).selectAll().where('code', 'in', codes).execute()
  return units.map((unit) => ({
    code: String(unit['code']),
    name: nameOf(type, unit),
    standard: String(unit['standard']),
  }))
}

/** Standard and unit of which there are results. */
async function findAssessed(db: Connection, institution: string, codes: string[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (const some of inParts(codes, CODES_AT_ONCE)) {
    const results = await selectCurrent(db, recordTypeOf('assessment-result'), institution)
      .select(['standard', 'standard_unit'])
      .distinct()
      .where('standard_unit', 'in', some)
      .execute()
    for (const result of results) found.add(`${result['standard']}|${result['standard_unit']}`)
  }
  return found
}

function said(code: string, all: NamedUnit[], assessed: ReadonlySet<string>): Words {
  const own = all.filter(({ standard }) => assessed.has(`${standard}|${code}`))
  const names = (own.length > 0 ? own : all).map(({ name }) => name)
  const joined = (locale: keyof Words, between: string) =>
    `${code} ${[...new Set(names.map((name) => name[locale]))].join(between)}`
  return { zh: joined('zh', '／'), en: joined('en', ' / ') }
}
