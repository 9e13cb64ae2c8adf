import { findNearest } from '../../ground/nearest.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { FormDefinition, FormEdition } from './form-definition.ts'
import type { Declaration } from '../indicators/definition.ts'
import type { FormLine } from '../indicators/form-line.ts'
import { readShippedForms } from './read-forms.ts'
import { fill, type Words } from '@causeway/shared/words/words'
import REFUSALS from '../refusals.json' with { type: 'json' }

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

/** What says which official tables there are: a `Causeway`, or these two of it. */
export interface Declared {
  indicators: readonly Declaration[]
  ownForms?: readonly FormDefinition[]
}

export interface OfficialLine {
  form: FormDefinition
  edition: FormEdition
  line: FormLine
}

/** Every official table: those that ship, those of the operator in their place, and lines that indicators bring along. */
export function listForms(causeway: Declared): FormDefinition[] {
  const own = causeway.ownForms ?? []
  const shipped = readShippedForms().filter(({ id }) => !own.some((form) => form.id === id))
  return appendLines([...shipped, ...own], causeway.indicators)
}

/** The lines whose value is a figure of an indicator, or a side of one, in the order of forms and editions. */
export function linesOf(causeway: Declared, indicatorId: string): OfficialLine[] {
  return listLines(causeway, indicatorId, ({ indicator }) => [indicator])
}

/** As `linesOf`, with those that are made from a figure of it and another one. */
export function linesFedBy(causeway: Declared, indicatorId: string): OfficialLine[] {
  return listLines(causeway, indicatorId, ({ indicator, minus, plus, over }) => [
    indicator,
    ...[minus, plus, over].flatMap((operands) => (operands ? [operands.a.indicator, operands.b.indicator] : [])),
  ])
}

function listLines(
  causeway: Declared,
  indicatorId: string,
  indicatorsOf: (line: FormLine) => (string | undefined)[],
): OfficialLine[] {
  const declaration = causeway.indicators.find(({ id, code }) => id === indicatorId || code === indicatorId)
  if (!declaration) return []
  const asksFor = (line: FormLine) =>
    indicatorsOf(line).some((name) => name === declaration.id || name === declaration.code)
  return listForms(causeway).flatMap((form) =>
    form.editions.flatMap((edition) => edition.lines.filter(asksFor).map((line) => ({ form, edition, line }))),
  )
}

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
      if (!found || found.records) return [fill(REFUSALS.NO_EDITION, { id: declaration.id, form, edition })]
      if (taken.has(place) || found.lines.some((line) => line.number === number))
        return [fill(REFUSALS.LINE_TWICE, { id: declaration.id, form, edition, number })]
      taken.add(place)
      return []
    }),
  )
}
