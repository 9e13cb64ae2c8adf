import { graph } from '../../graph/graph.ts'
import { Decision } from '../../ui/decided-same.tsx'

/** How many records a page lists. */
export const RECORDS_PER_PAGE = 20

/** What one figure was counted from: its records, their evidence, what was decided to be one thing. A category is a filter. */
export const RecordsQuery = graph(
  `
  query FigureRecords(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $year: Int!, $filter: [DimensionFilter!], $part: Part,
    $first: Int, $after: String, $locale: Locale!
  ) {
    indicator(id: $id) {
      id
      series(institution: $institution, basis: $basis, scope: $scope, from: $year, to: $year, filter: $filter) {
        figures {
          value
          explanation { recordCount groupHeadcount evidenceShare sameAs { ...Decision } }
          records(part: $part, first: $first, after: $after) { ...RecordPage }
        }
      }
    }
  }
  fragment RecordPage on RecordConnection {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ...ListedRecord } }
  }
  fragment ListedRecord on Record {
    id label(locale: $locale) type { name label(locale: $locale) } row batch { id fileName }
    fields { name label(locale: $locale) text(locale: $locale) }
  }
`,
  { Decision },
)
