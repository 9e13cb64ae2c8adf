import { writeFile } from 'node:fs/promises'
import { periodLabel } from '@causeway/shared/period'
import { OPERATOR } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { checkFilledForm } from '../../answers/forms/check-filled-form.ts'
import { exportRecords } from '../../answers/forms/export-records.ts'
import { explainFiled } from '../../answers/forms/filed-difference.ts'
import { fillForm, type FilledForm, type FilledLine, type FormRequest } from '../../answers/forms/fill-form.ts'
import { causewayAsked } from '../../figures/causeway-then.ts'
import { editionIn, findEdition, findForm, listForms } from '../../figures/forms/find-form.ts'
import type { FormDefinition } from '../../figures/forms/form-definition.ts'
import { contentText } from '../../answers/forms/form-words.ts'
import { writeForm } from '../../answers/forms/write-form.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { inColumns } from './text-table.ts'
import { cliLocale, say } from '../../ground/locale.ts'
import { userPath } from './command-line.ts'
import { printJson, printLine, sayLine } from './print.ts'
import SAID from './said.json' with { type: 'json' }

export interface FormOptions {
  edition?: string
  institution?: string
  year?: number
  release?: string
  asOf?: string
  out?: string
  format?: 'table' | 'csv' | 'json'
  json?: boolean
}

/** Answers `causeway form list`. */
export function listTables(causeway: Causeway, { json }: FormOptions): void {
  const forms = listForms(causeway)
  if (json) {
    return printJson(
      forms.map(({ id, name, authority, confidence, editions }) => ({
        id,
        name: say(name),
        authority: say(authority),
        confidence,
        editions: editions.map(({ edition, from, to = null, lines }) => ({ edition, from, to, lines: lines.length })),
      })),
    )
  }
  const rows = forms.map(({ id, name, editions }) => [id, say(name), editions.map(({ edition }) => edition).join(' ')])
  for (const line of inColumns(rows)) printLine(line)
}

/** Answers `causeway form ID`. */
export async function printForm(given: Causeway, id: string, options: FormOptions): Promise<void> {
  const causeway = await asAsked(given, options)
  const request = toRequest(causeway, id, options)
  if (options.out !== undefined) {
    const format = /\.(xlsx|csv)$/i.exec(options.out)?.[1]?.toLowerCase() as 'xlsx' | 'csv' | undefined
    if (format === undefined) {
      throw new QuestionError('BAD_FORMAT', SAID.BAD_FORMAT)
    }
    const path = userPath(options.out)
    await writeFile(path, await writeForm(causeway, OPERATOR, request, format, cliLocale))
    if (options.json) printJson({ form: id, edition: request.edition, year: request.year, out: path })
    else sayLine({ zh: `已生成 ${path}`, en: `Written: ${path}` })
    return
  }
  const format = options.json ? 'json' : (options.format ?? 'table')
  if (format === 'csv') process.stdout.write(await writeForm(causeway, OPERATOR, request, 'csv', cliLocale))
  else if (findEdition(causeway, id, request.edition).edition.records) await printRecords(causeway, request)
  else {
    const filled = await fillForm(causeway, OPERATOR, request)
    if (format === 'json') printJson(await toJson(causeway, filled))
    else printTable(filled)
  }
}

/** Answers `causeway form check ID`. */
export async function checkForm(given: Causeway, id: string, options: FormOptions): Promise<void> {
  const causeway = await asAsked(given, options)
  const findings = await checkFilledForm(causeway, OPERATOR, toRequest(causeway, id, options))
  if (options.json) return printJson(findings.map(({ rule, lines, words }) => ({ rule, lines, message: say(words) })))
  for (const { words } of findings) printLine(say(words))
  if (findings.length === 0) sayLine({ zh: '未发现疑问。', en: 'Nothing doubtful was found.' })
}

/** Where the command line was checked, an institution is given. */
function asAsked(causeway: Causeway, { institution, release, asOf }: FormOptions): Promise<Causeway> {
  return causewayAsked(causeway, OPERATOR, { institution: institution!, release, asOf })
}

function toRequest(causeway: Causeway, id: string, { edition, institution, year }: FormOptions): FormRequest {
  const form = findForm(causeway, id)
  return { form: id, edition: edition ?? usualEdition(form, year!), institution: institution!, year: year! }
}

/** The edition that the report of the year takes; before all of them the first. */
function usualEdition(form: FormDefinition, year: number): string {
  const found = form.editions.find((one) => editionIn(form, year + one.yearOffset) === one)
  return (found ?? form.editions[0]!).edition
}

async function toJson(causeway: Causeway, filled: FilledForm): Promise<object> {
  const { form, edition, institution, year, reportYear, inForce, publishedOn, profile } = filled
  const lines = []
  for (const line of filled.lines) lines.push(await lineToJson(causeway, institution.code, line))
  return {
    form: form.id,
    edition: edition.edition,
    institution: institution.code,
    year,
    reportYear,
    inForce,
    publishedOn,
    profile,
    lines,
  }
}

async function lineToJson(causeway: Causeway, institution: string, filled: FilledLine): Promise<object> {
  const { line, source, value, gap, text, note, filed, handFilled, last } = filled
  const difference = await explainFiled(causeway, institution, line, filled)
  return {
    number: line.number,
    label: say(line.label),
    unit: say(line.unit),
    indicator: line.indicator ?? null,
    source,
    value,
    gap,
    text,
    note: note && say(note),
    handFilled: handFilled && { by: handFilled.filledBy, on: handFilled.filledOn, source: handFilled.source },
    filed: filed && { value: filed.value, text: filed.text, by: filed.filledBy, on: filed.filledOn },
    filedDifference: difference && {
      difference: difference.difference,
      cause: difference.cause,
      message: say(difference.words),
    },
    lastYear: last.value,
    confidence: line.confidence,
  }
}

function printTable({ form, reportYear, institution, period, lines }: FilledForm): void {
  const title = [say(form.name), String(reportYear), say(institution.name), periodLabel(period, cliLocale)]
  printLine(title.join('  '))
  const rows = lines.map((filled) => [
    filled.line.number,
    say(filled.line.label),
    contentText(filled.line, filled, cliLocale),
    say(filled.line.unit),
    filled.note ? say(filled.note) : '',
  ])
  for (const line of inColumns(rows)) printLine(line)
}

async function printRecords(causeway: Causeway, request: FormRequest): Promise<void> {
  const { columns, rows } = await exportRecords(causeway, OPERATOR, request, cliLocale)
  printJson(rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at]]))))
}
