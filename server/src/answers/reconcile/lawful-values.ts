import { DEFAULT_AT } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { checkRequest, type Question, findIndicator } from '../../figures/check-request.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { linesFedBy, linesOf, type OfficialLine } from '../../figures/forms/find-form.ts'
import { questionsOf } from '../forms/line-figure.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { inOtherUnit, type CountingUnit } from './counting-unit.ts'

/** One lawful value of a name: what is asked, and who asks it. */
export interface LawfulValue {
  /** Its period alone. */
  question: Question
  request: SeriesRequest & { year: number }
  /** The side of the figure that is wanted; null: its value. */
  part: 'NUMERATOR' | 'DENOMINATOR' | null
  /** Of the people counted the other way; null: as the indicator itself counts. */
  unit: CountingUnit | null
  askedBy: OfficialLine[]
}

/** The day of the education statistics (domain.md 2.9), and that of the platform of undergraduate teaching. */
const POINTS = [DEFAULT_AT, '09-30']

/**
 * Every lawful value of one name in a year, the reference first: the indicator on each basis and in each scope, as each official line
 * asks for it, the same people counted the other way, and the variants of the indicator. Anyone who may not ask for one is not said it.
 * @throws QuestionError those of `readSeries`
 */
export function listLawfulValues(
  causeway: Causeway,
  viewer: Viewer,
  asked: { indicator: string; institution: string; year: number },
): LawfulValue[] {
  const { institution, year } = asked
  const declaration = findIndicator(causeway, asked.indicator)
  const values = new Map<string, LawfulValue>()
  const add = (
    of: Declaration,
    wanted: Partial<Pick<SeriesRequest, 'basis' | 'at' | 'scope' | 'filter'>>,
    more: { part?: LawfulValue['part']; yearOffset?: number; line?: OfficialLine; unit?: CountingUnit } = {},
  ) => {
    const own = year + (more.yearOffset ?? 0)
    const request = { indicator: of.id, institution, ...wanted, year: own, from: own, to: own }
    // A line may ask for no scope where the indicator has one.
    const declared = wanted.scope === null && of.scope?.default ? withoutScope(of, of.scope) : of
    const value: LawfulValue = {
      question: checkRequest({ ...causeway, indicators: [declared] }, viewer, request),
      request,
      part: more.part ?? null,
      unit: more.unit ?? null,
      askedBy: [],
    }
    const name = nameOf(value)
    const known = values.get(name) ?? value
    if (more.line) known.askedBy.push(more.line)
    values.set(name, known)
  }
  const tryAdd: typeof add = (...given) => {
    try {
      add(...given)
    } catch (error) {
      if (!(error instanceof QuestionError) || !['UNAUTHENTICATED', 'FORBIDDEN'].includes(error.code)) throw error
    }
  }

  add(declaration, {})
  for (const basis of declaration.bases)
    for (const at of basis === 'POINT_IN_TIME' ? POINTS : [null])
      for (const scope of scopesOf(declaration)) tryAdd(declaration, { basis, at, scope })
  for (const official of linesFedBy(causeway, declaration.id))
    for (const { indicator, part, yearOffset, ...wanted } of questionsOf(official.line)) {
      if (indicator !== declaration.id && indicator !== declaration.code) continue
      const { basis, at, scope, filter } = wanted
      tryAdd(declaration, { basis, at, scope, filter }, { part: part ?? null, yearOffset, line: official })
    }
  const other = inOtherUnit(declaration)
  if (other && values.values().next().value!.question.profile === 'EXACT')
    for (const counted of [other.sameRecords, other.lawful]) tryAdd(counted, {}, { unit: other.unit })
  for (const variant of variantsOf(causeway, declaration)) {
    const basis = variant.bases.includes(declaration.bases[0]!) ? declaration.bases[0] : undefined
    tryAdd(variant, { basis })
    // Who asks for a variant is said beside it, where it is asked on these terms.
    for (const official of linesOf(causeway, variant.id)) {
      const found = [...values.values()].find(({ question }) => question.declaration.id === variant.id)
      if (found && isAskedBy(found, official)) found.askedBy.push(official)
    }
  }
  return [...values.values()]
}

function withoutScope(declaration: Declaration, scope: object): Declaration {
  return { ...declaration, scope: { ...scope, default: null } as Declaration['scope'] }
}

function scopesOf({ scope }: Declaration): (Scope | null | undefined)[] {
  if (!scope) return [undefined]
  return scope.default === null ? [null, 'BORDER', 'ABROAD'] : ['ABROAD', 'BORDER']
}

/** Indicators of the same code but for what is behind its point. */
function variantsOf({ indicators }: Pick<Causeway, 'indicators'>, { id, code }: Declaration): Declaration[] {
  const stem = (text: string) => text.split('.')[0]!
  return indicators.filter((it) => it.id !== id && stem(it.code) === stem(code))
}

function isAskedBy({ question }: LawfulValue, { line }: OfficialLine): boolean {
  const { declaration, basis, at, scope } = question
  return (
    (line.basis ?? declaration.bases[0]) === basis &&
    (basis !== 'POINT_IN_TIME' || (line.at ?? DEFAULT_AT) === at) &&
    (line.scope === undefined ? (declaration.scope?.default ?? null) : line.scope) === scope &&
    !line.yearOffset &&
    !line.part &&
    !line.filter?.length
  )
}

/** Two that ask the same are one. */
function nameOf({ question, part, unit }: LawfulValue): string {
  const { declaration, basis, at, scope, from, filters } = question
  const cuts = filters.map(({ dimension, in: values }) => [dimension, values.toSorted()]).toSorted()
  return JSON.stringify([
    declaration.id,
    unit && declaration.set,
    basis,
    basis === 'POINT_IN_TIME' ? at : '',
    scope,
    from,
    cuts,
    part,
  ])
}
