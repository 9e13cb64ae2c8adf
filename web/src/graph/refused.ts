/** Why the server did not do what was asked, and what stands in the way. */
export interface Refused {
  __typename: 'Refused'
  code: string
  message: string
  problems: { field: string | null; code: string; message: string }[]
  batches: {
    id: string
    batch: string
    fileName: string
    byHand: boolean
    createdAt: string
    recordType: { label: string } | null
  }[]
  records: { id: string; label: string; type: { label: string } }[]
}

/** Needs the variable `$locale`. */
export const REFUSED_FIELDS = /* GraphQL */ `
  ... on Refused {
    code
    message(locale: $locale)
    problems { field code message(locale: $locale) }
    batches { id batch fileName byHand createdAt recordType { label(locale: $locale) } }
    records { id label(locale: $locale) type { label(locale: $locale) } }
  }
`
