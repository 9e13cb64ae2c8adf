import { graph } from '../../../graph/graph.ts'
import { Refused } from '../../../graph/send-change.ts'

/** The mappings that a college keeps. */
export const SavedMappingsQuery = graph(`
  query SavedMappings($institution: ID!, $locale: Locale!) {
    savedMappings(institution: $institution) { ...SavedMappingFacts }
  }
  fragment SavedMappingFacts on SavedMapping {
    name version unit savedAt savedBy { token name role } recordTypes { name label(locale: $locale) }
  }
`)

/** The YAML of one version, when somebody wants it. */
export const MappingTextQuery = graph(`
  query MappingText($institution: ID!, $name: ID!, $version: Int!) {
    savedMapping(institution: $institution, name: $name, version: $version) { text }
  }
`)

/** All its versions. */
export const MappingVersionsQuery = graph(`
  query MappingVersions($institution: ID!, $name: ID!) {
    savedMapping(institution: $institution, name: $name) { versions { ...MappingVersion } }
  }
  fragment MappingVersion on SavedMapping { version savedAt savedBy { token name role } }
`)

export const SaveMappingMutation = graph(
  `
  mutation SaveMapping($input: SaveMappingInput!, $locale: Locale!) {
    saveMapping(input: $input) { __typename ... on MappingSaved { changed mapping { name version } } ...Refused }
  }
`,
  { Refused },
)

export const RemoveMappingMutation = graph(
  `
  mutation RemoveMapping($input: RemoveMappingInput!, $locale: Locale!) {
    removeMapping(input: $input) { __typename ... on MappingRemoved { name } ...Refused }
  }
`,
  { Refused },
)
