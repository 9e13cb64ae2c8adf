import type { Kysely } from 'kysely'
import type { Tables } from '../../ground/database/database.ts'
import type { Decision } from '../../records/identity/decision.ts'
import { Identity } from '../../records/identity/identity.ts'
import { readDecisions } from '../../records/identity/read-identity.ts'
import { compileContributions, compileWeights, type ContributionRow } from './compile/contributions.ts'
import type { Written } from './compile/lines.ts'
import type { AggregateRow } from './compile/count.ts'
import { toAggregates } from './compile/measures.ts'
import {
  compileCountedPeriods,
  compileCountedRecords,
  compileCountedTotal,
  type CountedPage,
  type CountedPart,
  type CountedPeriod,
  type CountedRecord,
  compileEvidenceShare,
} from './compile/counted-records.ts'
import type { AskedRecord } from './compile/members.ts'
import { compileTouchedCodes, type TouchedCode } from './compile/touched-codes.ts'
import { settle, type Evaluation } from './evaluate-asked.ts'
import { rowsOf } from './evaluate-shared.ts'

/** The records one figure was counted from, or those that its scope could not place; the evaluation's period is the figure's. */
export async function readCounted(
  db: Kysely<Tables>,
  given: Evaluation,
  part: CountedPart,
  page: CountedPage,
): Promise<{ type: string; key: string }[]> {
  const { declaration, asked, cut, parts, acts } = await settle(db, given)
  if (asked.periods.length === 0 || !isOfAny(part, parts, acts)) return []
  const rows = await rowsOf<CountedRecord>(db, compileCountedRecords(declaration, asked, cut, part, page))
  return rows.map((row) => ({ type: row.record_type, key: row.record_key }))
}

const isOfAny = (part: CountedPart, parts: readonly CountedPart[], acts: boolean) =>
  part === 'left-out' ? acts : parts.includes(part)

/** How many there are of these. */
export async function readCountedTotal(
  db: Kysely<Tables>,
  given: Evaluation,
  part: CountedPart,
  place: Pick<CountedPage, 'category' | 'across'>,
): Promise<number> {
  const { declaration, asked, cut, parts, acts } = await settle(db, given)
  if (asked.periods.length === 0 || !isOfAny(part, parts, acts)) return 0
  const statement = compileCountedTotal(declaration, asked, cut, part, place)
  const [count] = await rowsOf<{ total: number | string }>(db, statement)
  return Number(count!.total)
}

/** The periods of the evaluation in which one record is counted, by the part of the figure. */
export async function readCountedPeriods(
  db: Kysely<Tables>,
  given: Evaluation,
  record: AskedRecord,
): Promise<CountedPeriod[]> {
  const { declaration, asked, parts } = await settle(db, given)
  const statement = asked.periods.length === 0 ? null : compileCountedPeriods(declaration, asked, parts, record)
  return statement ? rowsOf(db, statement) : []
}

/** How many records one figure was counted from, and how many of them have valid evidence; the evaluation's period is the figure's. */
export async function readEvidenceCounts(
  db: Kysely<Tables>,
  given: Evaluation,
  address: CountedPage,
): Promise<{ total: number; proved: number }> {
  const { declaration, asked, cut, parts } = await settle(db, given)
  if (asked.periods.length === 0) return { total: 0, proved: 0 }
  const statement = compileEvidenceShare(declaration, asked, cut, parts, address)
  const [row] = await rowsOf<Record<'total' | 'proved', number | string>>(db, statement)
  return { total: Number(row!.total), proved: Number(row!.proved) }
}

/** The decisions without which one figure would be another, or would name its records otherwise; the evaluation's period is the figure's. */
export async function readTouchingDecisions(
  db: Kysely<Tables>,
  given: Evaluation,
  place: CountedPage,
): Promise<Decision[]> {
  const { declaration, asked, cut, parts } = await settle(db, given)
  const decisions = await readDecisions(db, asked.institution, asked.revision)
  if (asked.periods.length === 0 || decisions.length === 0) return []
  const identity = new Identity(decisions)
  const touched = new Set<string>()
  for (const part of parts) {
    const statement = compileTouchedCodes(declaration, asked, identity, cut, part, place)
    if (!statement) return []
    for (const { record_type, code } of await rowsOf<TouchedCode>(db, statement))
      for (const one of [code, ...identity.chain(record_type, code)]) touched.add(`${record_type}\n${one}`)
  }
  return identity.decisions.filter(({ recordType, code }) => touched.has(`${recordType}\n${code}`))
}

/** What each record gives to the figure of each period. Nothing where all begin after the data date. */
export async function readContributions(db: Kysely<Tables>, given: Evaluation): Promise<ContributionRow[]> {
  const { declaration, asked, cut } = await settle(db, given)
  return asked.periods.length === 0 ? [] : rowsOf(db, compileContributions(declaration, asked, cut))
}

/** What each unit weighs, in rows as a statement of the figure has them. Nothing of a measure that is not weighted. */
export async function readWeights(db: Kysely<Tables>, given: Evaluation): Promise<AggregateRow[]> {
  const { declaration, asked } = await settle(db, given)
  if (!('weighted' in declaration.measure) || asked.periods.length === 0) return []
  return toAggregates(await rowsOf<Written>(db, compileWeights(declaration, asked)), 1)[0]!
}
