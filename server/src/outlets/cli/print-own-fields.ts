import { readConfig } from '../../ground/config.ts'
import { describeType } from '../docs/data-dictionary.ts'
import { bringOwnFields } from '../../records/own-fields/read-own-fields.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'
import { isOwnColumn } from '../../ground/database/columns.ts'
import { typesWithOwnFields } from '../../records/own-fields.ts'
import { cliLocale } from '../../ground/locale.ts'
import { userPath } from './command-line.ts'
import { printJson, printLine, sayLine } from './print.ts'

/** Answers `causeway fields`: exit code 1 where anything is wrong. */
export function printOwnFields(file: string | undefined, json: boolean): void {
  const problems = bringOwnFields(file === undefined ? readConfig(process.env, PROJECT_ROOT).fields : userPath(file))
  if (problems.length > 0) {
    process.exitCode = 1
    if (json) return printJson({ problems })
    return problems.forEach((problem) => sayLine(problem))
  }
  const types = typesWithOwnFields()
  if (json) {
    const own = types.map(({ name, fields }) => [name, fields.filter((field) => isOwnColumn(field.name))])
    return printJson(Object.fromEntries(own))
  }
  if (types.length === 0) sayLine({ zh: '没有自定字段。', en: 'There are no own fields.' })
  for (const type of types) printLine(describeType(type, cliLocale === 'ZH' ? 'zh' : 'en').join('\n'))
}
