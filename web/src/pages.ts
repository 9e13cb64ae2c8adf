import { lazy, type ComponentType } from 'react'
import type { PageName, Place } from './address/place.ts'
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

function entryOf<Props>(load: () => Promise<ComponentType<Props>>, needsSetting: boolean): PageEntry {
  const Page = lazy(async () => ({ default: await load() })) as unknown as PageEntry['Page']
  return { load, Page, needsSetting }
}

/** Every page of the app. */
export const PAGES: { [Name in PageName]?: PageEntry } = {
  overview: aboutFigures<'overview'>(async () => (await import('./features/overview/overview-page.tsx')).OverviewPage),
  theme: aboutFigures<'theme'>(async () => (await import('./features/theme/theme-page.tsx')).ThemePage),
  indicator: aboutFigures<'indicator'>(
    async () => (await import('./features/indicator/indicator-page.tsx')).IndicatorPage,
  ),
  institutions: standing<'institutions'>(
    async () => (await import('./features/institutions/institutions-page.tsx')).InstitutionsPage,
  ),
  'sign-in': standing<'sign-in'>(async () => (await import('./features/sign-in/sign-in-page.tsx')).SignInPage),
  'not-found': standing<'not-found'>(
    async () => (await import('./features/not-found/not-found-page.tsx')).NotFoundPage,
  ),
}
