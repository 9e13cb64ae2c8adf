import { createElement, use, type ComponentType } from 'react'
import { PAGE_NAMES, type PAGES, type PageName, type Place } from '@causeway/shared/pages'
import type { Prepare } from './address/address.tsx'
import { isConnected } from './graph/connection.ts'
import type { PageProps, Setting } from './setting/setting.tsx'

type Props<Name extends PageName> = (typeof PAGES)[Name] extends { figures: true }
  ? PageProps<Name>
  : Pick<PageProps<Name>, 'place'>

/** Every page is its own part that is fetched when somebody goes there. */
const PARTS: { [Name in PageName]: () => Promise<ComponentType<Props<Name>>> } = {
  overview: async () => (await import('./features/overview/overview-page.tsx')).OverviewPage,
  theme: async () => (await import('./features/theme/theme-page.tsx')).ThemePage,
  indicator: async () => (await import('./features/indicator/indicator-page.tsx')).IndicatorPage,
  answer: async () => (await import('./features/answer/answer-page.tsx')).AnswerPage,
  data: async () => (await import('./features/data/data-page.tsx')).DataPage,
  standards: async () => (await import('./features/standards/standards-page.tsx')).StandardsPage,
  forms: async () => (await import('./features/forms/forms-page.tsx')).FormsPage,
  form: async () => (await import('./features/form/form-page.tsx')).FormPage,
  catalogue: async () => (await import('./features/catalogue/catalogue-page.tsx')).CataloguePage,
  platforms: async () => (await import('./features/platforms/platforms-page.tsx')).PlatformsPage,
  skills: async () => (await import('./features/skills/skills-page.tsx')).SkillsPage,
  standard: async () => (await import('./features/standard/standard-page.tsx')).StandardPage,
  crosswalk: async () => (await import('./features/crosswalk/crosswalk-page.tsx')).CrosswalkPage,
  platform: async () => (await import('./features/platform/platform-page.tsx')).PlatformPage,
  programme: async () => (await import('./features/programme/programme-page.tsx')).ProgrammePage,
  partner: async () => (await import('./features/partner/partner-page.tsx')).PartnerPage,
  country: async () => (await import('./features/country/country-page.tsx')).CountryPage,
  developers: async () => (await import('./features/developers/developers-page.tsx')).DevelopersPage,
  about: async () => (await import('./features/about/about-page.tsx')).AboutPage,
  record: async () => (await import('./features/record/record-page.tsx')).RecordPage,
  institutions: async () => (await import('./features/institutions/institutions-page.tsx')).InstitutionsPage,
  'sign-in': async () => (await import('./features/sign-in/sign-in-page.tsx')).SignInPage,
  'not-found': async () => (await import('./features/not-found/not-found-page.tsx')).NotFoundPage,
}

export interface PagePart {
  load: () => Promise<unknown>
  /** Fetches it for somebody who may go there. */
  prepare: Prepare
  Page: ComponentType<{ setting?: Setting; place: Place }>
}

export const PAGE_PARTS = Object.fromEntries(PAGE_NAMES.map((page) => [page, toPart(PARTS[page])])) as Record<
  PageName,
  PagePart
>

function toPart(fetchPart: () => Promise<unknown>): PagePart {
  let part: Fetched<ComponentType<object>> | null = null
  const load = () => (part ??= remembered(fetchPart() as Promise<ComponentType<object>>))
  const prepare: Prepare = () => {
    const asked = load()
    if (asked.status === 'fulfilled') return 'ready'
    // A browser does not fetch a part again that it could not have: only a page that is loaded anew does.
    if (asked.status === 'rejected') return isConnected() ? 'lost' : 'ready'
    return asked.catch(() => undefined)
  }
  return { load, prepare, Page: (props: object) => createElement(use(load()), props) }
}

/** A promise that says what became of it, so that what is there already is drawn without waiting, and what failed is said. */
type Fetched<Value> = Promise<Value> &
  ({ status: 'pending' } | { status: 'fulfilled'; value: Value } | { status: 'rejected'; reason: unknown })

function remembered<Value>(promise: Promise<Value>): Fetched<Value> {
  const fetched = Object.assign(promise, { status: 'pending' }) as Fetched<Value>
  // To hand on the promise itself would be to fail once more, unheard.
  promise.then(
    (value) => void Object.assign(fetched, { status: 'fulfilled', value }),
    (reason: unknown) => void Object.assign(fetched, { status: 'rejected', reason }),
  )
  return fetched
}
