import { Command } from 'commander'
import { say } from '../../ground/locale.ts'

export function indicatorCommand(): Command {
  return new Command('indicator').description(say({ zh: '本校自定指标', en: "a college's own indicators" })).addCommand(
    new Command('check')
      .description(
        say({
          zh: '检查指标声明文件，逐行指出错误，并验算其算例',
          en: 'look a declaration over, say what is wrong in which line, and work its example',
        }),
      )
      .argument('<FILE...>', say({ zh: 'YAML 或 JSON 文件', en: 'YAML or JSON files' }))
      .action(async (files: string[], options: { json?: boolean }) => {
        const { checkIndicators } = await import('./check-indicators.ts')
        await checkIndicators(files, options.json ?? false)
      }),
  )
}
