import { graph } from './graph.ts'

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
