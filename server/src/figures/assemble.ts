import type { Figure } from '@causeway/shared/figure'
import type { Series } from '@causeway/shared/series'
import { toPeriod, calendarOf, DEFAULT_AT, type Period } from '@causeway/shared/period'
import type { Cell, PeriodAnswer } from './indicators/observe/rows.ts'
import type { Question } from './check-request.ts'
import type { FigureTable } from './disclosure/family.ts'
import type { Cut, OnBasis } from './public-family.ts'
import type { Standing } from './standing.ts'
import { UNKNOWN } from '@causeway/shared/unknown'
import type { Declaration, DimensionId } from './indicators/definition.ts'
import { kept } from '../ground/kept.ts'
import { once } from '../ground/once.ts'
import { knownCategories } from './indicators/find-field.ts'

/**
 * Figures in order of period, then of category; every period asked for is there. Categories are those that occur in any period of
 * the answer; a period without any has one figure, of no category.
 */
export function assemble(
  question: Pick<Question, 'declaration' | 'basis' | 'at' | 'by' | 'across'>,
  standing: Standing,
  answers: PeriodAnswer[],
): Figure[] {
  const cells = answers.flatMap((answer) => answer.cells)
  const categories = question.by
    ? orderCategories(question.declaration, question.by, new Set(cells.map((cell) => cell.category!)))
    : []
  const seconds = question.across
    ? orderCategories(question.declaration, question.across, new Set(cells.map((cell) => cell.across!)))
    : [null]
  return answers.flatMap((answer) => {
    const period = periodOf(standing, question, answer.year)
    if (categories.length === 0 || hasNoCategory(answer.cells, answer.absent))
      return [{ period, ...(answer.whole ?? answer.absent) }]
    const found = new Map([...answer.uncounted, ...answer.cells].map((cell) => [nameOf(cell), cell]))
    return categories.flatMap((category) =>
      seconds.map((across) => ({
        period,
        ...(found.get(nameOf({ category, across })) ?? { ...answer.absent, category, across }),
      })),
    )
  })
}

/** The tables of a year, of answers in the order of their cuts. */
export function exactTables(
  { declaration, basis }: OnBasis,
  cuts: readonly Cut[],
  standing: Standing,
  answers: readonly PeriodAnswer[][],
  year: number,
): FigureTable[] {
  return cuts.map(({ scope, by }, index) => {
    const ofYear = answers[index]!.filter((answer) => answer.year === year)
    return {
      scope,
      dimension: by,
      figures: assemble({ declaration, basis, at: DEFAULT_AT, by, across: null }, standing, ofYear),
    }
  })
}

/** The series that answers a question. */
export function toSeries(question: Question, standing: Standing, figures: Figure[]): Series {
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
    figures,
  }
}

const periods = once((_standing: Standing) => new Map<string, Period>())

const periodOf = (standing: Standing, { basis, at }: Pick<Question, 'basis' | 'at'>, year: number) =>
  kept(periods(standing), `${basis} ${at} ${year}`, () => toPeriod(basis, year, calendarOf(standing), at))

/** Nothing was counted, and nothing says that there was nothing. */
export function hasNoCategory(cells: readonly unknown[], absent: Partial<Cell>): boolean {
  return cells.length === 0 && absent.gap === 'NO_RECORDS'
}

const nameOf = ({ category, across }: Pick<Cell, 'category' | 'across'>) => JSON.stringify([category, across])

/** Categories in their dimension's declared order, else by key; unknown comes last. */
export function orderCategories(declaration: Declaration, dimension: DimensionId, keys: Iterable<string>): string[] {
  const declared = declaredOrder(declaration, dimension)
  const place = (key: string) => (key === UNKNOWN ? Number.MAX_SAFE_INTEGER : (declared.get(key) ?? declared.size))
  return [...keys].sort((a, b) => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0))
}

const orders = once((_declaration: Declaration) => new Map<DimensionId, ReadonlyMap<string, number>>())

const declaredOrder = (declaration: Declaration, dimension: DimensionId) =>
  kept(orders(declaration), dimension, () => {
    // Countries have no order of their own but their codes'.
    const keys = dimension === 'country' ? [] : (knownCategories(declaration, dimension) ?? [])
    return new Map(keys.map((key, index) => [key, index]))
  })
