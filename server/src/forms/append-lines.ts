import type { Declaration } from '../indicators/definition.ts'
import type { FormDefinition } from './form-definition.ts'

/** The forms with the lines that indicators of one file bring along, each at the end of its edition. */
export function appendLines(forms: FormDefinition[], _indicators: readonly Declaration[]): FormDefinition[] {
  return forms
}
