import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fill, joinWords, type Words } from '@causeway/shared/words/words'
import { ConfigProblems, readConfig } from '../../ground/config.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'
import { say } from '../../ground/locale.ts'
import { ImportRefused } from '../../records/import/ground/import-refused.ts'
import { recordTypesOf } from '../../records/import/mapping/mapping.ts'
import { findMistakes, parseMapping } from '../../records/import/mapping/read-mapping.ts'
import { tryMapping, type TriedMapping, type TriedRecord } from '../../records/import/try-mapping.ts'
import { bringOwnFields } from '../../records/own-fields/read-own-fields.ts'
import { fieldsOf } from '../../records/record-types.ts'
import { userPath } from './command-line.ts'
import { printJson, printLine, sayLine } from './print.ts'
import { inColumns } from './text-table.ts'
import SAID from './said.json' with { type: 'json' }

const MOST_ROWS = 10
const REFUSED = 1

/** Answers `causeway mapping check`: exit code 1 where anything is wrong. */
export async function checkMappingFile(name: string, workbook: string | undefined, json: boolean): Promise<void> {
  const wrongFields = bringOwnFields(readConfig(process.env, PROJECT_ROOT).fields)
  if (wrongFields.length > 0) throw new ConfigProblems(wrongFields)
  const file = userPath(name)
  const text = await readFile(file, 'utf8')
  const mistakes = findMistakes(text)
  if (mistakes.length > 0) {
    process.exitCode = REFUSED
    if (json)
      return printJson({
        problems: mistakes.map(({ line, column, words }) => ({ file, line, column, message: words })),
      })
    for (const { line, column, words } of mistakes)
      sayLine(fill(SAID.MAPPING_MISTAKE, { file: name, line, column, wordsZh: words.zh, wordsEn: words.en }))
    return
  }
  const mapping = parseMapping(basename(file), text)
  const types = recordTypesOf(mapping)
  const tried =
    workbook === undefined ? null : await tryMapping(userPath(workbook), mapping, MOST_ROWS).catch(asRefused)
  const wrong = tried instanceof ImportRefused || tried?.records.some(({ problems }) => problems.length > 0)
  if (wrong) process.exitCode = REFUSED
  if (json) return printJson({ types, problems: [], ...(tried && toJson(tried)) })
  sayLine(fill(SAID.MAPPING_SOUND, { file: name, types: types.join(', ') }))
  if (tried instanceof ImportRefused) sayLine(tried.words)
  else if (tried) printTried(tried)
}

function asRefused(error: unknown): ImportRefused {
  if (error instanceof ImportRefused) return error
  throw error
}

function toJson(tried: TriedMapping | ImportRefused): object {
  if (tried instanceof ImportRefused) return { problems: [{ ...tried.place, code: tried.code, message: tried.words }] }
  const { sheet, headerRow, headers, records, leftOut } = tried
  return {
    ...{ sheet, headerRow, headers, leftOut },
    records: records.map(({ row, sheet: of, type, values, problems }) => ({
      row,
      ...(of !== undefined && { sheet: of }),
      type: type.name,
      values: Object.fromEntries(fieldsOf(type).flatMap(({ name }) => filled(name, shown({ type, values }, name)))),
      problems: problems.map(({ row, column, code, message }) => ({ row, column, code, message })),
    })),
  }
}

function filled(name: string, text: string): [string, string][] {
  return text === '' ? [] : [[name, text]]
}

/** A record's value as people count it. Who it is of stays in the file. */
function shown({ type, values }: Pick<TriedRecord, 'type' | 'values'>, name: string): string {
  const { kind, factor = 1 } = fieldsOf(type).find((field) => field.name === name)!
  const value = values[name] ?? null
  if (value === null) return ''
  if (kind === 'person') return '✓'
  return String(typeof value === 'number' ? value / factor : value)
}

function printTried({ sheet, headerRow, headers, records, leftOut }: TriedMapping): void {
  const of: Words = sheet === null ? { zh: '', en: '' } : { zh: `工作表「${sheet}」，`, en: `Sheet "${sheet}". ` }
  const named = headers.filter((header) => header !== '')
  const heads = { headersZh: named.map((name) => `「${name}」`).join('、'), headersEn: named.join(', ') }
  sayLine(fill(SAID.TRIED, { sheetZh: of.zh, sheetEn: of.en, row: headerRow, ...heads }))
  for (const [type, ofType] of Map.groupBy(records, (record) => record.type)) {
    const fields = fieldsOf(type).filter(({ name }) => ofType.some((record) => shown(record, name) !== ''))
    printLine('')
    sayLine(type.label)
    const rows = ofType.map((record) => [placeOf(record), ...fields.map(({ name }) => shown(record, name))])
    const head = [say({ zh: '行', en: 'row' }), ...fields.map(({ label }) => say(label))]
    for (const line of inColumns([head, ...rows])) printLine(line)
  }
  const problems = records.flatMap((record) => record.problems)
  if (problems.length > 0) printLine('')
  for (const { message, code } of problems) printLine(`  ${say(message)} [${code}]`)
  if (leftOut.length === 0) return
  const left = joinWords(leftOut.map((one): Words => ({ zh: placeOf(one), en: placeOf(one) })))
  printLine('')
  sayLine(fill(SAID.TRIED_LEFT_OUT, { rowsZh: left.zh, rowsEn: left.en }))
}

function placeOf({ row, sheet }: { row: number; sheet?: string }): string {
  return sheet === undefined ? String(row) : `${sheet}!${row}`
}
