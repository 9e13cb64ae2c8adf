import type { Database } from '../../ground/database/database.ts'
import {
  listRegister,
  readCanonical,
  toCanonical,
  toRegistered,
  type Registered,
} from '../../records/identity/canonical-records.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { findNearest } from '../../ground/nearest.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { listRecordsWhere } from '../../records/list-records.ts'
import { readTogether } from '../../records/read-together.ts'
import { recordTypeOf } from '../../records/record-types.ts'

export type Standard = Registered

const TYPE = recordTypeOf('standard')

/** The register in the order of its keys; a standard that is the same as another is not in it. */
export const listStandards = (database: Database, asked: Parameters<typeof listRegister>[2]) =>
  listRegister(database, TYPE.name, asked)

/**
 * The standards of some codes, whichever of their codes these are; those that are not there are left out. They are read together.
 */
export async function findStandards(
  database: Database,
  institution: string,
  codes: readonly string[],
  on: string,
): Promise<Map<string, Standard>> {
  const identity = await readIdentity(database.quick, institution, null)
  const canonical = new Map(codes.map((code) => [code, identity?.canonical(TYPE.name, code) ?? code]))
  const records = await database.snapshot((db) =>
    listRecordsWhere(db, TYPE.name, institution, { code: [...new Set(canonical.values())] }),
  )
  const standards = toCanonical(identity, TYPE, readTogether(records)).map((it) => toRegistered(it, identity, on))
  readTogether(standards)
  const byCode = new Map(standards.map((standard) => [standard.code, standard]))
  return new Map(
    [...canonical].flatMap(([code, end]) => {
      const standard = byCode.get(end)
      return standard ? [[code, standard] as const] : []
    }),
  )
}

/** @throws QuestionError UNKNOWN_STANDARD with the nearest codes */
export async function findStandard(
  database: Database,
  institution: string,
  code: string,
  on: string,
): Promise<Standard> {
  const found = (await findStandards(database, institution, [code], on)).get(code)
  if (found) return found
  throw await unknownStandard(database, institution, code)
}

export async function unknownStandard(database: Database, institution: string, code: string): Promise<QuestionError> {
  const known = (await readCanonical(database, TYPE.name, institution)).map(({ values }) => String(values['code']))
  const nearest = findNearest(code, known)
  return new QuestionError('UNKNOWN_STANDARD', {
    zh: `没有编号为“${code}”的标准${nearest.length > 0 ? `，是否应为 ${nearest.join('、')}？` : '。'}`,
    en: `There is no standard "${code}"${nearest.length > 0 ? `. Did you mean ${nearest.join(' or ')}?` : '.'}`,
    facts: { standard: code, nearest },
  })
}
