import type { Words } from '@causeway/shared/words/words'
import type { Declaration } from '../indicators/definition.ts'
import type { FormDefinition } from './form-definition.ts'
import type { FormLine } from '../indicators/form-line.ts'

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

function linesBroughtBy({ code, unit, lines = [] }: Declaration): Brought[] {
  return lines.map(({ form, edition, ...line }) => ({ form, edition, line: { unit, ...line, indicator: code } }))
}

/**
 * What is wrong with the lines that indicators bring along: each needs its edition, and a number that is free there.
 * @param listForms every form as its file has it; not called where no indicator brings a line
 */
export function checkBroughtLines(
  indicators: readonly Declaration[],
  listForms: () => readonly FormDefinition[],
): Words[] {
  const bringing = indicators.filter(({ lines = [] }) => lines.length > 0)
  if (bringing.length === 0) return []
  const forms = listForms()
  const taken = new Set<string>()
  return bringing.flatMap((declaration) =>
    linesBroughtBy(declaration).flatMap(({ form, edition, line: { number } }): Words[] => {
      const found = forms.find(({ id }) => id === form)?.editions.find((one) => one.edition === edition)
      const place = `${form}/${edition}/${number}`
      if (!found || found.records)
        return [
          {
            zh: `指标 ${declaration.id} 的 lines：没有报表“${form}”的版式“${edition}”。`,
            en: `lines of the indicator ${declaration.id}: there is no edition "${edition}" of a form "${form}".`,
          },
        ]
      if (taken.has(place) || found.lines.some((line) => line.number === number))
        return [
          {
            zh: `指标 ${declaration.id} 的 lines：${form}/${edition} 已有序号“${number}”。`,
            en: `lines of the indicator ${declaration.id}: ${form}/${edition} has a line "${number}" already.`,
          },
        ]
      taken.add(place)
      return []
    }),
  )
}
