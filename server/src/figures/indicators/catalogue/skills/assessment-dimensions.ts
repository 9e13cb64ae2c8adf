import type { Declaration } from '../../definition.ts'
import { byCountry } from '../dimension-sets.ts'

/** What assessment results may be broken down by; an instrument is known by its version. */
export const assessmentDimensions: Declaration['dimensions'] = {
  ...byCountry('nationality'),
  programme: 'programme',
  department: 'programme.department',
  level: 'programme.level',
  unit: 'unit',
  instrument: ['instrument', 'version'],
  site: 'site',
}
