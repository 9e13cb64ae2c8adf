import { createHash } from 'node:crypto'
import type { Declaration } from '../indicators/definition.ts'
import { RECORD_TYPES } from '../records/record-types.ts'
import { referenceHash } from '../reference/reference-rows.ts'

/** Raised by hand with a change of compile, coverage or observe that can alter a figure. */
const MACHINERY = 6

const types = RECORD_TYPES.map(({ name, span, register, stages, key }) => ({ name, span, register, stages, key }))
const shared = JSON.stringify([MACHINERY, types, referenceHash()])
const known = new WeakMap<Declaration, string>()

/** What a kept set was made by: the declaration's numbers, the record types, the reference data and the machinery. */
export function definitionHash(declaration: Declaration): string {
  let hash = known.get(declaration)
  if (!hash) {
    const words = {
      name: null,
      definition: null,
      fillingNote: undefined,
      threshold: undefined,
      change: undefined,
      lines: null,
      example: null,
    }
    const counted = { ...declaration, ...words }
    hash = createHash('sha256').update(shared).update(JSON.stringify(counted)).digest('base64url').slice(0, 22)
    known.set(declaration, hash)
  }
  return hash
}
