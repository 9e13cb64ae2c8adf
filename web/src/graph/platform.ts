import { graph } from './graph.ts'

/** What is said of a platform on its own page and among all others; of its members those too that were, or will be. */
export const PlatformFacts = graph(`
  fragment PlatformFacts on Platform {
    code name(locale: $locale) type typeLabel(locale: $locale) roleLabel(locale: $locale)
    country countryLabel(locale: $locale) foundedOn closedOn runs
    members(all: true) { ...PlatformMember }
  }
  fragment PlatformMember on PlatformMember { partner name(locale: $locale) roleLabel(locale: $locale) from to inForce }
`)
