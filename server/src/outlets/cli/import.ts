import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import type { ReplacedStretch } from '../../records/stretch.ts'
import { Argument, type Command } from 'commander'
import { ENCODING_NAMES } from '@causeway/shared/text-encodings'
import { findEncoding } from '../../records/import/readers/text-encoding.ts'
import { RECORD_TYPES, recordTypeOf } from '../../records/record-types.ts'
import type { ImportOptions } from './run-import.ts'
import { command, invalid, parseRecordType, userPath } from './command-line.ts'
import { printJson, sayLine } from './print.ts'
import { writeFile } from 'node:fs/promises'
import { ConfigProblems, readConfig } from '../../ground/config.ts'
import { bringOwnFields } from '../../records/own-fields/read-own-fields.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'
import { cliLocale, say } from '../../ground/locale.ts'

const TYPE_NAMES = RECORD_TYPES.map(({ name }) => name)

export function importCommand(): Command {
  return command('import', {
    zh: '导入表格：CSV、CSV.GZ、XLSX 或 XLS。有一行错误即整份拒收，除非写明 --accept-valid',
    en: 'take a table in: CSV, CSV.GZ, XLSX or XLS. One wrong row refuses the file, unless --accept-valid',
  })
    .given('<FILE>', { zh: '文件；相对路径从当前目录算起', en: 'the file; a relative path begins where you stand' })
    .needs('--as <type>', { zh: '台账类型，如 mobility', en: 'record type, such as mobility' }, (text) =>
      parseRecordType(text, TYPE_NAMES),
    )
    .takes('--mapping <file>', {
      zh: '对照文件（YAML），或随系统提供的对照名称',
      en: 'mapping (YAML) for a file that is not ours, or the name of one that ships',
    })
    .takes('--institution <code>', {
      zh: '记录所属学校；文件有「学校代码」列时可不写',
      en: 'whose records they are, unless the file has a column institution',
    })
    .takes('--dry-run', { zh: '只说明会怎样，不改动任何数据', en: 'say all that would happen, and change nothing' })
    .takes('--accept-valid', { zh: '导入正确的行，拒收错误的行', en: 'take the right rows in though others are wrong' })
    .takes('--rejects <file>', {
      zh: '把有误的行连同原因写入此文件：.csv，或各格均为文本的 .xlsx',
      en: 'write wrong rows, with their reasons, to this file: .csv, or .xlsx with every cell as text',
    })
    .takes(
      '--replaces <year=Y|unit=CODE>',
      {
        zh: '该文件对此学年（按首日）或部门完整，其中文件没有的记录一并撤除，先用 --dry-run 查看；可重复书写，学年与部门并写则指这些部门的这些学年',
        en: 'the file is complete for this school year (by first day) or unit: records of it that the file lacks are withdrawn; look first with --dry-run. Repeatable; years and units together are those years of those units',
      },
      parseReplaces,
    )
    .takes('--data-date <date>', {
      zh: '数据截至日期 YYYY-MM-DD：只会后移；不写则不变（该校首次导入时为今天）',
      en: 'data date, the day up to which the records speak, YYYY-MM-DD: moves forward only; left out it stays (at the first import of an institution: today)',
    })
    .takes(
      '--encoding <name>',
      {
        zh: '文本文件的编码，如 windows-1252、GB18030（默认按内容识别）',
        en: 'encoding of a text file, as windows-1252 or GB18030 (default: by what it holds)',
      },
      parseEncoding,
    )
    .runs(async (causeway, file: string, options: ImportOptions) => {
      const { runImport } = await import('./run-import.ts')
      await runImport(causeway, userPath(file), options)
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
  throw invalid({
    zh: '应为 year=年份（如 year=2023，即 2023—2024学年）或 unit=部门代码。',
    en: 'It must be year=Y (year=2023 is the school year 2023/24) or unit=CODE.',
  })
}

export function revertCommand(): Command {
  return command('revert', {
    zh: '整批撤回一次导入；后来的批次改过同样的记录时拒绝，并指出是哪些批次',
    en: 'take an import back, whole; refused, naming them, where later batches changed the same records',
  })
    .given('<BATCH>', { zh: '批次编号，导入时给出', en: 'id of the batch, as the import gave it' })
    .runs(async ({ database }, batch: string, options: { json?: boolean }) => {
      const { revertBatch } = await import('../../records/revert.ts')
      const { institutions, withdrawn, restored } = await revertBatch(database, batch)
      if (options.json) return printJson({ batch, institutions, withdrawn, restored })
      const named = institutions.length <= 5 ? institutions.join(', ') : String(institutions.length)
      sayLine({
        zh: `批次 ${batch} 已整批撤回：删去 ${withdrawn} 条，恢复原状 ${restored} 条；涉及学校 ${named}。`,
        en: `Batch ${batch} is taken back, whole: ${withdrawn} records gone, ${restored} as they were before; institutions: ${named}.`,
      })
    })
}

interface TemplateOptions {
  lang?: 'zh' | 'en'
  out: string
  json?: boolean
}

export function templateCommand(): Command {
  return command('template', {
    zh: '生成空白填报工作簿，含下拉选项和示例行',
    en: 'write the empty workbook to fill in, with drop-downs and an example row',
  })
    .addArgument(
      new Argument('<TYPE>', say({ zh: '台账类型，如 mobility', en: 'record type, such as mobility' })).choices(
        TYPE_NAMES,
      ),
    )
    .takesOneOf('--lang <language>', { zh: '模板和输出的语言', en: 'language of the workbook, and of what is said' }, [
      'zh',
      'en',
    ])
    .needs('--out <file>', { zh: '写到此文件（.xlsx）', en: 'where to write it (.xlsx)' })
    .action(async (name: string, options: TemplateOptions) => {
      const problems = bringOwnFields(readConfig(process.env, PROJECT_ROOT).fields)
      if (problems.length > 0) throw new ConfigProblems(problems)
      const path = userPath(options.out)
      const language = options.lang ?? (cliLocale === 'ZH' ? 'zh' : 'en')
      const { writeTemplate } = await import('../../records/template.ts')
      await writeFile(path, await writeTemplate(recordTypeOf(name), language))
      if (options.json) printJson({ type: name, lang: language, out: path })
      else sayLine({ zh: `已生成 ${path}`, en: `Written: ${path}` })
    })
}
