import type { Declaration } from '@causeway/server/figures/indicators/definition'

export const YEARS = ['SCHOOL_YEAR', 'CALENDAR_YEAR'] as const

type Kept = Pick<Declaration, 'measure'> & Partial<Declaration>

/** A declaration: of school and calendar years, and of the record type that it counts, where nothing else is said. */
export function shape(code: string, kind: Declaration['kind'], kept: Kept): Declaration {
  const bases = kept.bases ?? [...YEARS]
  return {
    ...{ code, kind, bases, id: `shape-${code.toLowerCase()}` },
    base: kept.set && 'of' in kept.set ? [kept.set.of] : [],
    name: { zh: code, en: code },
    definition: { zh: code, en: code },
    theme: 'SKILLS',
    unit: kind === 'RATIO' ? { zh: '%', en: '%' } : { zh: '个', en: 'number' },
    decimals: 0,
    betterWhen: null,
    version: 1,
    dimensions: {},
    lines: [],
    example: { words: { zh: '', en: '' }, records: {}, ask: { basis: bases[0]!, year: 2023 }, expect: 0 },
    ...kept,
  }
}

export const DATES = ['SCHOOL_YEAR', 'POINT_IN_TIME'] as const
export const ofCountry = { country: 'country', continent: 'country', bloc: 'country' } as const
/** What an adoption that is used is joined by. */
export const ADOPTION = {
  adoption: {
    to: 'adoption',
    on: { standard: 'standard', resource: 'resource', country: 'country', adopter: 'adopter' },
  },
} as const
