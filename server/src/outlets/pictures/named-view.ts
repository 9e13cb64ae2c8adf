import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { Profile } from '@causeway/shared/series'
import type { Table } from '@causeway/shared/table'
import type { Words } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { AnswerReads } from '../graph/context.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import type { ViewName } from '../../figures/indicators/view-names.ts'

/** A view that is no series of one indicator: it has its own name in `/i/…` and `/embed/…`, where an indicator would be. */
export interface NamedView {
  name: ViewName
  /** The parameters it takes beside those of every picture. */
  parameters: readonly string[]
  /** Refuses whom the graph refuses the same. */
  read: (asked: AskedView) => Promise<ReadView>
  /** Codes of the indicators whose series its files hold, one under the other; left out: they hold its rows. */
  seriesOf?: readonly string[]
}

export interface AskedView {
  causeway: Causeway
  viewer: Viewer
  /** Each is known to the view, and is once but for `filter`. */
  parameters: URLSearchParams
  reads: AnswerReads
}

export interface ReadView {
  spec: ChartSpec
  table: Table
  /** What has to be known to read it. */
  notes?: Words[]
  /** What of all is shown: one text for each narrowing. */
  narrowed?: Words[]
  /** Its rows for programs: columns by names that stay, numbers unrounded; null: its files hold series. */
  rows: ViewRows | null
  institution: InstitutionFacts
  profile: Profile
  /** When what it was read from was last changed. */
  computedAt: string | null
  /** Of the indicators that it is counted by. */
  codes: string[]
  /** Where it is from; left out: the records of the college. */
  source?: Words
  /** The page where it is, and what its address says of the view. */
  page: { path: string; query: Record<string, string | null> }
  /** Of what, for the name of a file. */
  of: string | null
}

export type ViewCell = string | number | Words | null

export interface ViewRows {
  columns: readonly string[]
  rows: ViewCell[][]
}
