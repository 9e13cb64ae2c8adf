import { graph } from '../../graph/graph.ts'

export const InstitutionsQuery = graph(`
  query Institutions($search: String, $after: String, $locale: Locale!) {
    institutions(search: $search, first: 30, after: $after) {
      totalCount
      edges { node { code name(locale: $locale) demonstration dataDate } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)
