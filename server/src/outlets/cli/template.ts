import { writeFile } from 'node:fs/promises'
import { Argument, Command, Option } from 'commander'
import { ConfigProblems, readConfig } from '../../ground/config.ts'
import { bringOwnFields } from '../../records/own-fields/read-own-fields.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'
import { RECORD_TYPES, recordTypeOf } from '../../records/record-types.ts'
import { writeTemplate } from '../../records/template.ts'
import { cliLocale, say } from '../../ground/locale.ts'
import { printJson, printLine } from './print.ts'
import { userPath } from './user-path.ts'

interface TemplateOptions {
  lang?: 'zh' | 'en'
  out: string
  json?: boolean
}

export function templateCommand(): Command {
  return new Command('template')
    .description(
      say({
        zh: '生成空白填报工作簿，含下拉选项和示例行',
        en: 'write the empty workbook to fill in, with drop-downs and an example row',
      }),
    )
    .addArgument(
      new Argument('<TYPE>', say({ zh: '台账类型，如 mobility', en: 'record type, such as mobility' })).choices(
        RECORD_TYPES.map((type) => type.name),
      ),
    )
    .addOption(
      new Option(
        '--lang <language>',
        say({ zh: '模板和输出的语言', en: 'language of the workbook, and of what is said' }),
      ).choices(['zh', 'en']),
    )
    .requiredOption('--out <file>', say({ zh: '写到此文件（.xlsx）', en: 'where to write it (.xlsx)' }))
    .action(async (name: string, options: TemplateOptions) => {
      const problems = bringOwnFields(readConfig(process.env, PROJECT_ROOT).fields)
      if (problems.length > 0) throw new ConfigProblems(problems)
      const path = userPath(options.out)
      const language = options.lang ?? (cliLocale === 'ZH' ? 'zh' : 'en')
      await writeFile(path, await writeTemplate(recordTypeOf(name), language))
      if (options.json) printJson({ type: name, lang: language, out: path })
      else printLine(say({ zh: `已生成 ${path}`, en: `Written: ${path}` }))
    })
}
