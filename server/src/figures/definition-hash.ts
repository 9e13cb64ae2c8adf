import { once } from '../ground/once.ts'
import { createHash } from 'node:crypto'
import type { Declaration } from './indicators/definition.ts'
import { readsOf } from './indicators/reads.ts'
import { RECORD_TYPES } from '../records/record-types.ts'
import type { RecordType } from '../records/record-type.ts'
import { referenceHash } from '../ground/database/migrate.ts'

/** Raised by hand with a change of compile, coverage or observe that can alter a figure. */
export const MACHINERY = 7

/** What a kept set was made by, and no more: an indicator that is as it was keeps its figures, whatever else is added. */
export const definitionHash = once((declaration: Declaration) => hashOf(declaration, RECORD_TYPES))

/** The declaration's numbers, the record types that it reads, the continents and blocs where it tells them apart, and the machinery. */
export function hashOf(declaration: Declaration, recordTypes: readonly RecordType[]): string {
  const reads = readsOf(declaration)
  const types = recordTypes
    .filter(({ name }) => reads.includes(name))
    .map(({ name, span, register, stages, key }) => ({ name, span, register, stages, key }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const places = 'continent' in declaration.dimensions || 'bloc' in declaration.dimensions ? referenceHash() : null
  const words = {
    ...{ name: null, definition: null, fillingNote: undefined, threshold: undefined, change: undefined },
    ...{ lines: null, example: null, theme: null, betterWhen: null, decimals: null },
    // A ratio is a percentage where its unit is one.
    unit: declaration.unit.en === '%',
  }
  const counted = { ...declaration, ...words }
  const text = JSON.stringify([MACHINERY, types, places, counted])
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
