import type { Theme } from './series.ts'

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
