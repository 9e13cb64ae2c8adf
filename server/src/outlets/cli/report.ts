import { Option, type Command } from 'commander'
import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import { cliLocale } from '../../ground/locale.ts'
import { command, invalid, type SaidCommand, userPath, withCauseway } from './command-line.ts'
import { commandWords } from './command-words.ts'
import type { ReportOptions } from './print-report.ts'

export function reportCommand(): Command {
  const words = commandWords(cliLocale)
  const report = withQuestion(command('report').given('<TEMPLATE.docx>'))
    .takes('--strict')
    .takes('--pdf')
    .takes('--out <FILE.docx>', parseOut)
    // A command that has others below it is not given these.
    .option('--json', words.json)
    .addOption(new Option('--lang <language>', words.lang).choices(['zh', 'en']))
  report.action((template: string, options: ReportOptions) => {
    requireGiven(report, options, ['institution', 'year', 'out'])
    return withCauseway(async (causeway) => {
      const { fillReport } = await import('./print-report.ts')
      await fillReport(causeway, userPath(template), options)
    })
  })
  return report.addCommand(checkCommand()).addCommand(verifyCommand()).addCommand(refreshCommand())
}

function checkCommand(): Command {
  const check = withQuestion(command('report check').given('<TEMPLATE.docx>'))
  return check.action((template: string) => {
    const options: ReportOptions = check.optsWithGlobals()
    requireGiven(check, options, ['institution', 'year'])
    return withCauseway(async (causeway) => {
      const { printCheck } = await import('./print-report.ts')
      await printCheck(causeway, userPath(template), options)
    })
  })
}

function verifyCommand(): Command {
  const verify = withQuestion(
    command('report verify').given('<FILE.docx>').takes('--bind').takes('--out <FILE.docx>', parseOut),
  )
  return verify.action((file: string) => {
    const options: ReportOptions = verify.optsWithGlobals()
    if (options.bind) requireGiven(verify, options, ['out'])
    return withCauseway(async (causeway) => {
      const { printVerified } = await import('./print-report.ts')
      await printVerified(causeway, userPath(file), options)
    })
  })
}

function refreshCommand(): Command {
  const refresh = withQuestion(
    command('report refresh')
      .given('<FILE.docx>')
      .takes('--take')
      .takes('--tracked')
      .takes('--pdf')
      .takes('--out <FILE.docx>', parseOut),
  )
  return refresh.action((file: string) => {
    const options: ReportOptions = refresh.optsWithGlobals()
    requireGiven(refresh, options, ['out'])
    return withCauseway(async (causeway) => {
      const { printRefreshed } = await import('./print-report.ts')
      await printRefreshed(causeway, userPath(file), options)
    })
  })
}

/** Of whom, of which year, as of when. A finished report knows the first two. */
function withQuestion(asking: Command) {
  return (asking as SaidCommand<'report'>)
    .takes('--institution <code>')
    .takes('--year <year>', parseYear)
    .takes('--release <name>')
    .takes('--as-of <time>')
    .takes('--partner <code>')
}

/** Commander asks for the required options of a command where one below it was called. */
function requireGiven(asked: Command, options: ReportOptions, names: readonly (keyof typeof FLAGS)[]): void {
  for (const name of names)
    if (options[name] === undefined) asked.error(`error: required option '${FLAGS[name]}' not specified`)
}

const FLAGS = { institution: '--institution <code>', year: '--year <year>', out: '--out <FILE.docx>' }

function parseYear(text: string): number {
  const year = Number(text)
  if (/^\d{4}$/.test(text) && year >= FIRST_YEAR && year <= LAST_YEAR) return year
  throw invalid({ zh: '应为四位年份。', en: 'It must be a year of four digits.' })
}

function parseOut(text: string): string {
  if (/\.docx$/i.test(text)) return text
  throw invalid({ zh: '文件名须以 .docx 结尾。', en: 'Its name must end in .docx.' })
}
