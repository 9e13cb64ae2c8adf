import { OPERATOR } from '../../access/viewer.ts'
import { TEMPLATE_NAMES } from '../../answers/template-names.ts'
import type { Database } from '../../ground/database/database.ts'
import { fill } from '@causeway/shared/words/words'
import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import type { ReplacedStretch } from '../../records/stretch.ts'
import type { Command } from 'commander'
import { ENCODING_NAMES } from '@causeway/shared/text-encodings'
import { findEncoding } from '../../records/import/readers/text-encoding.ts'
import { RECORD_TYPES } from '../../records/record-types.ts'
import type { ImportOptions } from './run-import.ts'
import { command, invalid, parseRecordType, userPath, withCauseway } from './command-line.ts'
import { printJson, sayLine } from './print.ts'
import { writeFile } from 'node:fs/promises'
import { ConfigProblems, readConfig } from '../../ground/config.ts'
import { bringOwnFields } from '../../records/own-fields/read-own-fields.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'
import { cliLocale } from '../../ground/locale.ts'
import SAID from './said.json' with { type: 'json' }

const TYPE_NAMES = RECORD_TYPES.map(({ name }) => name)

export function importCommand(): Command {
  return command('import')
    .given('<FILE...>')
    .takes('--as <type>', (text) => parseRecordType(text, TYPE_NAMES))
    .takes('--mapping <file>')
    .takes('--institution <code>')
    .takes('--dry-run')
    .takes('--accept-valid')
    .takes('--rejects <file>')
    .takes('--replaces <year=Y|unit=CODE>', parseReplaces)
    .takes('--same-record <code>', (text: string, before: string[] = []) => [...before, text.trim()])
    .takes('--data-date <date>')
    .takes('--encoding <name>', parseEncoding)
    .runs(async (causeway, files: string[], options: ImportOptions) => {
      const { runImport } = await import('./run-import.ts')
      await runImport(causeway, files.map(userPath), options)
    }, true)
}

function parseEncoding(text: string): string {
  const found = findEncoding(text)
  if (found) return found
  throw invalid({
    zh: `没有编码“${text}”。可用：${ENCODING_NAMES.join('、')}`,
    en: `There is no encoding "${text}". There are ${ENCODING_NAMES.join(', ')}`,
  })
}

/** One `--replaces` of a command line, put with those before it. */
export function parseReplaces(text: string, before: ReplacedStretch | undefined): ReplacedStretch {
  const { years, units } = before ?? { years: [], units: [] }
  const [, name, value] = /^(year|unit)=(.+)$/s.exec(text.normalize('NFKC').trim()) ?? []
  if (name === 'unit') return { years, units: [...units, value!.trim()] }
  const year = Number(value)
  if (name === 'year' && /^\d{4}$/.test(value!) && year >= FIRST_YEAR && year <= LAST_YEAR)
    return { years: [...years, year], units }
  throw invalid(SAID.BAD_SCOPE)
}

export function revertCommand(): Command {
  return command('revert')
    .given('<BATCH>')
    .runs(async ({ database }, batch, options) => {
      const { revertBatch } = await import('../../records/revert.ts')
      const { institutions, withdrawn, restored } = await revertBatch(database, batch)
      if (options.json) return printJson({ batch, institutions, withdrawn, restored })
      const named = institutions.length <= 5 ? institutions.join(', ') : String(institutions.length)
      sayLine(fill(SAID.TAKEN_BACK, { batch, withdrawn, restored, named }))
    })
}

export function templateCommand(): Command {
  const made = command('template')
    .given('<TYPE...>')
    .takesOneOf('--lang <language>', ['zh', 'en'])
    .takes('--institution <code>')
    .takes('--unit <code>')
    .needs('--out <file>')
  made.hook('preAction', () => {
    for (const name of made.args) parseRecordType(name, TEMPLATE_NAMES)
  })
  return made.action(async (names: string[], options: TemplateOptions) => {
    // Without a college nothing is asked of a database.
    if (options.institution !== undefined)
      return withCauseway(({ database }) => writeTemplateTo(database, names, options))
    const problems = bringOwnFields(readConfig(process.env, PROJECT_ROOT).fields)
    if (problems.length > 0) throw new ConfigProblems(problems)
    return writeTemplateTo(null, names, options)
  })
}

interface TemplateOptions {
  lang?: 'zh' | 'en'
  institution?: string
  unit?: string
  out: string
  json?: boolean
}

async function writeTemplateTo(
  database: Database | null,
  names: readonly string[],
  { lang, institution, unit, out, json }: TemplateOptions,
): Promise<void> {
  const path = userPath(out)
  const language = lang ?? (cliLocale === 'ZH' ? 'zh' : 'en')
  const { makeTemplate } = await import('../../answers/make-template.ts')
  const asked = { names, language, institution: institution ?? null, unit: unit ?? null }
  const { types, workbook } = await makeTemplate(database, OPERATOR, asked)
  await writeFile(path, workbook)
  const made = types.map(({ name }) => name)
  if (json) printJson({ type: made[0], types: made, lang: language, out: path })
  else sayLine({ zh: `已生成 ${path}`, en: `Written: ${path}` })
}
