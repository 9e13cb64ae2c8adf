import type { FileColumn, ImportProblem, ImportReport, Option } from '../../../graph/generated.ts'

/** What may be put into a cell, each as the text that is written there. */
export interface CellChoices {
  /** Few enough to be looked through; else they are offered while one types. */
  closed: boolean
  choices: { text: string; label: string }[]
  /** What was most likely meant, the likeliest first. */
  nearest: { text: string; label: string }[]
  mayBeEmpty: boolean
}

/** More than these are not looked through but searched. */
const MOST_LOOKED_THROUGH = 30

/** A choice is written by its name, what names another record by its code. */
export function choicesOf(report: ImportReport, column: FileColumn, problems: readonly ImportProblem[]): CellChoices {
  const field = report.recordType?.fields.find(({ name }) => name === column.field?.name)
  const named = field?.options ?? []
  const codes = report.codes.find((one) => one.field === field?.name)?.options ?? []
  const toCoded = ({ key, label }: Option) => ({ text: key, label: label === key ? key : `${key} ${label}` })
  const toChoice = (one: Option) => {
    const name = named.find(({ key }) => key === one.key)?.label
    return name === undefined ? toCoded(one) : { text: name, label: name }
  }
  const nearest = new Map(problems.flatMap((problem) => problem.nearest).map((one) => [one.key, toChoice(one)]))
  return {
    closed: named.length > 0 && named.length <= MOST_LOOKED_THROUGH,
    choices: [...named.map(toChoice), ...codes.map(toCoded)],
    nearest: [...nearest.values()],
    mayBeEmpty: field?.required === false,
  }
}

/** Where the choices of a field stand, for all cells of its column. */
export function listIdOf(column: FileColumn): string {
  return `choices-${column.field?.name}`
}
