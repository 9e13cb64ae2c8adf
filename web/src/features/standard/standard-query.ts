import { AdoptionFacts } from '../../graph/subject-query.ts'
import { graph } from '../../graph/graph.ts'

export const StandardQuery = graph(
  `
  query Standard($institution: ID!, $code: ID!, $on: Date, $release: ID, $asOf: DateTime, $locale: Locale!) {
    standard(institution: $institution, release: $release, asOf: $asOf, code: $code, on: $on) { ...StandardFacts }
    others: standards(institution: $institution, release: $release, asOf: $asOf, first: 200) { edges { node { code title(locale: $locale) } } }
  }
  fragment StandardFacts on Standard {
    code title(locale: $locale) typeLabel(locale: $locale) direction directionLabel(locale: $locale) country
    countryLabel(locale: $locale) major localisedOn withdrawnOn on
    versions { ...VersionFacts }
    mappings { ...MappingFacts }
    mappedFrom { ...MappingFacts }
    coverage {
      units counts { correspondence label(locale: $locale) count } mappedShare equivalentShare assessed assessedShare
    }
    programmes { programme programmeName(locale: $locale) relationLabel(locale: $locale) from to }
    adoptions { ...AdoptionFacts }
    resources { id label(locale: $locale) }
    certificates { instrument version level standardVersion results passed persons first last }
  }
  fragment VersionFacts on StandardVersion {
    version from to reviewDue reviewedOn inForce overdue weightSum units { ...UnitFacts }
  }
  fragment UnitFacts on StandardUnit { code title(locale: $locale) weight eqfLevel escoUri }
  fragment MappingFacts on StandardMapping { standard toStandard relation }
`,
  { AdoptionFacts },
)

export const StandardChangesQuery = graph(`
  query StandardChanges($institution: ID!, $code: ID!, $from: String!, $to: String!, $release: ID, $asOf: DateTime, $locale: Locale!) {
    standardChanges(institution: $institution, release: $release, asOf: $asOf, standard: $code, from: $from, to: $to) { ...StandardChangesFacts }
  }
  fragment StandardChangesFacts on StandardChanges {
    effective unchanged units { code kinds summary(locale: $locale) }
    programmes { programme programmeName(locale: $locale) }
    adoptions { country countryLabel(locale: $locale) adopter record { id } }
    certificates { instrument level } mappingsToRenew { toStandard unit }
  }
`)
