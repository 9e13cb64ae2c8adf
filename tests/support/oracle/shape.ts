import type { Declaration } from '@causeway/server/figures/indicators/definition'

type Kept = Pick<Declaration, 'code' | 'kind' | 'bases' | 'base' | 'measure'> & Partial<Declaration>

/** Declarations that use what the catalogue does not yet. */
export function shape(kept: Kept): Declaration {
  return {
    id: `shape-${kept.code.toLowerCase()}`,
    name: { zh: kept.code, en: kept.code },
    definition: { zh: kept.code, en: kept.code },
    theme: 'SKILLS',
    unit: { zh: '个', en: 'number' },
    decimals: 0,
    betterWhen: null,
    version: 1,
    dimensions: {},
    lines: [],
    example: { words: { zh: '', en: '' }, records: {}, ask: { basis: kept.bases[0]!, year: 2023 }, expect: 0 },
    ...kept,
  }
}

export const YEARS = ['SCHOOL_YEAR', 'CALENDAR_YEAR'] as const
export const DATES = ['SCHOOL_YEAR', 'POINT_IN_TIME'] as const
export const PERCENT = { zh: '%', en: '%' }
export const ofCountry = { country: 'country', continent: 'country', bloc: 'country' } as const
