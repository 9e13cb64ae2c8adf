import type { FormDefinition } from './form-definition.ts'

/** The forms that ship, read once. */
export function readShippedForms(): FormDefinition[] {
  return []
}
