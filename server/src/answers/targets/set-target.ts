import { FIRST_YEAR, LAST_YEAR, type Basis } from '@causeway/shared/period'
import { requireRight } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { findIndicator } from '../../figures/check-request.ts'
import { requireInstitution } from '../../records/institutions.ts'
import { checkMention } from '../../figures/indicators/check-mention.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { BatchResult } from '../../records/commit.ts'
import { commitRow, toStoredText, toStoredValue } from '../../records/commit-row.ts'
import { FIGURE_FACTOR } from '../../records/record-types.ts'
import { listTargets } from './plan-line.ts'

export interface NewTarget {
  institution: string
  plan: string
  /** Id or code. */
  indicator: string
  /** Omitted: the indicator's first. */
  basis?: Basis | null
  year: number
  /** In the indicator's unit. */
  value: number
  cumulative?: boolean | null
  base?: boolean | null
  note?: string | null
}

const LONGEST_PLAN = 200
const LONGEST_NOTE = 4_000
const BAD = 'BAD_TARGET'

/**
 * Sets one row of a plan, as its own batch that can be taken back; the row that the plan has for the same indicator, basis and
 * year is replaced. A plan says nothing of what happened: the data date stays.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_INSTITUTION, UNKNOWN_INDICATOR, UNKNOWN_BASIS, BAD_PERIOD, BAD_TARGET
 */
export async function setTarget(causeway: Causeway, viewer: Viewer, given: NewTarget): Promise<BatchResult> {
  const { database } = causeway
  requireRight(viewer, 'plans', given.institution)
  const institution = await requireInstitution(database, given.institution)
  const declaration = findIndicator(causeway, given.indicator)
  const problem = checkMention(causeway.indicators, {
    indicator: declaration.id,
    basis: given.basis ?? null,
    cumulative: given.cumulative === true,
  })
  if (problem) throw new QuestionError(problem.code, { ...sentence(problem.message), facts: { field: problem.field } })
  const values = {
    ...(await findNames(causeway, given)),
    year: checkYear(given.year),
    value: toStoredValue(given.value, FIGURE_FACTOR, BAD, { zh: '目标值', en: 'The value' }),
    cumulative: given.cumulative ? 1 : 0,
    base: given.base ? 1 : 0,
    ...(given.note === undefined ? {} : { note: toStoredText(given.note, LONGEST_NOTE, BAD) }),
  }
  const by = { token: viewer.token ?? null, reason: given.note ?? null }
  const made = { recordType: 'target', doneBy: 'setTarget', institution: institution.code, by }
  const { key, ...fields } = values
  return commitRow(database, made, fields, key)
}

/** The plan has it already, under these names; else under those given: the code, and no basis where the first is meant. */
async function findNames(causeway: Causeway, given: NewTarget) {
  const declaration = findIndicator(causeway, given.indicator)
  const plan = toStoredText(given.plan.normalize('NFKC'), LONGEST_PLAN, BAD)
  if (plan === null) throw new QuestionError(BAD, { zh: '请写明规划名称。', en: 'Say which plan it is of.' })
  const basis = given.basis ?? declaration.bases[0]!
  const found = (await listTargets(causeway, given.institution)).find(
    (row) =>
      row.plan === plan &&
      row.year === given.year &&
      (row.indicator === declaration.id || row.indicator === declaration.code) &&
      (row.basis ?? declaration.bases[0]) === basis,
  )
  return found
    ? { plan, indicator: found.indicator, basis: found.basis, key: found.key }
    : { plan, indicator: declaration.code, basis: given.basis ?? null, key: null }
}

function checkYear(year: number): number {
  if (Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR) return year
  throw new QuestionError('BAD_PERIOD', {
    zh: `年份须在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间。`,
    en: `The year is from ${FIRST_YEAR} to ${LAST_YEAR}.`,
    facts: { year },
  })
}

function sentence({ zh, en }: { zh: string; en: string }): { zh: string; en: string } {
  return { zh: `${zh}。`, en: `${en[0]!.toUpperCase()}${en.slice(1)}.` }
}
