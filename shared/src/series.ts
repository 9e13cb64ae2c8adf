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
  /** Of what is stored with a release: the figures that this version counts otherwise, as it counts them; absent: none. */
  recounted?: Figure[]
  /**
   * Years of a breakdown that are as an earlier release has them, since fewer than ten persons came or left since then; null: they are
   * hidden, since that release was withdrawn. Absent: none.
   */
  stayed?: { year: number; release: string | null }[]
  /** Numbers of persons are rounded to 5. Absent: they are as they were counted. */
  isRounded?: true
}

/** What the overview leads with, by code, the most telling first. A card shows as many as it has room for, those that have a figure first. */
export const LEADING: Record<Theme, readonly string[]> = {
  INTRODUCTION: ['IN03', 'IN05', 'IN11', 'IN13', 'IN17', 'IN02'],
  EXPORT: ['EX02', 'EX07', 'EX11', 'EX22', 'EX12', 'EX05'],
  STANDARDS: ['ST01', 'ST04', 'ST07', 'ST05'],
  PLATFORMS: ['PF01', 'PF02', 'PF09', 'PF05'],
  SKILLS: ['SK05', 'SK11', 'SK15.dec', 'SK01'],
}

/** The two that make the picture of who learns from whom: 引进来人数 and 走出去人数. */
export const INTRODUCTION_CODE = 'DN02'
export const EXPORT_CODE = 'DN03'
