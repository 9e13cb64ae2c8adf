import { fill } from '@causeway/shared/words/words'
import { isMonthDay } from '@causeway/shared/day'
import { DEFAULT_AT, FIRST_YEAR, LAST_YEAR, type Basis } from '@causeway/shared/period'
import type { DimensionFilter, Profile, Scope } from '@causeway/shared/series'
import { UNKNOWN } from '@causeway/shared/unknown'
import { refusal, requirePublic } from '../access/refuse.ts'
import { maySeeExact, type Viewer } from '../access/viewer.ts'
import type { Causeway } from './causeway.ts'
import { isBrokenDown } from './public-family.ts'
import type { CompiledFilter } from './indicators/compile/dimensions.ts'
import type { Declaration, DimensionId } from './indicators/definition.ts'
import { didYouMean, findNearest } from '../ground/nearest.ts'
import { QuestionError } from '../ground/question-error.ts'
import { checkFilterSize } from '../records/list-records.ts'
import { knownCategories } from './indicators/find-field.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import REFUSALS from './refusals.json' with { type: 'json' }

/** A request that makes sense and may be asked. */
export interface Question {
  declaration: Declaration
  institution: string
  basis: Basis
  /** MM-DD of a point in time; the default of any other basis. */
  at: string
  scope: Scope | null
  from: number
  to: number
  by: DimensionId | null
  across: DimensionId | null
  filters: CompiledFilter[]
  cumulativeFrom: number | null
  profile: Profile
}

/** Throws a `QuestionError` that names what is wrong and what there is instead. */
export function checkRequest(causeway: Causeway, viewer: Viewer, request: SeriesRequest): Question {
  const exact = maySeeExact(viewer, request.institution)
  requirePublic(causeway.publicReading, viewer, request.institution)
  if (request.profile === 'EXACT' && !exact) throw refusal(viewer)
  // Nothing that is live may be counted for it, whatever the way here.
  if (!exact && causeway.publicReleases && !causeway.released) throw new Error('the public reads releases')
  const declaration = findIndicator(causeway, request.indicator, request.definitionVersion)
  checkIsThere(causeway, declaration)
  checkFilterSize(request.filter ?? [])
  const basis = checkBasis(declaration, request.basis)
  const question: Question = {
    declaration,
    institution: request.institution,
    basis,
    at: checkAt(basis, request.at),
    scope: checkScope(declaration, request.scope),
    ...checkYears(request),
    by: request.by ? checkDimension(declaration, request.by) : null,
    across: request.across ? checkDimension(declaration, request.across) : null,
    filters: (request.filter ?? []).map((filter) => checkFilter(declaration, filter)),
    cumulativeFrom: checkCumulative(declaration, request),
    profile: request.profile ?? (exact ? 'EXACT' : 'PUBLIC'),
  }
  if (question.across && (!question.by || question.across === question.by)) {
    throw new QuestionError('UNKNOWN_DIMENSION', REFUSALS.ACROSS_WITHOUT_BY)
  }
  const isNow = causeway.indicators.includes(declaration)
  if (question.profile === 'PUBLIC') checkPublic(exact ? null : viewer, question, request, isNow)
  return question
}

function checkIsThere({ gone }: Causeway, declaration: Declaration): void {
  const why = gone?.get(declaration)
  if (!why) return
  const { code, name } = declaration
  const facts = { nameZh: name.zh, code, whyZh: why.zh, whyEn: why.en }
  throw new QuestionError('DEFINITION_GONE', {
    ...fill(REFUSALS.DEFINITION_GONE, facts),
    facts: { indicator: declaration.id, version: declaration.version },
  })
}

