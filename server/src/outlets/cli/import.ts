import { Command, InvalidArgumentError } from 'commander'
import { ENCODING_NAMES } from '@causeway/shared/text-encodings'
import { findEncoding } from '../../records/import/readers/text-encoding.ts'
import { findNearest } from '../../ground/nearest.ts'
import { findRecordType, RECORD_TYPES } from '../../records/record-types.ts'
import { say } from '../../ground/locale.ts'
import { parseDay, parseReplaces } from './parse-value.ts'
import type { ImportOptions } from './run-import.ts'
import { userPath } from './user-path.ts'
import { withCauseway } from './with-causeway.ts'

export function importCommand(): Command {
  return new Command('import')
    .description(
      say({
        zh: '导入表格：CSV、CSV.GZ、XLSX 或 XLS。有一行错误即整份拒收，除非写明 --accept-valid',
        en: 'take a table in: CSV, CSV.GZ, XLSX or XLS. One wrong row refuses the file, unless --accept-valid',
      }),
    )
    .argument(
      '<FILE>',
      say({ zh: '文件；相对路径从当前目录算起', en: 'the file; a relative path begins where you stand' }),
    )
    .requiredOption('--as <type>', say({ zh: '台账类型，如 mobility', en: 'record type, such as mobility' }), parseType)
    .option(
      '--mapping <file>',
      say({
        zh: '对照文件（YAML），或随系统提供的对照名称',
        en: 'mapping (YAML) for a file that is not ours, or the name of one that ships',
      }),
    )
    .option(
      '--institution <code>',
      say({
        zh: '记录所属学校；文件有「学校代码」列时可不写',
        en: 'whose records they are, unless the file has a column institution',
      }),
    )
    .option(
      '--dry-run',
      say({ zh: '只说明会怎样，不改动任何数据', en: 'say all that would happen, and change nothing' }),
    )
    .option(
      '--accept-valid',
      say({ zh: '导入正确的行，拒收错误的行', en: 'take the right rows in though others are wrong' }),
    )
    .option(
      '--rejects <file>',
      say({
        zh: '把有误的行连同原因写入此文件：.csv，或各格均为文本的 .xlsx',
        en: 'write wrong rows, with their reasons, to this file: .csv, or .xlsx with every cell as text',
      }),
    )
    .option(
      '--replaces <year=Y|unit=CODE>',
      say({
        zh: '该文件对此学年（按首日）或部门完整，其中文件没有的记录一并撤除，先用 --dry-run 查看；可重复书写，学年与部门并写则指这些部门的这些学年',
        en: 'the file is complete for this school year (by first day) or unit: records of it that the file lacks are withdrawn; look first with --dry-run. Repeatable; years and units together are those years of those units',
      }),
      parseReplaces,
    )
    .option(
      '--data-date <date>',
      say({
        zh: '数据截至日期 YYYY-MM-DD：只会后移；不写则不变（该校首次导入时为今天）',
        en: 'data date, the day up to which the records speak, YYYY-MM-DD: moves forward only; left out it stays (at the first import of an institution: today)',
      }),
      parseDay,
    )
    .option(
      '--encoding <name>',
      say({
        zh: '文本文件的编码，如 windows-1252、GB18030（默认按内容识别）',
        en: 'encoding of a text file, as windows-1252 or GB18030 (default: by what it holds)',
      }),
      parseEncoding,
    )
    .action((file: string, options: ImportOptions) =>
      withCauseway(async (causeway, config) => {
        const { runImport } = await import('./run-import.ts')
        await runImport(causeway, config.secretFile, userPath(file), options)
      }),
    )
}

function parseEncoding(text: string): string {
  const found = findEncoding(text)
  if (found) return found
  throw new InvalidArgumentError(
    say({
      zh: `没有编码“${text}”。可用：${ENCODING_NAMES.join('、')}`,
      en: `There is no encoding "${text}". There are ${ENCODING_NAMES.join(', ')}`,
    }),
  )
}

function parseType(text: string): string {
  if (findRecordType(text)) return text
  const names = RECORD_TYPES.map((type) => type.name)
  const near = findNearest(text, names, 1)[0]
  throw new InvalidArgumentError(
    say({
      zh: `没有台账类型“${text}”${near ? `，是否想用 ${near}？` : '。'}可用：${names.join('、')}`,
      en: `There is no record type "${text}"${near ? `, did you mean ${near}?` : '.'} There are ${names.join(', ')}`,
    }),
  )
}
