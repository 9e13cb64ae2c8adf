import { findNearest } from '../../ground/nearest.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { FormDefinition, FormEdition } from './form-definition.ts'
import { listForms, type Declared } from './list-forms.ts'

/** @throws QuestionError UNKNOWN_FORM */
export function findForm(causeway: Declared, id: string): FormDefinition {
  const forms = listForms(causeway)
  const found = forms.find((form) => form.id === id)
  if (found) return found
  const ids = forms.map((form) => form.id)
  throw new QuestionError('UNKNOWN_FORM', {
    zh: `没有报表“${id}”；可用：${forms.map((form) => `${form.id}（${form.name.zh}）`).join('、')}。`,
    en: `There is no official table "${id}". There are ${ids.join(', ')}.`,
    facts: { form: id, nearest: findNearest(id, ids), forms: ids },
  })
}

/** @throws QuestionError UNKNOWN_FORM, UNKNOWN_EDITION */
export function findEdition(
  causeway: Declared,
  id: string,
  name: string,
): { form: FormDefinition; edition: FormEdition } {
  const form = findForm(causeway, id)
  const edition = form.editions.find((one) => one.edition === name)
  if (edition) return { form, edition }
  const editions = form.editions.map((one) => one.edition)
  throw new QuestionError('UNKNOWN_EDITION', {
    zh: `${form.name.zh}没有年度版式“${name}”；可用：${editions.join('、')}。`,
    en: `${form.id} has no edition "${name}". It has ${editions.join(', ')}.`,
    facts: { form: id, edition: name, editions },
  })
}

/** The edition that the report of a year takes; null: none holds for it. */
export function editionIn({ editions }: FormDefinition, reportYear: number): FormEdition | null {
  return editions.findLast(({ from, to }) => from <= reportYear && (to === undefined || reportYear <= to)) ?? null
}

/** As `findEdition`; without a name the edition that the report of the year takes, else the latest before it, else the first. */
export function findEditionFor(
  causeway: Declared,
  id: string,
  name: string | null | undefined,
  year: number,
): { form: FormDefinition; edition: FormEdition } {
  if (name !== null && name !== undefined) return findEdition(causeway, id, name)
  const form = findForm(causeway, id)
  return { form, edition: editionOf(form, year) }
}

/** A form has at least one edition. */
function editionOf({ editions }: FormDefinition, year: number): FormEdition {
  const begun = (edition: FormEdition) => edition.from <= year + edition.yearOffset
  return (
    editions.findLast((edition) => isInForce(edition, year)) ??
    editions.findLast((edition) => begun(edition)) ??
    editions[0]!
  )
}

/** Is it the edition of the report whose period begins in the year? */
export function isInForce({ from, to, yearOffset }: FormEdition, year: number): boolean {
  return from <= year + yearOffset && (to === undefined || year + yearOffset <= to)
}

/** The edition before this one; null: it is the first. */
export function editionBefore({ editions }: FormDefinition, edition: FormEdition): FormEdition | null {
  return editions[editions.indexOf(edition) - 1] ?? null
}