/** `viewer`: null: one who may see more, and asks for what the public sees. Free cuts and versions could be subtracted from each other, so they need a token; one category of one dimension is a published cell. */
function checkPublic(viewer: Viewer | null, question: Question, request: SeriesRequest, isNow: boolean): void {
  const { declaration, basis, scope, across, filters, cumulativeFrom, by, at } = question
  const isWhole = by === null && filters.length === 0
  const oneCell = filters.length === 0 || (filters.length === 1 && filters[0]!.in.length === 1 && by === null)
  const needsToken = [
    ...(across === null ? [] : ['across']),
    ...(oneCell ? [] : ['filter']),
    ...(isWhole || basis === declaration.bases[0] ? [] : ['basis']),
    ...(isWhole || isBrokenDown(declaration, declaration.bases[0]!, scope) ? [] : ['scope']),
    ...(cumulativeFrom === null ? [] : ['cumulativeFrom']),
    ...(isNow ? [] : ['definitionVersion']),
    ...(request.at == null || at === DEFAULT_AT ? [] : ['at']),
  ]
  if (needsToken.length === 0) return
  if (viewer !== null) throw refusal(viewer, needsToken)
  const facts = { needsToken: needsToken.join('、'), without: needsToken.join(', ') }
  throw new QuestionError('NOT_PUBLIC', { ...fill(REFUSALS.NOT_IN_FAMILY, facts), facts: { needsToken } })
}

export function checkBasis(declaration: Declaration, asked: Basis | null | undefined): Basis {
  const basis = asked ?? declaration.bases[0]!
  if (declaration.bases.includes(basis)) return basis
  throw new QuestionError('UNKNOWN_BASIS', {
    zh: `指标“${declaration.name.zh}”没有统计时段 ${basis}；可用：${declaration.bases.join('、')}。`,
    en: `${declaration.code} has no basis ${basis}. It has ${declaration.bases.join(', ')}.`,
    facts: { basis, bases: declaration.bases },
  })
}

function checkAt(basis: Basis, at: string | null | undefined): string {
  if (at == null) return DEFAULT_AT
  if (basis === 'POINT_IN_TIME' && isMonthDay(at)) return at
  throw new QuestionError('BAD_AT', { ...REFUSALS.BAD_AT, facts: { at } })
}

export function checkScope(declaration: Declaration, asked: Scope | null | undefined): Scope | null {
  if (declaration.scope) return asked ?? declaration.scope.default
  if (!asked) return null
  throw new QuestionError('SCOPE_NOT_APPLICABLE', {
    ...fill(REFUSALS.SCOPE_NOT_APPLICABLE, { nameZh: declaration.name.zh, code: declaration.code }),
    facts: { scope: asked },
  })
}

export function checkYears({ from, to }: Pick<SeriesRequest, 'from' | 'to'>): { from: number; to: number } {
  const inRange = (year: number) => Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR
  if (inRange(from) && inRange(to) && from <= to) return { from, to }
  throw new QuestionError('BAD_PERIOD', {
    ...fill(REFUSALS.BAD_PERIOD, { FIRST_YEAR, LAST_YEAR }),
    facts: { from, to },
  })
}

function checkDimension(declaration: Declaration, asked: string): DimensionId {
  const dimensions = Object.keys(declaration.dimensions) as DimensionId[]
  const found = dimensions.find((id) => id === asked)
  if (found) return found
  throw new QuestionError('UNKNOWN_DIMENSION', {
    zh: `指标“${declaration.name.zh}”没有维度“${asked}”；可用：${dimensions.join('、')}。`,
    en: `${declaration.code} has no dimension "${asked}". It has ${dimensions.join(', ')}.`,
    facts: { dimension: asked, nearest: findNearest(asked, dimensions), dimensions },
  })
}

