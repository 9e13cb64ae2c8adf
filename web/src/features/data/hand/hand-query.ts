import { graph } from '../../../graph/graph.ts'

/** What may be written by hand. */
export const HandTypesQuery = graph(`
  query HandTypes($locale: Locale!) { recordTypes { name label(locale: $locale) changedByHand } }
`)

/** One record type, with all that a form needs to know. */
export const HandTypeQuery = graph(`
  query HandType($type: ID!, $locale: Locale!) {
    recordTypes(names: [$type]) { ...HandType }
  }
  fragment HandType on RecordType {
    name label(locale: $locale) description(locale: $locale) key columns { ...HandColumn }
  }
  fragment HandColumn on RecordTypeColumn {
    field { name label(locale: $locale) kind required options { key label(locale: $locale) } }
    help(locale: $locale) example(locale: $locale) heads namesA
  }
`)

/** Codes that hold what somebody types, or whose names do. */
export const CodesQuery = graph(`
  query Codes($institution: ID!, $type: ID!, $search: String!, $locale: Locale!) {
    codes(recordType: $type, institution: $institution, search: $search, first: 20) { key label(locale: $locale) }
  }
`)
