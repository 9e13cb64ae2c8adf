import type { Locale } from '@causeway/shared/words/words'
import type { View } from '../address/view.ts'
import { ListedSeries, NamedIndicator } from './figure-fields.ts'
import type { JudgedFigure, NamedIndicator as Indicator } from './generated.ts'
import { graph } from './graph.ts'

/** Of each type and field that many records are open. */
export const SHOWN_OF_EACH = 5
/** That many are on a page of one of them. */
const SHOWN_OF_ONE = 50

/** Which records that name a thing the address asks for: some of each type, or a page of one. */
export function mentionsAsked({ type, tab, after }: View) {
  return {
    type,
    field: type === null ? null : tab,
    first: type === null ? SHOWN_OF_EACH : SHOWN_OF_ONE,
    after: type === null ? null : after,
  }
}

/** What a page of a programme, partner or platform asks, `on` the day that registers are read for, YYYY-MM-DD. */
export type SubjectVariables = ReturnType<typeof mentionsAsked> & {
  institution: string
  code: string
  on: string
  may: boolean
  locale: Locale
}

/** What the records say of a programme, partner, platform or country, and the records that name it, by type and field. */
export const SubjectFacts = graph(`
  fragment SubjectFacts on Subject {
    code name(locale: $locale) record { ...RecordFacts }
    mentions(type: $type, field: $field, first: $first, after: $after) { ...MentionFacts }
  }
  fragment MentionFacts on Mention {
    recordType { name label(locale: $locale) } field fieldLabel(locale: $locale)
    records { totalCount pageInfo { hasNextPage endCursor } edges { node { ...RecordFacts } } }
  }
  fragment RecordFacts on Record { id label(locale: $locale) fields { name label(locale: $locale) value text(locale: $locale) } }
`)

/** The figures of every indicator that has the dimension, of one of its values alone. */
export const FiguresOfOneQuery = graph(
  `
  query FiguresOfOne($dimension: ID!, $code: String!, $institution: ID!, $from: Int!, $to: Int!, $release: ID, $asOf: DateTime, $locale: Locale!) {
    indicators(dimension: $dimension) {
      ...NamedIndicator
      series(institution: $institution, release: $release, asOf: $asOf, from: $from, to: $to, filter: [{ dimension: $dimension, in: [$code] }]) {
        ...ListedSeries
      }
    }
  }
`,
  { NamedIndicator, ListedSeries },
)

/** An indicator with its figures over years, as lists show it; null where the question about it was refused. */
export type IndicatorFigures = Indicator & { series: { computedAt: string | null; figures: JudgedFigure[] } | null }

/** What anybody may call the thing of a code: its name in public figures, else the code itself. Null: that could not be answered. */
export function publicName({ named }: { named: { name: string }[] | null }, code: string): string {
  return named?.[0]?.name ?? code
}

/** What is said of a platform on its own page and among all others; of its members those too that were, or will be. */
export const PlatformFacts = graph(`
  fragment PlatformFacts on Platform {
    code name(locale: $locale) type typeLabel(locale: $locale) roleLabel(locale: $locale)
    country countryLabel(locale: $locale) foundedOn closedOn runs
    members(all: true) { ...PlatformMember }
  }
  fragment PlatformMember on PlatformMember { partner name(locale: $locale) roleLabel(locale: $locale) from to inForce }
`)

/** An adoption with the days of its stages, as time lines and lists show it. */
export const AdoptionFacts = graph(`
  fragment AdoptionFacts on Adoption {
    standard resource title(locale: $locale) country countryLabel(locale: $locale) adopter authority certificateNo
    state stateLabel(locale: $locale) since inForce live usedSince
    stages { stage label(locale: $locale) date reached }
    disorders { message(locale: $locale) }
    record { id }
  }
`)
