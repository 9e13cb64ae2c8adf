import type { Figure, Gap } from '@causeway/shared/figure'
import type { Profile, Series } from '@causeway/shared/series'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { findIndicator } from '../../figures/check-request.ts'
import { isInFamily } from '../../figures/public-family.ts'
import { readSeries } from '../../figures/read-series.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import type { Declaration } from '../../figures/indicators/definition.ts'
import type { FigureQuestion, FormLine } from '../../figures/indicators/form-line.ts'

/** One figure that a line asks for, with what it was asked by. */
export interface LineFigure {
  question: FigureQuestion
  declaration: Declaration
  request: SeriesRequest
  series: Series
  figure: Figure
}

/** Of a number exactly one of `value` and `gap` is set. */
export interface LineValue {
  value: number | null
  gap: Gap | null
  /** What it was made from, in the order of the line. */
  figures: LineFigure[]
}

export interface Asker {
  viewer: Viewer
  profile: Profile | null
}

/** The figures of a line, of one year. `known`: indicators that the catalogue has. */
export function questionsOf(line: FormLine): FigureQuestion[] {
  const { indicator, minus, plus, over } = line
  if (indicator !== undefined) return [{ ...line, indicator }]
  const operands = minus ?? plus ?? over
  return operands ? [operands.a, operands.b] : []
}

/** True where records fill the line: its indicators are in the catalogue. */
export function isComputed({ indicators }: Pick<Causeway, 'indicators'>, line: FormLine): boolean {
  const questions = questionsOf(line)
  return (
    questions.length > 0 &&
    questions.every(({ indicator }) => indicators.some(({ id, code }) => id === indicator || code === indicator))
  )
}

/** May everybody ask for these figures, with small numbers hidden? Other cuts need a token (`figures/public-family.ts`). */
export function isPublicCut(causeway: Causeway, line: FormLine): boolean {
  return questionsOf(line).every((question) => isInFamily(findIndicator(causeway, question.indicator), question))
}

/** What records say about a line in the year asked. */
export async function readLine(
  causeway: Causeway,
  { viewer, profile }: Asker,
  institution: string,
  line: FormLine,
  year: number,
): Promise<LineValue> {
  const figures: LineFigure[] = []
  for (const question of questionsOf(line)) {
    const declaration = findIndicator(causeway, question.indicator)
    const request = requestOf(question, institution, year, profile)
    const series = await readSeries(causeway, viewer, request)
    figures.push({ question, declaration, request, series, figure: series.figures[0]! })
  }
  return { ...valueOf(line, figures), figures }
}

function requestOf(
  { indicator, basis, at, scope, filter, yearOffset = 0 }: FigureQuestion,
  institution: string,
  year: number,
  profile: Profile | null,
): SeriesRequest {
  const asked = year + yearOffset
  return { indicator, institution, basis, at, scope, filter, from: asked, to: asked, profile }
}

export function valueOf(
  line: FormLine,
  figures: readonly Pick<LineFigure, 'question' | 'figure'>[],
): { value: number | null; gap: Gap | null } {
  const sides = figures.map(({ question, figure }) => sideOf(figure, question.part))
  const gap = GAPS_IN_ORDER.find((one) => sides.some((side) => side.gap === one))
  if (gap) return { value: null, gap }
  const [a, b] = sides.map(({ value }) => value!) as [number, number]
  if (line.minus) return { value: a - b, gap: null }
  if (line.plus) return { value: a + b, gap: null }
  if (line.over) return b === 0 ? { value: null, gap: 'NOT_APPLICABLE' } : { value: (100 * a) / b, gap: null }
  return { value: a, gap: null }
}

/** What is not known goes before what has no answer, and that before what is hidden. */
const GAPS_IN_ORDER: Gap[] = ['NO_RECORDS', 'NOT_APPLICABLE', 'SUPPRESSED']

/** A side of a figure that has no value: a rate over nobody has a denominator, which is 0. */
function sideOf(figure: Figure, part: FormLine['part']): { value: number | null; gap: Gap | null } {
  if (!part) return { value: figure.value, gap: figure.gap }
  const value = part === 'NUMERATOR' ? figure.numerator : figure.denominator
  if (value !== null) return { value, gap: null }
  return { value: null, gap: figure.gap ?? 'SUPPRESSED' }
}

/** Decimals that a value of the line is shown with. */
export function decimalsOf(line: FormLine, declarations: readonly Declaration[]): number {
  if (line.over) return 2
  if (questionsOf(line).some(({ part }) => part)) return 0
  return Math.max(0, ...declarations.map(({ decimals }) => decimals))
}
