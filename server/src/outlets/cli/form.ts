import { Option, type Command } from 'commander'
import { commandWords } from './command-words.ts'
import { cliLocale } from '../../ground/locale.ts'
import type { FormOptions } from './print-form.ts'
import { command, type SaidCommand, withCauseway } from './command-line.ts'

export function formCommand(): Command {
  const words = commandWords(cliLocale)
  const form = withQuestion(
    command('form', {
      zh: '填写官方报表；不写 --out 则显示在屏幕上',
      en: 'fill an official table; without --out it is shown',
    }),
  )
    .takes('--out <file>', { zh: '写到此文件（.xlsx 或 .csv）', en: 'where to write it (.xlsx or .csv)' })
    .takesOneOf('--format <format>', { zh: '显示格式', en: 'how to show it' }, ['table', 'csv', 'json'])
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
  return command('list', { zh: '列出全部报表及其年度版式', en: 'every official table and its editions' }).action(
    (_options, list: Command) =>
      withCauseway(async (causeway) => {
        const { listTables } = await import('./print-form.ts')
        listTables(causeway, list.optsWithGlobals())
      }),
  )
}

function checkCommand(): Command {
  const check = withQuestion(
    command('check', {
      zh: '核对报表：表间一致、部分与整体、与上年相比、与已报数相比',
      en: 'what is doubtful in a filled table: against other tables, last year and what was filed',
    }),
  )
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
function withQuestion(asking: SaidCommand): SaidCommand {
  return asking
    .given('<ID>', { zh: '报表代码，如 international-influence', en: 'its id, as international-influence' })
    .takes('--edition <edition>', {
      zh: '年度版式（默认为该年度报告所用的）',
      en: 'the edition (default: the one that reports of the year take)',
    })
    .takes('--institution <code>', { zh: '院校代码（必填）', en: 'code of the institution (needed)' })
    .takes('--year <year>', {
      zh: '统计时段开始的年份：2023—2024学年为 2023（必填）',
      en: 'year in which the period begins: 2023 for 2023/24 (needed)',
    })
}

/** Commander asks for the required options of a command where one below it was called. */
function checkGiven(command: Command, { institution, year }: FormOptions): void {
  if (institution === undefined) command.error("error: required option '--institution <code>' not specified")
  if (year === undefined) command.error("error: required option '--year <year>' not specified")
}
