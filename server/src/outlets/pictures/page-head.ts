import { decodePart } from '../address/address-parameters.ts'
import { figureSentence } from '@causeway/shared/figure-sentence'
import { summarise } from '@causeway/shared/summary'
import { themeWords } from '@causeway/shared/words/terms'
import { factsOf, parsePlace, type Place } from '@causeway/shared/pages'
import type { Theme } from '@causeway/shared/series'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { ANONYMOUS, type Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { findIndicator } from '../../figures/check-request.ts'
import type { AnswerReads } from '../graph/context.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { findCollege, readSeriesView, type SeriesView } from './series-view.ts'
import { readViewQuery, viewParameters } from './view-query.ts'
import { openingYearShown } from './years-shown.ts'
import { findInstitution, type InstitutionFacts } from '../../records/institutions.ts'
import { findOpeningInstitution } from '../../figures/warm.ts'
import { isNothingReleased } from '../../figures/public-release.ts'
import { headlineOf } from '@causeway/shared/headline'
import { findForm } from '../../figures/forms/find-form.ts'
import { countryName, countryOf } from '../../ground/reference/countries.ts'
import { findPublicSubject } from '../../answers/subjects/public-subjects.ts'
import { SUBJECT_KINDS } from '../../answers/subjects/subject.ts'
import { readMirroredView, WHO_LEARNS_FROM_WHOM } from './mirrored-view.ts'

/** What a page says of itself to those who do not run it: chat programs, search engines, the tab of a browser. */
export interface PageHead {
  locale: Locale
  title: string
  /** The sentence that its figures make; null: it has none. */
  description: string | null
  /** The heading that the public reads on it, where that is of figures. */
  heading?: string
  institution: Words | null
  /** What is drawn for it, as it is in `/i/…` and `/embed/…`; null: nothing. */
  picture: { name: string; parameters: URLSearchParams; alt: string } | null
}

/** A page as its address names it. */
interface AskedPage {
  causeway: Causeway
  viewer: Viewer
  /** What of its address says what its chart shows. */
  query: URLSearchParams
  /** The year it is about; null: the one that pages open on. */
  year: number | null
  locale: Locale
  reads: AnswerReads
}

/** What a theme leads with, the first that has a figure. */
const LEADING: Record<Theme, readonly string[]> = {
  INTRODUCTION: ['IN13', 'IN17', 'IN03'],
  EXPORT: ['EX02', 'EX07', 'EX11'],
  STANDARDS: ['ST01', 'ST04'],
  PLATFORMS: ['PF01', 'PF05'],
  SKILLS: ['SK05', 'SK11', 'SK01'],
}

/**
 * Of the pages that are about figures; null: the page is of another kind. Public figures only, no matter who asks.
 * @throws QuestionError BAD_REQUEST where the code in the address is no text
 */
export async function readPageHead(
  causeway: Causeway,
  path: string,
  parameters: URLSearchParams,
  locale: Locale,
  reads: AnswerReads,
): Promise<PageHead | null> {
  decodePart(path.split('/')[2] ?? '')
  const place = parsePlace(path)
  const query = viewParameters(parameters)
  query.set('lang', locale.toLowerCase())
  // A chat has its own light, and nobody in it a token.
  query.delete('mode')
  query.delete('across')
  const year = Number(parameters.get('year')) || null
  const page: AskedPage = { causeway, viewer: ANONYMOUS, query, year, locale, reads }
  try {
    return await headOf(page, place)
  } catch (error) {
    if (!isNothingReleased(error)) throw error
    return headWithoutRelease(page, error.words)
  }
}

function headOf(page: AskedPage, place: Place): Promise<PageHead | null> {
  switch (place.page) {
    case 'overview':
      return headOfOverview(page)
    case 'theme':
      return headOfTheme(page, place.theme)
    case 'indicator':
      return readCut(page, place.id, page.query).then(({ head }) => head)
    case 'answer':
      return headOfAnswer(page, place.id)
    case 'country':
      return headOfCountry(page, place.id)
    case 'form':
      return headOfForm(page, place.id)
    default:
      return 'id' in place ? headOfSubject(page, place.page, place.id) : headOfTheme(page, factsOf(place.page).theme)
  }
}

/** The name of a college that has released nothing, and that it has. */
async function headWithoutRelease({ causeway, query, locale }: AskedPage, words: Words): Promise<PageHead | null> {
  const code = query.get('institution')
  const found = code
    ? await findInstitution(causeway.database, code)
    : await findOpeningInstitution(causeway, ANONYMOUS)
  if (!found) return null
  const title = inLocale(found.name, locale)
  return { locale, title, description: inLocale(words, locale), institution: found.name, picture: null }
}

async function headOfTheme(page: AskedPage, theme: Theme | undefined): Promise<PageHead | null> {
  if (!theme) return null
  let found: PageHead | null = null
  for (const code of LEADING[theme]) {
    const { head, view } = await readSeriesHead(page, code, keep(page.query, ['institution', 'lang']))
    found ??= head
    if (view.series.figures.every(({ value }) => value === null)) continue
    found = head
    break
  }
  if (!found?.institution) return found
  return { ...found, title: titleOf({ name: found.institution }, themeWords[theme], page.locale) }
}

/** A card is of one figure, and so is what is said of it; the picture shows the years around. */
async function headOfAnswer(page: AskedPage, code: string): Promise<PageHead> {
  const query = keep(page.query, ['institution', 'lang', 'basis', 'at', 'scope', 'filter'])
  let { head, view } = await readCut(page, code, query)
  const year = page.year ?? (await openingYearShown(view.causeway.database, view.institution, 'SCHOOL_YEAR'))
  const ofYear = () => view.series.figures.find(({ period }) => period.year === year)
  if (!ofYear()) {
    query.set('to', String(year))
    ;({ head, view } = await readCut(page, code, query))
  }
  const figure = ofYear()
  if (!figure) return head
  const { institution, declaration, series, narrowed } = view
  const { name, dataDate } = institution
  const facts = { ...declaration, institution: name, scope: series.scope, narrowed, dataDate }
  return { ...head, description: inLocale(figureSentence(figure, facts), page.locale) }
}

interface SeriesHead {
  head: PageHead
  view: SeriesView
}

/** What an address asks, or else the indicator as it is. */
async function readCut(page: AskedPage, written: string, query: URLSearchParams): Promise<SeriesHead> {
  const { code } = findIndicator(page.causeway, written)
  try {
    return await readSeriesHead(page, code, query)
  } catch (error) {
    if (!(error instanceof QuestionError) || error.code === 'UNKNOWN_INSTITUTION') throw error
    // Not a cut that everybody may see.
    return readSeriesHead(page, code, keep(query, ['institution', 'lang']))
  }
}

async function readSeriesHead(page: AskedPage, name: string, parameters: URLSearchParams): Promise<SeriesHead> {
  const { locale } = page
  const view = await readSeriesView(page, readViewQuery(name, parameters))
  const { series, facts, spec, institution } = view
  const head = {
    locale,
    title: titleOf(institution, spec.title, locale),
    description: inLocale(summarise(series, facts), locale),
    institution: institution.name,
    picture: { name, parameters, alt: inLocale(spec.summary, locale) },
  }
  return { head, view }
}

export function titleOf({ name }: Pick<InstitutionFacts, 'name'>, what: Words, locale: Locale): string {
  return locale === 'ZH' ? `${name.zh}：${what.zh}` : `${what.en}, ${name.en}`
}

/** Of the parameters of a page those of these names. */
function keep(query: URLSearchParams, names: string[]): URLSearchParams {
  return new URLSearchParams([...query].filter(([name]) => names.includes(name)))
}

/** Who learns from whom, of all or of a country alone. */
async function headOfExchange(page: AskedPage, title: Words, filter?: string): Promise<PageHead> {
  const { query, year, locale } = page
  const parameters = keep(query, ['institution', 'lang'])
  if (filter !== undefined) parameters.set('filter', filter)
  const question = readViewQuery(WHO_LEARNS_FROM_WHOM, parameters)
  const { spec, causeway, institution, sides } = await readMirroredView(page, question)
  const about = year ?? (await openingYearShown(causeway.database, institution, 'SCHOOL_YEAR'))
  const headline = inLocale(headlineOf(sides[0].series.figures, sides[1].series.figures, about), locale)
  return {
    locale,
    title: titleOf(institution, title, locale),
    description: `${headline}${locale === 'ZH' ? '。' : '.'}`,
    ...(filter === undefined && { heading: headline }),
    institution: institution.name,
    picture: { name: WHO_LEARNS_FROM_WHOM, parameters, alt: inLocale(spec.summary, locale) },
  }
}

function headOfOverview(page: AskedPage): Promise<PageHead> {
  return headOfExchange(page, { zh: '总览', en: 'Overview' })
}

async function headOfCountry(page: AskedPage, code: string): Promise<PageHead | null> {
  return countryOf(code) ? headOfExchange(page, countryName(code), `country:${code}`) : null
}

/** Its name; what is in it is for the page. */
async function headOfForm(page: AskedPage, id: string): Promise<PageHead> {
  const { name } = findForm(page.causeway, id)
  return headOfName((await findCollege(page, page.query.get('institution'))).institution, name, page)
}

function headOfName(institution: InstitutionFacts, name: Words, { locale }: AskedPage): PageHead {
  const title = titleOf(institution, name, locale)
  return { locale, title, description: null, institution: institution.name, picture: null }
}

/** The name of a programme, partner or platform that the public may know of; null: it may not, or the page is of another kind. */
async function headOfSubject(page: AskedPage, name: string, code: string): Promise<PageHead | null> {
  const kind = name.toUpperCase()
  if (!SUBJECT_KINDS.has(kind)) return null
  const { causeway, institution } = await findCollege(page, page.query.get('institution'))
  const subject = await findPublicSubject(causeway, institution.code, kind, code)
  return subject && headOfName(institution, subject.name, page)
}
