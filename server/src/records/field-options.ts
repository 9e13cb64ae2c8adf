import { FOREIGN, foreignWords, UNKNOWN, unknownWords } from '@causeway/shared/unknown'
import type { Words } from '@causeway/shared/words/words'
import { COUNTRIES } from '../ground/reference/countries.ts'
import type { Field } from './record-type.ts'

export interface FieldOption {
  /** As it is stored, and as it may be typed. */
  key: string
  label: Words
}

const YES_AND_NO: readonly FieldOption[] = [
  { key: '1', label: { zh: '是', en: 'yes' } },
  { key: '0', label: { zh: '否', en: 'no' } },
]
const KNOWN_COUNTRIES: readonly FieldOption[] = COUNTRIES.map(({ code, zh, en }) => ({ key: code, label: { zh, en } }))
const ALL_COUNTRIES: readonly FieldOption[] = [
  ...KNOWN_COUNTRIES,
  { key: FOREIGN, label: foreignWords },
  { key: UNKNOWN, label: unknownWords },
]

/** All that may be in a field, where that can be listed. */
export function optionsOf({ kind, choices, mustBeKnown }: Field): readonly FieldOption[] {
  if (kind === 'flag') return YES_AND_NO
  if (mustBeKnown) return KNOWN_COUNTRIES
  return kind === 'country' ? ALL_COUNTRIES : (choices ?? [])
}
