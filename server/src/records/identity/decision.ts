/** What was decided of one code: which thing it is. */
export interface Decision {
  /** Name of a record type, or `person`. */
  recordType: string
  /** A code, a spelling, the key of a record of a type without codes, or the hash of a person. */
  code: string
  /** Null: the thing was split up, and nothing takes its place. */
  sameAs: string | null
  relation: Relation
  /** YYYY-MM-DD; null: always. */
  from: string | null
  decidedBy: string
  reason: string | null
  /** Whose records it is about, and its own place among them. */
  institution: string
  key: string
  since: number
  batch: string
}

export type Relation = 'same' | 'renamed' | 'merged' | 'split' | 'duplicate'
