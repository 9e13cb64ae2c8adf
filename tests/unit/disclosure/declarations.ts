import type { Declaration, Measure } from '@causeway/server/figures/indicators/definition'
import type { Scope } from '@causeway/shared/series'

type Asked = Pick<Declaration, 'measure' | 'set' | 'unit' | 'scope' | 'dimensions'>

/** An indicator over enrolments, with the nationality as its country. */
export function declarationOf(measure: Measure, usual: Scope | null = 'ABROAD', more: Partial<Asked> = {}): Asked {
  return {
    measure,
    set: { of: 'enrolment', time: { overlaps: ['start', 'end'] } },
    unit: { zh: '人', en: 'people' },
    scope: { numerator: 'nationality', denominator: 'nationality', default: usual },
    dimensions: {
      country: 'nationality',
      continent: 'nationality',
      bloc: 'nationality',
      programme: 'programme',
      department: 'programme.department',
      sex: 'sex',
    },
    ...more,
  }
}

export const PERSONS: Measure = { distinct: 'persons' }
export const SHARE: Measure = { share: [{ field: 'passed', in: [1] }], per: 'persons' }

export function holdsPersons(recordType: string): boolean {
  return [
    'enrolment',
    'mobility',
    'training-session',
    'competition-result',
    'assessment-result',
    'graduate-outcome',
  ].includes(recordType)
}
