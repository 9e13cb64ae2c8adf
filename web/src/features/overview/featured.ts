import type { Theme } from '@causeway/shared/series'

/** What a card leads with, by code, the most telling first. A card shows as many as it has room for. */
export const FEATURED: Record<Theme, readonly string[]> = {
  INTRODUCTION: ['IN13', 'IN17', 'IN03', 'IN11', 'IN02'],
  EXPORT: ['EX02', 'EX07', 'EX11', 'EX05', 'EX01'],
  STANDARDS: ['ST01', 'ST04', 'ST01.new'],
  PLATFORMS: ['PF01', 'PF05', 'PF05.new'],
  SKILLS: ['SK05', 'SK11', 'SK15.aug', 'SK01'],
}

/** The two that make the picture of who learns from whom: 引进来人数 and 走出去人数. */
export const INTRODUCTION_CODE = 'DN02'
export const EXPORT_CODE = 'DN03'
