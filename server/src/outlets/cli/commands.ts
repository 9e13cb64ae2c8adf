import { CommanderError, Option, type Command } from 'commander'
import { cliLocale } from '../../ground/locale.ts'
import { commandWords } from './command-words.ts'
import { outliveReaders } from '../../ground/log.ts'
import { printFailure } from './print.ts'
import { command } from './command-line.ts'

const DONE = 0
const WRONG_USAGE = 2

/**
 * Runs one command line.
 * @returns 0 done, 1 refused, 2 wrong usage
 */
export async function runCauseway(args: readonly string[]): Promise<number> {
  endQuietlyWithoutReader()
  const program = command('causeway')
  for (const load of toLoad(args)) program.addCommand(await load())
  settle(program)
  if (args.length === 0) {
    program.outputHelp({ error: true })
    return WRONG_USAGE
  }
  try {
    await program.parseAsync(args, { from: 'user' })
    return Number(process.exitCode ?? DONE)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE
    return printFailure(error, args.includes('--json'))
  }
}

/** Only the command that is asked for is loaded; help and a wrong name need them all. */
function toLoad(args: readonly string[]): (() => Promise<Command>)[] {
  const name = args.find((word) => !word.startsWith('-'))
  const one = name === undefined ? undefined : COMMANDS[name]
  return one === undefined ? Object.values(COMMANDS) : [one]
}

/** What every command has alike, at every level. */
function settle(command: Command): void {
  const words = commandWords(cliLocale)
  command
    .exitOverride()
    .helpOption('-h, --help', words.help)
    .configureHelp({ styleTitle: words.title, showGlobalOptions: false })
    .configureOutput({ outputError: (message, write) => write(words.error(message)) })
    .showHelpAfterError(words.seeHelp)
  command.helpCommand(false)
  if (command.commands.length === 0) {
    const has = (flag: string) => command.options.some((option) => option.long === flag)
    if (!has('--json')) command.option('--json', words.json)
    if (!has('--lang')) command.addOption(new Option('--lang <language>', words.lang).choices(['zh', 'en']))
  }
  for (const child of command.commands) settle(child)
}

/** Without a reader of the answer there is nothing to do; what is said beside it may go unheard. */
function endQuietlyWithoutReader(): void {
  outliveReaders(process.stderr)
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(DONE)
    throw error
  })
}

/** Every command, in the order in which help lists them. */
export const COMMANDS: Record<string, () => Promise<Command>> = {
  import: async () => (await import('./import.ts')).importCommand(),
  revert: async () => (await import('./import.ts')).revertCommand(),
  'data-date': async () => (await import('./data-date.ts')).dataDateCommand(),
  'same-as': async () => (await import('./same-as.ts')).sameAsCommand(),
  unreported: async () => (await import('./unreported.ts')).unreportedCommand(),
  mapping: async () => (await import('./mapping.ts')).mappingCommand(),
  fields: async () => (await import('./own-files.ts')).fieldsCommand(),
  template: async () => (await import('./import.ts')).templateCommand(),
  series: async () => (await import('./series.ts')).seriesCommand(),
  reconcile: async () => (await import('./answers.ts')).reconcileCommand(),
  indicator: async () => (await import('./own-files.ts')).indicatorCommand(),
  form: async () => (await import('./form.ts')).formCommand(),
  crosswalk: async () => (await import('./crosswalk.ts')).crosswalkCommand(),
  adoptions: async () => (await import('./answers.ts')).adoptionsCommand(),
  quality: async () => (await import('./answers.ts')).qualityCommand(),
  release: async () => (await import('./release.ts')).releaseCommand(),
  publish: async () => (await import('./publish.ts')).publishCommand(),
  report: async () => (await import('./report.ts')).reportCommand(),
  token: async () => (await import('./token.ts')).tokenCommand(),
  'sign-in': async () => (await import('./sign-in.ts')).signInCommand(),
  demo: async () => (await import('./keeping.ts')).demoCommand(),
  backup: async () => (await import('./keeping.ts')).backupCommand(),
  restore: async () => (await import('./keeping.ts')).restoreCommand(),
  verify: async () => (await import('./keeping.ts')).verifyCommand(),
}
