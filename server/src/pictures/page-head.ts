import { headlineOf } from '@causeway/shared/headline'
import { summarise } from '@causeway/shared/summary'
import { themeWords } from '@causeway/shared/words/themes'
import { THEMES, type Theme } from '@causeway/shared/series'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { ANONYMOUS } from '../access/viewer.ts'
import type { Causeway } from '../causeway.ts'
import { findIndicator } from '../figures/find-indicator.ts'
import type { AnswerReads } from '../graph/context.ts'
import { QuestionError } from '../question-error.ts'
import type { InstitutionFacts } from '../records/institutions.ts'
import { readMirroredView, WHO_LEARNS_FROM_WHOM } from './mirrored-view.ts'
import { readSeriesView } from './series-view.ts'
import { viewParameters } from './view-parameters.ts'
import { readViewQuery } from './view-query.ts'
import { lastWholeYear } from './years-shown.ts'

/** What a page says of itself to those who do not run it: chat programs, search engines, the tab of a browser. */
export interface PageHead {
  locale: Locale
  title: string
  /** The sentence that its figures make; null: it has none. */
  description: string | null
  institution: Words | null
  /** What is drawn for it, as it stands in `/i/…` and `/embed/…`; null: nothing. */
  picture: { name: string; parameters: URLSearchParams; alt: string } | null
}

/** What a theme leads with, the first that has a figure. */
const LEADING: Record<Theme, readonly string[]> = {
  INTRODUCTION: ['IN13', 'IN17', 'IN03'],
  EXPORT: ['EX02', 'EX07', 'EX11'],
  STANDARDS: ['ST01', 'ST04'],
  PLATFORMS: ['PF01', 'PF05'],
  SKILLS: ['SK05', 'SK11', 'SK01'],
}

/** Of the pages that have a chart of their own; null: the page is of another kind. Public figures only, whoever asks. */
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
  if (first === undefined) return headOfOverview(causeway, query, parameters, locale, reads)
  const theme = first === 'theme' && THEMES.find((name) => name.toLowerCase() === second)
  if (theme) return headOfTheme(causeway, theme, query, locale, reads)
  if ((first === 'indicator' || first === 'answer') && second)
    return headOfIndicator(causeway, second, query, locale, reads)
  return null
}

async function headOfOverview(
  causeway: Causeway,
  query: URLSearchParams,
  parameters: URLSearchParams,
  locale: Locale,
  reads: AnswerReads,
): Promise<PageHead> {
  const plain = keep(query, ['institution', 'lang'])
  const question = readViewQuery(WHO_LEARNS_FROM_WHOM, plain)
  const { spec, institution, sides } = await readMirroredView(causeway, ANONYMOUS, question, reads)
  const year = Number(parameters.get('year')) || lastWholeYear(institution, 'SCHOOL_YEAR')
  const headline = headlineOf(sides[0].series.figures, sides[1].series.figures, year)
  return {
    locale,
    title: titleOf(institution, { zh: '总览', en: 'Overview' }, locale),
    description: `${inLocale(headline, locale)}${locale === 'ZH' ? '。' : '.'}`,
    institution: institution.name,
    picture: { name: WHO_LEARNS_FROM_WHOM, parameters: plain, alt: inLocale(spec.summary, locale) },
  }
}

async function headOfTheme(
  causeway: Causeway,
  theme: Theme,
  query: URLSearchParams,
  locale: Locale,
  reads: AnswerReads,
): Promise<PageHead | null> {
  let found: PageHead | null = null
  for (const code of LEADING[theme]) {
    const { head, hasFigure } = await readIndicatorHead(
      causeway,
      code,
      keep(query, ['institution', 'lang']),
      locale,
      reads,
    )
    found ??= head
    if (!hasFigure) continue
    found = head
    break
  }
  if (!found?.institution) return found
  return { ...found, title: titleOf({ name: found.institution }, themeWords[theme], locale) }
}

async function headOfIndicator(
  causeway: Causeway,
  written: string,
  query: URLSearchParams,
  locale: Locale,
  reads: AnswerReads,
): Promise<PageHead> {
  const name = findIndicator(causeway, decodeURIComponent(written)).code
  try {
    return (await readIndicatorHead(causeway, name, query, locale, reads)).head
  } catch (error) {
    if (!(error instanceof QuestionError) || error.code === 'UNKNOWN_INSTITUTION') throw error
    // Not a cut that everybody may see: then the indicator as it is.
    return (await readIndicatorHead(causeway, name, keep(query, ['institution', 'lang']), locale, reads)).head
  }
}

async function readIndicatorHead(
  causeway: Causeway,
  name: string,
  parameters: URLSearchParams,
  locale: Locale,
  reads: AnswerReads,
): Promise<{ head: PageHead; hasFigure: boolean }> {
  const question = readViewQuery(name, parameters)
  const { series, facts, spec, institution } = await readSeriesView(causeway, ANONYMOUS, question, reads)
  const summary = inLocale(summarise(series, facts), locale)
  return {
    head: {
      locale,
      title: titleOf(institution, spec.title, locale),
      description: summary,
      institution: institution.name,
      picture: { name, parameters, alt: inLocale(spec.summary, locale) },
    },
    hasFigure: series.figures.some(({ value }) => value !== null),
  }
}

export function titleOf({ name }: Pick<InstitutionFacts, 'name'>, what: Words, locale: Locale): string {
  return locale === 'ZH' ? `${name.zh}：${what.zh}` : `${what.en}, ${name.en}`
}

function keep(query: URLSearchParams, names: string[]): URLSearchParams {
  return new URLSearchParams([...query].filter(([name]) => names.includes(name)))
}
