import type { Figure } from './figure.ts'
import type { Basis } from './period.ts'

export const SCOPES = ['ABROAD', 'BORDER'] as const
/** 国外; 国（境）外, with Hong Kong, Macao and Taiwan. */
export type Scope = (typeof SCOPES)[number]

/** Categories of one dimension that a question is narrowed to. */
export interface DimensionFilter {
  dimension: string
  in: string[]
}

export const PROFILES = ['EXACT', 'PUBLIC'] as const
export type Profile = (typeof PROFILES)[number]

export const THEMES = ['INTRODUCTION', 'EXPORT', 'STANDARDS', 'PLATFORMS', 'SKILLS'] as const
export type Theme = (typeof THEMES)[number]

/** Figures of one indicator in order of period, then of category: the waist of the system. */
export interface Series {
  /** Id of the indicator. */
  indicator: string
  /** Code of the institution. */
  institution: string
  basis: Basis
  /** MM-DD, of a point in time; else null. */
  at: string | null
  scope: Scope | null
  /** Id of the dimension asked with `by`. */
  dimension: string | null
  across: string | null
  profile: Profile
  /** The institution's revision at reading. */
  revision: number
  /** When that revision was committed, ISO date-time; null: never. */
  computedAt: string | null
  figures: Figure[]
}
