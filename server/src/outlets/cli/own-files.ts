import type { Command } from 'commander'
import { command } from './command-line.ts'

export function fieldsCommand(): Command {
  return command('fields')
    .given('[FILE]')
    .action(async (file: string | undefined, options: { json?: boolean }) => {
      const { printOwnFields } = await import('./print-own-fields.ts')
      printOwnFields(file, options.json ?? false)
    })
}

export function indicatorCommand(): Command {
  return command('indicator').addCommand(
    command('indicator check')
      .given('<FILE...>')
      .action(async (files: string[], options: { json?: boolean }) => {
        const { checkIndicators } = await import('./check-indicators.ts')
        await checkIndicators(files, options.json ?? false)
      }),
  )
}
