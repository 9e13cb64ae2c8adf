export type AdoptionState = 'PROPOSED' | 'ADAPTED' | 'ADOPTED' | 'REGISTERED' | 'IN_SYSTEM' | 'USED' | 'LAPSED'

/** An adoption with the days of its stages, as time lines and lists show it. */
export interface AdoptionFacts {
  standard: string | null
  resource: string | null
  title: string
  country: string
  countryLabel: string
  adopter: string
  authority: string | null
  certificateNo: string | null
  state: AdoptionState | null
  stateLabel: string
  since: string | null
  inForce: boolean
  live: boolean
  /** First day of use by learners; null: none. */
  usedSince: string | null
  stages: { stage: AdoptionState; label: string; date: string | null; reached: boolean }[]
  disorders: { message: string }[]
  record: { id: string }
}

/** Needs the variable `$locale`. */
export const ADOPTION_FIELDS = /* GraphQL */ `
  standard resource title(locale: $locale) country countryLabel(locale: $locale) adopter authority certificateNo
  state stateLabel(locale: $locale) since inForce live usedSince
  stages { stage label(locale: $locale) date reached }
  disorders { message(locale: $locale) }
  record { id }
`
