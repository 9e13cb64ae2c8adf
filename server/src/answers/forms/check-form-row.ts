import { type Words, asIs } from '@causeway/shared/words/words'
import type { Causeway } from '../../figures/causeway.ts'
import { didYouMean, findNearest } from '../../ground/nearest.ts'
import type { FieldOption } from '../../records/field-options.ts'
import type { FormDefinition } from '../../figures/forms/form-definition.ts'
import { listForms } from '../../figures/forms/find-form.ts'

export interface FormRowProblem {
  code: 'UNKNOWN_FORM' | 'UNKNOWN_EDITION' | 'UNKNOWN_LINE'
  field: string
  /** Half a sentence, as those of a cell are. */
  message: Words
  isDoubt: false
  /** What may have been meant, the likeliest first. */
  nearest: readonly FieldOption[]
}

const MOST_OFFERED = 6

/** What the importer, which knows of no forms, asks of each row whose cells are all right: what names no line would never be shown. */
export function makeFormRowCheck(
  causeway: Pick<Causeway, 'indicators' | 'ownForms'>,
): (values: Record<string, string | number | null>) => FormRowProblem | null {
  let forms: FormDefinition[] | undefined
  return (values) => {
    const { form: id, edition: name, line: number } = values
    if (typeof id !== 'string' || typeof name !== 'string') return null
    forms ??= listForms(causeway)
    const form = forms.find((one) => one.id === id)
    if (!form) return unknownForm(forms, id)
    const edition = form.editions.find((one) => one.edition === name)
    if (!edition) {
      const editions = form.editions.map((one) => one.edition)
      const message = {
        zh: `“${form.name.zh}”没有这个年度版式，可用：${editions.join('、')}`,
        en: `${form.id} has no such edition; it has ${editions.join(', ')}`,
      }
      return wrong(
        'UNKNOWN_EDITION',
        'edition',
        message,
        editions.slice(0, MOST_OFFERED).map((key) => ({ key, label: asIs(key) })),
      )
    }
    if (typeof number !== 'string' || edition.lines.some((line) => line.number === number)) return null
    const numbers = edition.lines.map((line) => line.number)
    const has: Words =
      numbers.length === 0
        ? { zh: '；该版式没有指标项，不能填报', en: '; this edition has no lines to be filled in' }
        : { zh: `，可用：${numbers.join('、')}`, en: `; it has ${numbers.join(', ')}` }
    const message = {
      zh: `“${form.name.zh}”${name} 版没有这个指标项${has.zh}`,
      en: `${form.id}, edition ${name}, has no such line${has.en}`,
    }
    const near = findNearest(number, numbers)
    const meant = edition.lines.filter((line) => near.includes(line.number))
    return wrong(
      'UNKNOWN_LINE',
      'line',
      message,
      meant.map((line) => ({ key: line.number, label: line.label })),
    )
  }
}

function unknownForm(forms: FormDefinition[], text: string): FormRowProblem {
  const named = forms.find(({ name }) => name.zh === text || name.en.toLowerCase() === text.toLowerCase())
  const near = named
    ? [named.id]
    : findNearest(
        text,
        forms.map(({ id }) => id),
      )
  const ids = forms.map(({ id }) => id).join('、')
  const cure =
    near.length > 0 ? didYouMean(near) : { zh: `，可用：${ids}`, en: `; there is ${ids.replaceAll('、', ', ')}` }
  const message = { zh: `没有这张报表，应填报表代码${cure.zh}`, en: `there is no official table of this id${cure.en}` }
  const meant = near.length > 0 ? forms.filter((one) => near.includes(one.id)) : forms.slice(0, MOST_OFFERED)
  return wrong(
    'UNKNOWN_FORM',
    'form',
    message,
    meant.map((one) => ({ key: one.id, label: one.name })),
  )
}

function wrong(
  code: FormRowProblem['code'],
  field: string,
  message: Words,
  nearest: readonly FieldOption[],
): FormRowProblem {
  return { code, field, message, isDoubt: false, nearest }
}
