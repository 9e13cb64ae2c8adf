import { Option, type Command } from 'commander'
import { commandWords } from './command-words.ts'
import { cliLocale } from '../../ground/locale.ts'
import type { FormOptions } from './print-form.ts'
import { command, type SaidCommand, withCauseway } from './command-line.ts'

export function formCommand(): Command {
  const words = commandWords(cliLocale)
  const form = withQuestion(command('form'))
    .takes('--out <file>')
    .takesOneOf('--format <format>', ['table', 'csv', 'json'])
    // A command that has others below it is not given these.
    .option('--json', words.json)
    .addOption(new Option('--lang <language>', words.lang).choices(['zh', 'en']))
  form.action((id: string, options: FormOptions) => {
    checkGiven(form, options)
    return withCauseway(async (causeway) => {
      const { printForm } = await import('./print-form.ts')
      await printForm(causeway, id, options)
    })
  })
  return form.addCommand(listCommand()).addCommand(checkCommand())
}

function listCommand(): Command {
  return command('form list').action((_options, list: Command) =>
    withCauseway(async (causeway) => {
      const { listTables } = await import('./print-form.ts')
      listTables(causeway, list.optsWithGlobals())
    }),
  )
}

function checkCommand(): Command {
  const check = withQuestion(command('form check'))
  return check.action((id: string) => {
    const options: FormOptions = check.optsWithGlobals()
    checkGiven(check, options)
    return withCauseway(async (causeway) => {
      const { checkForm } = await import('./print-form.ts')
      await checkForm(causeway, id, options)
    })
  })
}

/** Which table of whom, of which year. */
function withQuestion(asking: SaidCommand<'form' | 'form check'>) {
  return asking
    .given('<ID>')
    .takes('--edition <edition>')
    .takes('--institution <code>')
    .takes('--year <year>')
    .takes('--release <name>')
    .takes('--as-of <time>')
}

/** Commander asks for the required options of a command where one below it was called. */
function checkGiven(command: Command, { institution, year }: FormOptions): void {
  if (institution === undefined) command.error("error: required option '--institution <code>' not specified")
  if (year === undefined) command.error("error: required option '--year <year>' not specified")
}
