import type { Scope } from '@causeway/shared/series'
import { UNKNOWN } from '@causeway/shared/unknown'

/** 国外 leaves them out for China, 国（境）外 takes them in (contract.md, Periods, scopes, zero). */
const OUTSIDE_THE_BORDER_BUT_NOT_ABROAD: Record<string, string[]> = { CN: ['HK', 'MO', 'TW'] }

/** The country codes that are not inside a scope, seen from an institution's country. */
export function placesOutside(scope: Scope, home: string): string[] {
  return scope === 'ABROAD' ? [home, ...(OUTSIDE_THE_BORDER_BUT_NOT_ABROAD[home] ?? []), UNKNOWN] : [home, UNKNOWN]
}
