import type { Kind } from '../ground/database/columns.ts'
import type { Connection } from '../ground/database/database.ts'
import { findHaving } from '../ground/database/many.ts'
import { tableOf, type RecordType } from './record-type.ts'
import type { RecordWarning, TouchedType, Warning } from './warning.ts'
import { AFTER_DATA_DATE, DATA_DATE_KEPT } from './warnings/data-date.ts'
import { CUMULATIVE_GROUPS, GROUP_AND_PERSONS } from './warnings/groups.ts'
import { OTHER_YEAR } from './warnings/other-year.ts'
import { OUT_OF_TIME } from './warnings/out-of-time.ts'
import { OUTSIDE_STRETCH } from './warnings/outside-stretch.ts'
import { LONG_STAY, NOT_ABROAD, TWO_COUNTRIES, TWO_NATIONALITIES, TWO_SEXES } from './warnings/persons.ts'
import { NOT_JOINT, PARENT_CYCLE } from './warnings/registers.ts'
import { EXPIRED_EVIDENCE, NOTHING_AND_RECORDS } from './warnings/reports.ts'
import {
  ABOVE_MAX,
  ISSUER_ELSEWHERE,
  NO_SUCH_COMPETITION,
  NO_SUCH_LEVEL,
  TEAM_CONTRADICTS,
} from './warnings/results.ts'
import { SCALE_IN_FORCE } from './warnings/scale-in-force.ts'
import { BEFORE_FIRST_VERSION, CODE_OF_BOTH, USE_WITHOUT_ADOPTION, WEIGHTS_NOT_ONE } from './warnings/standards.ts'
import { findUnknownCountries } from './warnings/unknown-countries.ts'
import { UNKNOWN_PART } from './warnings/unknown-part.ts'

/** In the order in which they are said of one institution. */
const WARNINGS = [
  ...[DATA_DATE_KEPT, AFTER_DATA_DATE, OTHER_YEAR, LONG_STAY, NOT_ABROAD, ABOVE_MAX],
  ...[TWO_COUNTRIES, TWO_SEXES, TWO_NATIONALITIES],
  ...[GROUP_AND_PERSONS, OUT_OF_TIME, PARENT_CYCLE, NOT_JOINT],
  ...[BEFORE_FIRST_VERSION, UNKNOWN_PART, WEIGHTS_NOT_ONE, CODE_OF_BOTH, USE_WITHOUT_ADOPTION, OUTSIDE_STRETCH],
  ...[NO_SUCH_LEVEL, ISSUER_ELSEWHERE, SCALE_IN_FORCE, NO_SUCH_COMPETITION, TEAM_CONTRADICTS],
  ...[EXPIRED_EVIDENCE, CUMULATIVE_GROUPS, NOTHING_AND_RECORDS],
]

/** What is doubtful in what a batch brought, asked inside its transaction when all its rows are in. */
export async function findWarnings(
  writer: { connection: Connection; kind: Kind; batch: string; touched(recordType: string): TouchedType[] },
  type: RecordType,
): Promise<RecordWarning[]> {
  const { connection, kind, batch } = writer
  const touched = writer.touched(type.name)
  const warnings: RecordWarning[] = []
  const codes = touched.map(({ institution }) => institution)
  const asked: { warning: Warning; at: ReadonlySet<string> }[] = []
  for (const warning of WARNINGS.filter((one) => one.of(type))) {
    const { beside } = warning
    const at = beside === undefined ? new Set(codes) : await findHaving(connection, kind, tableOf(beside), codes)
    asked.push({ warning, at })
  }
  for (const one of touched)
    for (const { warning, at } of asked)
      if (at.has(one.institution)) warnings.push(...(await warning.find(connection, { ...one, batch }, type)))
  return [...warnings, ...(await findUnknownCountries(connection, batch, touched, type))]
}
