import { Command } from 'commander'
import { say } from '../../ground/locale.ts'

export function fieldsCommand(): Command {
  return new Command('fields')
    .description(
      say({
        zh: '检查本校自定字段的文件，逐行指出错误，并给出有自定字段的台账的数据字典（Markdown）',
        en: "look the file of a college's own fields over, say what is wrong in which line, and give the data dictionary of the types that have some (Markdown)",
      }),
    )
    .argument(
      '[FILE]',
      say({
        zh: 'YAML 文件；默认为 CAUSEWAY_FIELDS 所指',
        en: 'YAML file; the one CAUSEWAY_FIELDS names where omitted',
      }),
    )
    .action(async (file: string | undefined, options: { json?: boolean }) => {
      const { printOwnFields } = await import('./print-own-fields.ts')
      printOwnFields(file, options.json ?? false)
    })
}
