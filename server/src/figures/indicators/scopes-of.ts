import type { Scope } from '@causeway/shared/series'
import type { Declaration } from './definition.ts'

/** Every scope that an indicator can be asked in; null: none. */
export function scopesOf({ scope }: Pick<Declaration, 'scope'>): (Scope | null)[] {
  return scope ? [...new Set([scope.default, 'ABROAD' as const, 'BORDER' as const])] : [null]
}
