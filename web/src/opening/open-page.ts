import { factsOf, parsePlace, type Place } from '@causeway/shared/pages'
import { momentOf, parseView } from '../address/view.ts'
import { FormQuery } from '../features/form/form-query.ts'
import { IndicatorQuery } from '../features/indicator/indicator-query.ts'
import { OPENS_WITH, OverviewQuery } from '../features/overview/overview-query.ts'
import { ThemeQuery } from '../features/theme/theme-query.ts'
import { askEarly, SESSION_KEY, operationOf, questionAddress, questionKey } from '../graph/early-answers.ts'
import { localeOf } from '../language/words.ts'
import type { InstitutionFacts } from '../graph/generated.ts'
import { InstitutionQuery, readYears, windowOf } from '../setting/years.ts'

/**
 * Is in the page itself and runs before the app is there: asks what the app will ask first, and fetches the part of it that
 * the address shows, so that nothing waits for another thing to be read and run.
 */
const { place, view, locale } = readAddress()
document.documentElement.lang = locale === 'ZH' ? 'zh-CN' : 'en'
if (view.mode) document.documentElement.dataset.theme = view.mode
fetchParts(place)
askEarly(SESSION_KEY, '/session')
const moment = momentOf(place, view)
const institution = ask(InstitutionQuery, { code: view.institution, ...moment, locale })
const asked = { institution: view.institution, year: view.year, ...moment, locale }
if (place.page === 'overview') ask(OverviewQuery, { ...asked, ...OPENS_WITH })
if (place.page === 'theme' && view.filter.length === 0) ask(ThemeQuery, { ...asked, theme: place.theme, filter: null })
if (place.page === 'form') ask(FormQuery, { ...asked, id: place.id, edition: view.edition, inside: false })
if (place.page === 'indicator' && view.filter.length === 0) {
  const { id } = place
  institution.then((answer) => askIndicator(id, answer)).catch(() => undefined)
}

function readAddress() {
  const view = parseView(location.search)
  return { place: parsePlace(location.pathname), view, locale: localeOf(view.lang) }
}

/** Its years follow from the institution's. */
function askIndicator(id: string, answer: string): void {
  const facts = (JSON.parse(answer) as { data?: { institution?: InstitutionFacts | null } }).data?.institution
  const years = facts && readYears(facts)
  if (!facts || !years) return
  const window = windowOf(years, view.year ?? years.last)
  const { basis, scope, from, to } = view
  const span = { from: from ?? window.from, to: to ?? window.to }
  const cut = { filter: null, narrowed: false, by: '', narrowedTwice: false, alsoBy: '' }
  ask(IndicatorQuery, { id, institution: facts.code, basis, scope, ...span, ...cut, ...moment, locale })
}

function ask(query: string, variables: Record<string, unknown>): Promise<string> {
  return askEarly(questionKey(operationOf(query), variables), questionAddress({ query, variables }))
}

/** Written into the page when it is built: the files of each page, those it needs first and those it fetches once it is seen. */
declare const PAGE_FILES: Record<string, [first: string[], later: string[]]>

function fetchParts({ page }: Place): void {
  const [first, later] = PAGE_FILES[page] ?? [[], []]
  first.forEach(fetchPart)
  if (factsOf(page).charted) window.causewayLater = () => later.forEach(fetchPart)
}

function fetchPart(file: string): void {
  const link = document.createElement('link')
  if (file.endsWith('.css')) Object.assign(link, { rel: 'preload', as: 'style' })
  else link.rel = 'modulepreload'
  link.href = file
  link.crossOrigin = ''
  document.head.append(link)
}
