import { THEMES, type Theme } from './series.ts'
import type { Words } from './words/words.ts'

/** What is known of a page before it is fetched. */
interface PageFacts {
  /** What follows its name in its address. None: the name alone. */
  readonly about?: readonly ('id' | 'from' | 'to' | 'theme')[]
  /** It is about the figures of a college, and needs one that has some. */
  readonly figures?: true
  /** It says the same whichever year is chosen. */
  readonly ofNoYear?: true
  /** It shows a chart as soon as it opens. */
  readonly charted?: true
  /** It is about what is live, whatever release or time is chosen. */
  readonly now?: true
  /** It needs a server, or somebody who is signed in: a published folder has no such page. */
  readonly live?: true
  /** What a link to it says in the menu, or below every page. */
  readonly words?: Words
  /** The page of the menu that it belongs under. */
  readonly under?: string
  /** It opens in place of the page of this theme, whose indicators are its second tab. */
  readonly theme?: Theme
}

const ABOUT_ONE = ['id'] as const

/** Every page by its name, with which its address begins; that of the overview is `/`. */
export const PAGES = {
  overview: { figures: true, charted: true, words: { zh: '总览', en: 'Overview' } },
  standards: { figures: true, theme: 'STANDARDS' },
  platforms: { figures: true, charted: true, theme: 'PLATFORMS' },
  skills: { figures: true, charted: true, theme: 'SKILLS' },
  forms: { words: { zh: '报表', en: 'Forms' } },
  data: { live: true, now: true, words: { zh: '数据', en: 'Data' } },
  catalogue: { ofNoYear: true, words: { zh: '指标目录', en: 'Catalogue' } },
  developers: { ofNoYear: true, live: true, now: true, words: { zh: '开发者', en: 'Developers' } },
  about: { ofNoYear: true, words: { zh: '关于本站', en: 'About' } },
  institutions: { ofNoYear: true, live: true, now: true, words: { zh: '选择院校', en: 'Institutions' } },
  'sign-in': { ofNoYear: true, live: true, now: true },
  theme: { about: ['theme'], figures: true },
  indicator: { about: ABOUT_ONE, figures: true, charted: true },
  answer: { about: ABOUT_ONE, figures: true },
  standard: { about: ABOUT_ONE, figures: true, live: true, under: 'standards' },
  platform: { about: ABOUT_ONE, figures: true, under: 'platforms' },
  // Of one of them all themes tell something, as the overview does of the college.
  programme: { about: ABOUT_ONE, figures: true, under: 'overview' },
  partner: { about: ABOUT_ONE, figures: true, under: 'platforms' },
  country: { about: ABOUT_ONE, figures: true, charted: true, under: 'overview' },
  form: { about: ABOUT_ONE, figures: true, under: 'forms' },
  record: { about: ABOUT_ONE, ofNoYear: true, live: true, under: 'data' },
  /** How the units of one standard are in another. */
  crosswalk: { about: ['from', 'to'], figures: true, ofNoYear: true, live: true, under: 'standards' },
  'not-found': { ofNoYear: true, live: true, now: true },
} as const satisfies Record<string, PageFacts>

type Pages = typeof PAGES
export type PageName = keyof Pages
/** Of a page by its name, where the name is not known beforehand. */
export const factsOf = (page: PageName): PageFacts => PAGES[page]

type PartsOf<Name extends PageName> = Pages[Name] extends { about: readonly (infer Part extends string)[] }
  ? { [Key in Part]: Key extends 'theme' ? Theme : string }
  : unknown

export type PlaceOf<Name extends PageName> = { page: Name } & PartsOf<Name>
/** Which page an address shows, and what it is about. */
export type Place = { [Name in PageName]: PlaceOf<Name> }[PageName]

/** Pages of which the facts are such. */
type PagesThat<Facts> = { [Name in PageName]: Pages[Name] extends Facts ? Name : never }[PageName]
/** Their address is their name alone. */
export type SinglePage = Exclude<PageName, PagesThat<{ about: readonly string[] }> | 'overview' | 'not-found'>
/** Their address is their name and the code of one thing. */
export type PageAboutOne = PagesThat<{ about: readonly ['id'] }>

export const PAGE_NAMES = Object.keys(PAGES) as PageName[]
export const SINGLE_PAGES = PAGE_NAMES.filter(
  (page): page is SinglePage => !factsOf(page).about && page !== 'overview' && page !== 'not-found',
)
export const PAGES_ABOUT_ONE = PAGE_NAMES.filter((page): page is PageAboutOne => factsOf(page).about?.join() === 'id')

/** The page that opens in place of a theme's; null: the theme has nothing but its indicators. */
export function ownPageOf(theme: Theme): PagesThat<{ theme: Theme }> | null {
  return SINGLE_PAGES.find((page): page is PagesThat<{ theme: Theme }> => factsOf(page).theme === theme) ?? null
}

export function parsePlace(path: string): Place {
  const [name, ...codes] = path.split('/').filter(Boolean)
  if (name === undefined) return { page: 'overview' }
  const page = PAGE_NAMES.find((one) => one === name && one !== 'overview')
  const about = page ? (factsOf(page).about ?? []) : []
  if (!page || codes.length !== about.length) return { page: 'not-found' }
  const place = { page, ...Object.fromEntries(about.map((part, at) => [part, decode(codes[at]!)])) } as Place
  if (place.page !== 'theme') return place
  const theme = THEMES.find((one) => one.toLowerCase() === codes[0])
  return theme ? { page: 'theme', theme } : { page: 'not-found' }
}

export function pathOf(place: Place): string {
  if (place.page === 'overview' || place.page === 'not-found') return '/'
  if (place.page === 'theme') return `/theme/${place.theme.toLowerCase()}`
  const codes = (factsOf(place.page).about ?? []).map((part) => (place as unknown as Record<string, string>)[part]!)
  return ['', place.page, ...codes.map(encodeURIComponent)].join('/')
}

/** A stray percent sign is no reason to fail: no code has it. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
