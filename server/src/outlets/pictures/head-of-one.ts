import { headlineOf } from '@causeway/shared/headline'
import { inLocale, type Words } from '@causeway/shared/words/words'
import { ANONYMOUS } from '../../access/viewer.ts'
import { findForm } from '../../figures/forms/find-form.ts'
import { countryName, countryOf } from '../../ground/reference/countries.ts'
import { findPublicSubject } from '../../answers/subjects/public-subjects.ts'
import { SUBJECT_KINDS } from '../../answers/subjects/subject.ts'
import { readMirroredView, WHO_LEARNS_FROM_WHOM } from './mirrored-view.ts'
import { findCollege } from './series-view.ts'
import { keep, titleOf, type AskedPage, type PageHead } from './told-of-page.ts'
import { readViewQuery } from './view-query.ts'
import { openingYearShown } from './years-shown.ts'

/** Who learns from whom, of all or of a country alone. */
async function headOfExchange(page: AskedPage, title: Words, filter?: string): Promise<PageHead> {
  const { causeway, query, year, locale, reads } = page
  const parameters = keep(query, ['institution', 'lang'])
  if (filter !== undefined) parameters.set('filter', filter)
  const question = readViewQuery(WHO_LEARNS_FROM_WHOM, parameters)
  const { spec, institution, sides } = await readMirroredView(causeway, ANONYMOUS, question, reads)
  const about = year ?? (await openingYearShown(causeway.database, institution, 'SCHOOL_YEAR'))
  const headline = headlineOf(sides[0].series.figures, sides[1].series.figures, about)
  return {
    locale,
    title: titleOf(institution, title, locale),
    description: `${inLocale(headline, locale)}${locale === 'ZH' ? '。' : '.'}`,
    institution: institution.name,
    picture: { name: WHO_LEARNS_FROM_WHOM, parameters, alt: inLocale(spec.summary, locale) },
  }
}

export function headOfOverview(page: AskedPage): Promise<PageHead> {
  return headOfExchange(page, { zh: '总览', en: 'Overview' })
}

export async function headOfCountry(page: AskedPage, code: string): Promise<PageHead | null> {
  return countryOf(code) ? headOfExchange(page, countryName(code), `country:${code}`) : null
}

/** Its name; what stands in it is for the page. */
export async function headOfForm({ causeway, query, locale, reads }: AskedPage, id: string): Promise<PageHead> {
  const { name } = findForm(causeway, id)
  const institution = await findCollege(causeway, ANONYMOUS, query.get('institution'), reads)
  return {
    locale,
    title: titleOf(institution, name, locale),
    description: null,
    institution: institution.name,
    picture: null,
  }
}

/** The name of a programme, partner or platform that the public may know of; null: it may not, or the page is of another kind. */
export async function headOfSubject(
  { causeway, query, locale, reads }: AskedPage,
  page: string,
  code: string,
): Promise<PageHead | null> {
  const kind = page.toUpperCase()
  if (!SUBJECT_KINDS.has(kind)) return null
  const institution = await findCollege(causeway, ANONYMOUS, query.get('institution'), reads)
  const subject = await findPublicSubject(causeway, institution.code, kind, code)
  return (
    subject && {
      locale,
      title: titleOf(institution, subject.name, locale),
      description: null,
      institution: institution.name,
      picture: null,
    }
  )
}
