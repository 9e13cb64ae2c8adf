import { figureSentence } from '@causeway/shared/figure-sentence'
import { summarise } from '@causeway/shared/summary'
import { themeWords } from '@causeway/shared/words/themes'
import { THEMES, type Theme } from '@causeway/shared/series'
import { inLocale, type Locale } from '@causeway/shared/words/words'
import { ANONYMOUS } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { findIndicator } from '../../figures/find-indicator.ts'
import type { AnswerReads } from '../graph/context.ts'
import { decodePart } from '../address/decode-part.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { headOfCountry, headOfForm, headOfOverview, headOfSubject } from './head-of-one.ts'
import { readSeriesView, type SeriesView } from './series-view.ts'
import { keep, titleOf, type AskedPage, type PageHead } from './told-of-page.ts'
import { viewParameters } from './view-parameters.ts'
import { readViewQuery } from './view-query.ts'
import { openingYearShown } from './years-shown.ts'

/** What a theme leads with, the first that has a figure. */
const LEADING: Record<Theme, readonly string[]> = {
  INTRODUCTION: ['IN13', 'IN17', 'IN03'],
  EXPORT: ['EX02', 'EX07', 'EX11'],
  STANDARDS: ['ST01', 'ST04'],
  PLATFORMS: ['PF01', 'PF05'],
  SKILLS: ['SK05', 'SK11', 'SK01'],
}

/** Registers whose page is that of a theme. */
const REGISTERS = new Map<string, Theme>([
  ['standards', 'STANDARDS'],
  ['platforms', 'PLATFORMS'],
  ['skills', 'SKILLS'],
])

/** Of the pages that are about figures; null: the page is of another kind. Public figures only, whoever asks. */
export async function readPageHead(
  causeway: Causeway,
  path: string,
  parameters: URLSearchParams,
  locale: Locale,
  reads: AnswerReads,
): Promise<PageHead | null> {
  const [first, second, ...more] = path.split('/').filter(Boolean)
  if (more.length > 0) return null
  const query = viewParameters(parameters)
  query.set('lang', locale.toLowerCase())
  // A chat has its own light, and nobody in it a token.
  query.delete('mode')
  query.delete('across')
  const page: AskedPage = { causeway, query, year: Number(parameters.get('year')) || null, locale, reads }
  if (first === undefined) return headOfOverview(page)
  if (second === undefined) return headOfTheme(page, REGISTERS.get(first))
  if (first === 'theme')
    return headOfTheme(
      page,
      THEMES.find((name) => name.toLowerCase() === second),
    )
  const code = decodePart(second)
  switch (first) {
    case 'indicator':
      return (await readCut(page, code, query)).head
    case 'answer':
      return headOfAnswer(page, code)
    case 'country':
      return headOfCountry(page, code)
    case 'form':
      return headOfForm(page, code)
    default:
      return headOfSubject(page, first, code)
  }
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
  const year = page.year ?? (await openingYearShown(page.causeway.database, view.institution, 'SCHOOL_YEAR'))
  const ofYear = () => view.series.figures.find(({ period }) => period.year === year)
  if (!ofYear()) {
    query.set('to', String(year))
    ;({ head, view } = await readCut(page, code, query))
  }
  const figure = ofYear()
  if (!figure) return head
  const { institution, declaration, series, narrowed } = view
  const facts = {
    ...declaration,
    institution: institution.name,
    scope: series.scope,
    narrowed,
    dataDate: institution.dataDate,
  }
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

async function readSeriesHead(
  { causeway, locale, reads }: AskedPage,
  name: string,
  parameters: URLSearchParams,
): Promise<SeriesHead> {
  const view = await readSeriesView(causeway, ANONYMOUS, readViewQuery(name, parameters), reads)
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