function checkFilter(declaration: Declaration, filter: DimensionFilter): CompiledFilter {
  const dimension = checkDimension(declaration, filter.dimension)
  const known = knownCategories(declaration, dimension)
  const unknown = known === null ? [] : filter.in.filter((key) => key !== UNKNOWN && !known.includes(key))
  if (filter.in.length > 0 && unknown.length === 0)
    return { dimension, side: declaration.dimensions[dimension]!, in: filter.in }
  const [first = ''] = unknown
  const nearest = findNearest(first, known ?? [])
  const hint = didYouMean(nearest)
  throw new QuestionError('UNKNOWN_CATEGORY', {
    ...(filter.in.length === 0
      ? { zh: `维度“${dimension}”的筛选没有取值。`, en: `The filter on ${dimension} has no value.` }
      : {
          ...fill(REFUSALS.UNKNOWN_CATEGORY, { dimension, first, hintZh: hint.zh || '。', hintEn: hint.en || '.' }),
        }),
    facts: { dimension, unknown, nearest },
  })
}

/** A state has no beginning to count from. */
function checkCumulative(declaration: Declaration, { cumulativeFrom, from }: SeriesRequest): number | null {
  if (cumulativeFrom == null) return null
  const isYear = Number.isInteger(cumulativeFrom) && cumulativeFrom >= FIRST_YEAR && cumulativeFrom <= from
  if (isYear && declaration.kind !== 'STOCK') return cumulativeFrom
  throw new QuestionError('BAD_PERIOD', {
    ...(isYear
      ? { zh: '时点数不能累计。', en: 'A state at a date cannot be counted cumulatively.' }
      : { zh: '“cumulativeFrom”须为不晚于“from”的年份。', en: '`cumulativeFrom` is a year that is not after `from`.' }),
    facts: { cumulativeFrom, from },
  })
}

type Catalogue = Pick<Causeway, 'indicators' | 'earlier'>

/**
 * An indicator by id or code, as it is now or as it was declared in an earlier version.
 * @throws QuestionError UNKNOWN_INDICATOR (for the bare code of one with variants only, it names those), UNKNOWN_VERSION
 */
export function findIndicator(catalogue: Catalogue, idOrCode: string, version?: number | null): Declaration {
  const now = findCurrent(catalogue, idOrCode)
  if (version == null || version === now.version) return now
  const versions = versionsOf(catalogue, now)
  const then = versions.find((one) => one.version === version)
  if (then) return then
  const known = versions.map((one) => one.version)
  throw new QuestionError('UNKNOWN_VERSION', {
    zh: `指标“${now.name.zh}”没有第 ${version} 版定义；有：${known.join('、')}。`,
    en: `${now.code} has no definition version ${version}. It has ${known.join(', ')}.`,
    facts: { indicator: now.id, definitionVersion: version, versions: known },
  })
}

/** Every version of an indicator's declaration, the first one first. */
export function versionsOf({ earlier = [] }: Catalogue, now: Declaration): Declaration[] {
  return [...earlier.filter(({ id }) => id === now.id), now].sort((a, b) => a.version - b.version)
}

function findCurrent({ indicators }: Catalogue, idOrCode: string): Declaration {
  const found = indicators.find(({ id, code }) => id === idOrCode || code === idOrCode)
  if (found) return found
  const variants = indicators.filter(({ code }) => code.startsWith(`${idOrCode}.`)).map(({ code }) => code)
  if (variants.length > 0) {
    throw new QuestionError('UNKNOWN_INDICATOR', {
      zh: `指标“${idOrCode}”须指明口径：${variants.join('、')}。`,
      en: `"${idOrCode}" has variants only: ${variants.join(', ')}.`,
      facts: { indicator: idOrCode, variants },
    })
  }
  const near = findNearest(
    idOrCode,
    indicators.flatMap(({ id, code }) => [id, code]),
  )
  const hint = didYouMean(near)
  throw new QuestionError('UNKNOWN_INDICATOR', {
    zh: `没有指标“${idOrCode}”${hint.zh || '，全部指标见指标目录。'}`,
    en: `There is no indicator "${idOrCode}"${hint.en || '; the catalogue has them all.'}`,
    facts: { indicator: idOrCode, nearest: near },
  })
}
