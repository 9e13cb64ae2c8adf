import { graph } from './graph.ts'

export const BatchInTheWay = graph(`
  fragment BatchInTheWay on Batch { id batch fileName byHand createdAt recordType { label(locale: $locale) } }
`)

/** Why the server did not do what was asked, and what is in the way. */
export const Refused = graph(
  `
  fragment Refused on Refused {
    __typename code message(locale: $locale)
    problems { field code message(locale: $locale) }
    batches { ...BatchInTheWay }
    records { id label(locale: $locale) type { label(locale: $locale) } }
  }
`,
  { BatchInTheWay },
)
