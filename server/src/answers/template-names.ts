import { THEMES } from '@causeway/shared/series'
import { RECORD_TYPES } from '../records/record-types.ts'

/** All that a unit, or an institution, has records of. */
export const REPORTED = 'reported'

/** What templates may be asked for by. */
export const TEMPLATE_NAMES: readonly string[] = [
  ...RECORD_TYPES.map(({ name }) => name),
  ...THEMES.map((theme) => theme.toLowerCase()),
  REPORTED,
]
