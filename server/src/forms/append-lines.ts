import type { Declaration } from '../indicators/definition.ts'
import type { FormDefinition, FormLine } from './form-definition.ts'

/** A line that an indicator of one file brings along to an edition of a form. */
export interface BroughtLine extends FormLine {
  form: string
  edition: string
}

/** The forms with the lines that indicators bring along, each at the end of its edition. */
export function appendLines(forms: FormDefinition[], indicators: readonly Declaration[]): FormDefinition[] {
  const brought = indicators.flatMap((declaration) => linesBroughtBy(declaration))
  if (brought.length === 0) return forms
  return forms.map((form) => ({
    ...form,
    editions: form.editions.map((edition) => {
      const own = brought.filter((line) => line.form === form.id && line.edition === edition.edition)
      const lines = [...edition.lines]
      for (const { form: _form, edition: _edition, ...line } of own) {
        if (!lines.some(({ number }) => number === line.number)) lines.push(line)
      }
      return own.length > 0 ? { ...edition, lines } : edition
    }),
  }))
}

function linesBroughtBy(_declaration: Declaration): BroughtLine[] {
  return []
}
