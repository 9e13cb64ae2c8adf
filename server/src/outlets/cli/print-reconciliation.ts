import { formatFigure } from '@causeway/shared/format-figure'
import { OPERATOR } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { reconcile, type ReconciledValue, type Reconciliation } from '../../answers/reconcile/reconcile.ts'
import { inColumns } from './text-table.ts'
import { cliLocale, say } from '../../ground/locale.ts'
import { printJson, printLine, sayLine } from './print.ts'

interface Asked {
  indicator: string
  institution: string
  year: number
  release?: string
  asOf?: string
  json?: boolean
}

/** Answers `causeway reconcile`. */
export async function printReconciliation(causeway: Causeway, { json, ...asked }: Asked): Promise<void> {
  const found = await reconcile(causeway, OPERATOR, asked)
  if (json) return printJson(toJson(found))
  const { name, code } = found.declaration
  printLine(`${say({ zh: '多口径核对', en: 'Reconciliation' })} · ${say(name)} (${code}) · ${asked.institution}`)
  printLine('')
  for (const line of tableOf(found.values)) printLine(line)
  printLine('')
  sayLine({ zh: '与第 1 个数值相比：', en: 'Against value 1:' })
  for (const [index, { sentence }] of (found.differences ?? []).entries()) printLine(`${index + 2}. ${say(sentence)}`)
}

/** One line a value: its number in the list, what it is called, the value, and who asks for it. */
function tableOf(values: readonly ReconciledValue[]): string[] {
  const digits = String(values.length).length
  const numbered = (value: ReconciledValue, index: number) =>
    `${String(index + 1).padStart(digits)}. ${say(value.label)}`
  const rows = values.map((value, index) => [numbered(value, index), valueText(value), askers(value)])
  return inColumns(rows, [1])
}

/** `International influence table 2017/1, 2018/1`: editions with the number of the line. */
function askers({ askedBy }: ReconciledValue): string {
  const byForm = Map.groupBy(askedBy, ({ form }) => form)
  return [...byForm]
    .map(
      ([form, lines]) =>
        `${say(form.name)} ${lines.map(({ edition, line }) => `${edition.edition}/${line.number}`).join(', ')}`,
    )
    .join('; ')
}

function valueText({ number, part, figure, question }: ReconciledValue): string {
  const { decimals, unit } = question.declaration
  if (part !== null && number !== null) return String(number)
  return formatFigure(figure, { decimals, unit }, cliLocale)
}

function toJson({ declaration, institution, year, revision, values, differences }: Reconciliation) {
  return {
    indicator: declaration.id,
    code: declaration.code,
    institution,
    year,
    revision,
    values: values.map(({ label, question, part, unit, number, figure, askedBy }) => ({
      label,
      indicator: question.declaration.id,
      basis: question.basis,
      at: question.basis === 'POINT_IN_TIME' ? question.at : null,
      scope: question.scope,
      year: question.from,
      filter: question.filters.map(({ dimension, in: keys }) => ({ dimension, in: keys })),
      part,
      counting: unit,
      value: number,
      gap: figure.gap,
      askedBy: askedBy.map(({ form, edition, line }) => ({
        form: form.id,
        edition: edition.edition,
        number: line.number,
        label: line.label,
      })),
    })),
    differences: (differences ?? []).map(({ value, sentence, parts, to }) => ({
      from: 0,
      to: values.indexOf(to),
      value,
      sentence,
      parts: parts.map(({ amount: _amount, factor: _factor, ...part }) => part),
    })),
  }
}
