import type { Declaration } from '../indicators/definition.ts'
import type { FormDefinition, FormLine } from './form-definition.ts'

/** A line of an edition of a form. */
interface Brought {
  form: string
  edition: string
  line: FormLine
}

/** The forms with the lines that indicators bring along, each at the end of its edition. */
export function appendLines(forms: FormDefinition[], indicators: readonly Declaration[]): FormDefinition[] {
  const brought = indicators.flatMap(linesBroughtBy)
  if (brought.length === 0) return forms
  return forms.map((form) => ({
    ...form,
    editions: form.editions.map((edition) => {
      const lines = [...edition.lines]
      for (const own of brought) {
        const isHere = own.form === form.id && own.edition === edition.edition && edition.records === undefined
        if (isHere && !lines.some(({ number }) => number === own.line.number)) lines.push(own.line)
      }
      return lines.length > edition.lines.length ? { ...edition, lines } : edition
    }),
  }))
}

function linesBroughtBy({ id, unit, lines = [] }: Declaration): Brought[] {
  return lines.map(({ form, edition, ...line }) => ({ form, edition, line: { unit, ...line, indicator: id } }))
}
