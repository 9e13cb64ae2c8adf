import type { Command } from 'commander'
import { command } from './command-line.ts'

export function fieldsCommand(): Command {
  return command('fields', {
    zh: '检查本校自定字段的文件，逐行指出错误，并给出有自定字段的台账的数据字典（Markdown）',
    en: "look the file of a college's own fields over, say what is wrong in which line, and give the data dictionary of the types that have some (Markdown)",
  })
    .given('[FILE]', {
      zh: 'YAML 文件；默认为 CAUSEWAY_FIELDS 所指',
      en: 'YAML file; the one CAUSEWAY_FIELDS names where omitted',
    })
    .action(async (file: string | undefined, options: { json?: boolean }) => {
      const { printOwnFields } = await import('./print-own-fields.ts')
      printOwnFields(file, options.json ?? false)
    })
}

export function indicatorCommand(): Command {
  return command('indicator', { zh: '本校自定指标', en: "a college's own indicators" }).addCommand(
    command('check', {
      zh: '检查指标声明文件，逐行指出错误，并验算其算例',
      en: 'look a declaration over, say what is wrong in which line, and work its example',
    })
      .given('<FILE...>', { zh: 'YAML 或 JSON 文件', en: 'YAML or JSON files' })
      .action(async (files: string[], options: { json?: boolean }) => {
        const { checkIndicators } = await import('./check-indicators.ts')
        await checkIndicators(files, options.json ?? false)
      }),
  )
}
