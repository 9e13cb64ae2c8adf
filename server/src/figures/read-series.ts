import { DEFAULT_AT } from '@causeway/shared/period'
import type { Series } from '@causeway/shared/series'
import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from '../causeway.ts'
import { evaluate } from '../indicators/evaluate.ts'
import { assemble } from './assemble.ts'
import { checkRequest, type Question } from './check-request.ts'
import { readSets, type Sets } from './exact-sets.ts'
import { pickCategory, soleCategory } from './one-category.ts'
import { hideSmallCells } from './public-series.ts'
import type { SeriesRequest } from './request.ts'
import { readStanding } from './store.ts'
import { unknownInstitution } from './unknown-institution.ts'

/**
 * The figures of one indicator: exact for one who may see them, else with small cells hidden. The same for GraphQL, addresses,
 * commands and reports.
 * @throws QuestionError UNKNOWN_INDICATOR, UNKNOWN_INSTITUTION, UNKNOWN_BASIS, UNKNOWN_DIMENSION, UNKNOWN_CATEGORY,
 *   SCOPE_NOT_APPLICABLE, BAD_PERIOD, BAD_AT, FORBIDDEN, UNAUTHENTICATED
 */
export async function readSeries(causeway: Causeway, viewer: Viewer, request: SeriesRequest): Promise<Series> {
  const question = checkRequest(causeway, viewer, request)
  const { standing, answers, hidden } = await readAnswers(causeway, question)
  const figures = assemble(question, standing, answers)
  return {
    indicator: question.declaration.id,
    institution: question.institution,
    basis: question.basis,
    at: question.basis === 'POINT_IN_TIME' ? question.at : null,
    scope: question.scope,
    dimension: question.by,
    across: question.across,
    profile: question.profile,
    revision: standing.revision,
    computedAt: standing.committedAt,
    figures: hidden ? hidden(figures) : figures,
  }
}

async function readAnswers(causeway: Causeway, question: Question) {
  const { database } = causeway
  for (;;) {
    const exact = isKept(question) ? await readKept(causeway, question) : await count(causeway, question)
    if (!exact) throw await unknownInstitution(database, question.institution)
    const { standing, answers } = exact
    if (question.profile === 'EXACT') return { standing, answers: answers[0]!, hidden: null }
    const masked = await hideSmallCells(causeway, question)
    // Figures and what is hidden of them are of one revision.
    if (masked?.revision === standing.revision) return { standing, answers: answers[0]!, hidden: masked.hide }
  }
}

function isKept(question: Question): boolean {
  const { across, filters, cumulativeFrom, at } = question
  const isCell = filters.length === 0 || soleCategory(question) !== null
  return across === null && isCell && cumulativeFrom === null && at === DEFAULT_AT
}

async function readKept({ database }: Causeway, question: Question): Promise<Sets | null> {
  const { institution, declaration, basis, scope, from, to } = question
  const filter = soleCategory(question)
  const by = filter ? filter.dimension : question.by
  const sets = await readSets(database, institution, [{ declaration, basis, scope, by }], from, to)
  return filter && sets ? pickCategory(database, question, filter, sets) : sets
}

/** Any other cut is counted when asked for and not kept. */
function count({ database }: Causeway, question: Question): Promise<Sets | null> {
  return database.snapshot(async (db) => {
    const standing = await readStanding(db, question.institution)
    return standing && { standing, answers: [await evaluate(db, { ...question, home: standing, revision: null })] }
  })
}
