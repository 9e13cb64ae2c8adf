import type { ChartSpec } from './charts/spec.ts'
import type { Locale, Words } from './words/words.ts'

/** What is the college's, as its pages say it. */
export interface PageBrand {
  /** In place of Causeway. */
  name: Words | null
  /** The address of its picture. */
  logo: string | null
  runBy: Words | null
  contact: { email: string | null; phone: string | null; url: string | null; address: Words | null } | null
}

/** What the app needs to write one of its pages as a file, of anyone who writes the folder. */
export interface StillTools {
  /** Answers a GraphQL question as the public is answered. */
  ask: (question: { query: string; variables: Record<string, unknown> }) => Promise<unknown>
  /** The link from this page to an address of the app (`/theme/skills?lang=zh`); null: it is not in the folder. */
  link: (address: string) => string | null
  /** Its logo as a link from this page; null: the college keeps the look that ships. */
  brand: PageBrand | null
  /** By whose clock the page says times, as Asia/Shanghai. */
  timeZone: string
  /** Where the files stand that hold the app's style sheet and the search, as links from this page. */
  assets: { style: string; script: string }
  /** Links to what is beside the site: other releases, and what changed between them. */
  beside: readonly { words: Words; href: string }[]
  /** Orders a chart, and gives the markup in whose place it will be. */
  draw: (spec: ChartSpec) => string
}

/** A view of a page that is a file: what an address of the app shows. */
export interface StillView {
  address: string
  /** What is behind `#` in the link to it; null: it is seen where the file is opened. */
  name: string | null
}

/** The id of the part of an indicator's page that holds a breakdown: it is seen where the address names it. */
export const partOfBreakdown = (by: string): string => `by-${by}`

/** Writes the views of one page as HTML that needs no script and no server. The first is seen where no other is named. */
export type WriteStillPage = (
  page: { views: readonly StillView[]; locale: Locale },
  tools: StillTools,
) => Promise<string>
