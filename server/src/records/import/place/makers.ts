import type { BatchWriter } from '../../batch-rows.ts'
import { makeCodeFinder } from '../../identity/find-code.ts'
import type { RecordType } from '../../record-type.ts'
import type { Secret } from '../../secret.ts'
import type { ReplacedStretch } from '../../stretch.ts'
import { makeRowChecker, type RowChecker } from '../check/check-row.ts'
import type { FoundHeader } from '../sheets/find-header.ts'
import { makeGatherer, type Gatherer } from './gather-rows.ts'
import type { ImportRequest } from '../report/import-request.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { findReplacesRefusal, makeReplacedRows, type ReplacedRows } from './replaced-rows.ts'
import type { EntryPlan, FilePlan, Reading, RowPlan } from '../columns/row-plan.ts'
import { makeRowSettler, type RowSettler } from '../check/settle-rows.ts'
import type { RowProblem } from '../ground/row-problem.ts'
import type { SourceRow } from '../ground/source-row.ts'

/** What makes records of one type out of rows: one for each entry of a mapping, and for what an entry's fields create. */
export interface Maker {
  type: RecordType
  /** The rows that one of the file makes; null: itself. */
  shape: EntryPlan['shape']
  /** Whether a row makes a record; null: each does. */
  holds: EntryPlan['holds']
  readings: readonly Reading[]
  checker: RowChecker
  settler: RowSettler
  gatherer: Gatherer | null
  replaced: ReplacedRows | null
  /** By field that names a record: what makes it where no register has it. */
  creates: ReadonlyMap<string, Maker>
}

/** A plan with its checker, before there is a batch. */
export interface CheckedEntry {
  entry: EntryPlan
  checker: RowChecker
  /** The file is complete for its records. */
  isReplaced: boolean
  creates: ReadonlyMap<string, { plan: RowPlan; checker: RowChecker }>
}

/**
 * Throws `MISSING_COLUMN` where the file lacks what records of an entry are known by, and `REPLACES_NOT_APPLICABLE` where it cannot be
 * complete for any of them.
 */
export function checkEntries(
  { entries }: FilePlan,
  header: FoundHeader,
  stretch: ReplacedStretch | undefined,
): CheckedEntry[] {
  const checked = (plan: RowPlan) => ({ plan, checker: makeRowChecker(plan, header.row) })
  const refusals = entries.map(({ plan }) => (stretch ? findReplacesRefusal(stretch, plan, header) : null))
  if (stretch && refusals.every((refusal) => refusal !== null)) throw refusals[0]!
  // A file of stays names some partners: it is complete for stays, and not for the register.
  const isBeside = (plan: RowPlan) => plan.type.register === true && entries.some((one) => !one.plan.type.register)
  return entries.map((entry, i) => ({
    entry,
    checker: checked(entry.plan).checker,
    isReplaced: stretch !== undefined && refusals[i] === null && !isBeside(entry.plan),
    creates: new Map([...entry.creates].map(([field, plan]) => [field, checked(plan)])),
  }))
}

/** Names of the record types of what a file brings. */
export function typesMade({ entries }: FilePlan): string[] {
  return [...new Set(entries.flatMap(typesOf))]
}

function typesOf({ plan, creates }: EntryPlan): string[] {
  return [plan, ...creates.values()].map(({ type }) => type.name)
}

interface Opening {
  secret: Secret
  writer: BatchWriter
  /** What --institution said. */
  institution: string | null
  mapping: Mapping | null
  request: ImportRequest
  warn(problem: RowProblem): void
}

/** The makers of a file inside its batch. What one brings, the others may point to. */
export function openMakers(
  checked: readonly CheckedEntry[],
  { secret, writer, institution, mapping, request, warn }: Opening,
): Maker[] {
  const codes =
    checked.length > 1 || checked.some(({ creates }) => creates.size > 0) ? makeCodeFinder(writer.connection) : null
  const mayCome = new Set(checked.flatMap(({ entry }) => typesOf(entry)))
  const { sameRecords, asksSame = false } = request
  const decided = { confirmed: new Set(sameRecords), asksAll: asksSame, warn }
  const open = (plan: RowPlan, checker: RowChecker): Maker => {
    const named = new Map(plan.readings.flatMap(({ field, nameIn }) => (nameIn ? [[field.name, textOf(nameIn)]] : [])))
    const given = {
      type: plan.type,
      institution,
      named,
      replacing: { plan, decided },
      ...(codes && { codes, mayCome }),
    }
    const settler = makeRowSettler(secret, checker, writer, given)
    return {
      type: plan.type,
      readings: plan.readings,
      shape: null,
      holds: null,
      checker,
      settler,
      gatherer: null,
      replaced: null,
      creates: new Map(),
    }
  }
  return checked.map(({ entry, checker, isReplaced, creates }, i) => ({
    ...open(entry.plan, checker),
    shape: entry.shape,
    holds: entry.holds,
    gatherer: makeGatherer(mapping?.records[i] ?? null, request.chosen),
    replaced: isReplaced ? makeReplacedRows(entry.plan, request.replaces!, checker, writer) : null,
    creates: new Map([...creates].map(([field, one]) => [field, open(one.plan, one.checker)])),
  }))
}

function textOf(read: (row: SourceRow) => unknown): (row: SourceRow) => string {
  return (row) => {
    const text = read(row)
    return typeof text === 'string' ? text : ''
  }
}
