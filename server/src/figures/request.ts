import type { Basis } from '@causeway/shared/period'
import type { DimensionFilter, Profile, Scope } from '@causeway/shared/series'

/** What is asked of one indicator, as GraphQL, the addresses, the commands and the reports ask it. */
export interface SeriesRequest {
  /** Id or code. */
  indicator: string
  institution: string
  basis?: Basis | null
  /** MM-DD */
  at?: string | null
  scope?: Scope | null
  from: number
  to: number
  by?: string | null
  across?: string | null
  /** Values of one dimension are ORed, dimensions ANDed. */
  filter?: DimensionFilter[] | null
  /** Count from the beginning of this year's period on. */
  cumulativeFrom?: number | null
  /** Version of the declaration; omitted: the one that holds now. */
  definitionVersion?: number | null
  /** Omitted: EXACT for one who may read it, else PUBLIC. */
  profile?: Profile | null
}
