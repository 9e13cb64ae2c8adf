import type { Words } from '@causeway/shared/words/words'
import type { Declaration } from './definition.ts'

const RESPONSE: Words = { zh: '回收率', en: 'Response rate' }
const UNITS: Words = { zh: '能力单元覆盖率', en: 'Coverage of the units' }

/** What the coverage beside a figure is one of: of those asked, those who answered; of a standard's units, those with a result. */
export function coverageWords({ measure }: Pick<Declaration, 'measure'>): Words | null {
  if ('weighted' in measure) return UNITS
  return 'ratio' in measure && measure.ratio.response ? RESPONSE : null
}
