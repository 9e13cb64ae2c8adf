import { createElement, use, type ComponentType } from 'react'
import type { PageName, Place } from './address/place.ts'
import type { Prepare } from './address/prepare.ts'
import { isConnected } from './graph/connection.ts'
import type { Setting } from './setting/setting.tsx'

export type PlaceOf<Name extends PageName> = Extract<Place, { page: Name }>

/** What a page about figures is given. */
export interface PageProps<Name extends PageName> {
  setting: Setting
  place: PlaceOf<Name>
}

/** A page is a part of its own that is fetched when somebody goes there. */
interface PageEntry {
  load: () => Promise<unknown>
  /** Fetches it for somebody who may go there. */
  prepare: Prepare
  Page: ComponentType<{ setting?: Setting; place: Place }>
  /** It is about a college's figures, and needs one that has some. */
  needsSetting: boolean
}

function aboutFigures<Name extends PageName>(load: () => Promise<ComponentType<PageProps<Name>>>): PageEntry {
  return entryOf(load, true)
}

function standing<Name extends PageName>(load: () => Promise<ComponentType<{ place: PlaceOf<Name> }>>): PageEntry {
  return entryOf(load, false)
}

function entryOf<Props>(fetchPart: () => Promise<ComponentType<Props>>, needsSetting: boolean): PageEntry {
  let part: Fetched<ComponentType<Props>> | null = null
  const load = () => (part ??= remembered(fetchPart()))
  const prepare: Prepare = () => {
    const asked = load()
    if (asked.status === 'fulfilled') return 'ready'
    // A browser does not fetch a part again that it could not have: only a page that is loaded anew does.
    if (asked.status === 'rejected') return isConnected() ? 'lost' : 'ready'
    return asked.catch(() => undefined)
  }
  const Page = (props: object) => createElement(use<ComponentType<Props>>(load()) as ComponentType<object>, props)
  return { load, prepare, Page: Page as PageEntry['Page'], needsSetting }
}

/** A promise that says what became of it, so that what is there already is drawn without waiting, and what failed is told. */
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

/** Every page of the app. */
export const PAGES: Record<PageName, PageEntry> = {
  overview: aboutFigures<'overview'>(async () => (await import('./features/overview/overview-page.tsx')).OverviewPage),
  theme: aboutFigures<'theme'>(async () => (await import('./features/theme/theme-page.tsx')).ThemePage),
  indicator: aboutFigures<'indicator'>(
    async () => (await import('./features/indicator/indicator-page.tsx')).IndicatorPage,
  ),
  answer: aboutFigures<'answer'>(async () => (await import('./features/answer/answer-page.tsx')).AnswerPage),
  data: standing<'data'>(async () => (await import('./features/data/data-page.tsx')).DataPage),
  standards: aboutFigures<'standards'>(
    async () => (await import('./features/standards/standards-page.tsx')).StandardsPage,
  ),
  forms: standing<'forms'>(async () => (await import('./features/forms/forms-page.tsx')).FormsPage),
  form: aboutFigures<'form'>(async () => (await import('./features/form/form-page.tsx')).FormPage),
  catalogue: standing<'catalogue'>(async () => (await import('./features/catalogue/catalogue-page.tsx')).CataloguePage),
  platforms: aboutFigures<'platforms'>(
    async () => (await import('./features/platforms/platforms-page.tsx')).PlatformsPage,
  ),
  skills: aboutFigures<'skills'>(async () => (await import('./features/skills/skills-page.tsx')).SkillsPage),
  standard: aboutFigures<'standard'>(async () => (await import('./features/standard/standard-page.tsx')).StandardPage),
  crosswalk: aboutFigures<'crosswalk'>(
    async () => (await import('./features/crosswalk/crosswalk-page.tsx')).CrosswalkPage,
  ),
  platform: aboutFigures<'platform'>(async () => (await import('./features/platform/platform-page.tsx')).PlatformPage),
  programme: aboutFigures<'programme'>(
    async () => (await import('./features/programme/programme-page.tsx')).ProgrammePage,
  ),
  partner: aboutFigures<'partner'>(async () => (await import('./features/partner/partner-page.tsx')).PartnerPage),
  country: aboutFigures<'country'>(async () => (await import('./features/country/country-page.tsx')).CountryPage),
  developers: standing<'developers'>(
    async () => (await import('./features/developers/developers-page.tsx')).DevelopersPage,
  ),
  about: standing<'about'>(async () => (await import('./features/about/about-page.tsx')).AboutPage),
  record: standing<'record'>(async () => (await import('./features/record/record-page.tsx')).RecordPage),
  institutions: standing<'institutions'>(
    async () => (await import('./features/institutions/institutions-page.tsx')).InstitutionsPage,
  ),
  'sign-in': standing<'sign-in'>(async () => (await import('./features/sign-in/sign-in-page.tsx')).SignInPage),
  'not-found': standing<'not-found'>(
    async () => (await import('./features/not-found/not-found-page.tsx')).NotFoundPage,
  ),
}
