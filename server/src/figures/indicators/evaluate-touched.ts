import type { Kysely } from 'kysely'
import type { Tables } from '../../ground/database/database.ts'
import type { Decision } from '../../records/identity/decision.ts'
import { Identity } from '../../records/identity/identity.ts'
import { readDecisions } from '../../records/identity/read-identity.ts'
import type { CountedPage } from './compile/counted-records.ts'
import { compileTouchedCodes, type TouchedCode } from './compile/touched-codes.ts'
import { cutOf, isDivided, settle, type Evaluation } from './evaluate.ts'

/** The decisions without which one figure would be another, or would name its records otherwise; the evaluation's period is the figure's. */
export async function readTouchingDecisions(
  db: Kysely<Tables>,
  given: Evaluation,
  place: CountedPage,
): Promise<Decision[]> {
  const { evaluation, asked } = await settle(db, given)
  const decisions = await readDecisions(db, asked.institution, asked.revision)
  if (asked.periods.length === 0 || decisions.length === 0) return []
  const identity = new Identity(decisions)
  const { declaration } = evaluation
  const touched = new Set<string>()
  for (const part of isDivided(declaration.measure)
    ? (['numerator', 'denominator'] as const)
    : (['numerator'] as const)) {
    const statement = compileTouchedCodes(declaration, asked, identity, cutOf(evaluation), part, place)
    if (!statement) return []
    const { rows } = await statement.execute(db)
    for (const { record_type, code } of rows as TouchedCode[])
      for (const one of [code, ...identity.chain(record_type, code)]) touched.add(`${record_type}\n${one}`)
  }
  return identity.decisions.filter(({ recordType, code }) => touched.has(`${recordType}\n${code}`))
}
