import type { Declaration } from '../../definition.ts'

/** What assessment results may be broken down by; an instrument is known by its version. */
export const assessmentDimensions: Declaration['dimensions'] = {
  programme: 'programme',
  department: 'programme.department',
  unit: 'unit',
  instrument: ['instrument', 'version'],
}
