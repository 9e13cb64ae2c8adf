import { graph } from '../../graph/graph.ts'

export const CrosswalkQuery = graph(`
  query Crosswalk($institution: ID!, $from: ID!, $to: ID!, $on: Date, $locale: Locale!) {
    crosswalk(institution: $institution, from: $from, to: $to, on: $on) { ...CrosswalkFacts }
  }
  fragment CrosswalkFacts on Crosswalk {
    on
    from { code title(locale: $locale) } fromVersion { version }
    to { code title(locale: $locale) } toVersion { version units { code title(locale: $locale) } }
    rows(first: 200) { totalCount edges { node { ...CrosswalkRow } } }
    coverage { ...CrosswalkCoverage }
    toCoverage { ...CrosswalkCoverage }
    whole { ...Judgement }
    strays { ...Judgement }
  }
  fragment CrosswalkRow on CrosswalkRow {
    unit { code title(locale: $locale) } correspondence label(locale: $locale)
    cells {
      unit { code title(locale: $locale) }
      mapping { relation relationLabel(locale: $locale) assessor assessedOn }
    }
  }
  fragment CrosswalkCoverage on UnitCoverage { units counts { correspondence label(locale: $locale) count } mappedShare }
  fragment Judgement on StandardMapping { unit toUnit relationLabel(locale: $locale) assessedOn }
`)
