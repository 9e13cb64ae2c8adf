import { Command, InvalidArgumentError, Option } from 'commander'
import { say } from './locale.ts'
import type { FormOptions } from './print-form.ts'
import { withCauseway } from './with-causeway.ts'

/** `form ID …` fills a table; `form list` and `form check ID …` stand where the id would. */
export function formCommand(): Command {
  const command = new Command('form')
    .description(
      say({
        zh: '填写官方报表；form list 列出全部报表，form check ID 核对',
        en: 'fill an official table; `form list` lists them, `form check ID` tells what is doubtful',
      }),
    )
    .argument(
      '<ID>',
      say({
        zh: '报表代码，如 international-influence；或 list、check',
        en: 'its id, as international-influence; or list, check',
      }),
    )
    .argument('[OF]', say({ zh: 'check 时的报表代码', en: 'the id, after check' }))
    .option(
      '--edition <edition>',
      say({
        zh: '年度版式（默认为该年度报告所用的）',
        en: 'the edition (default: the one that reports of the year take)',
      }),
    )
    .option('--institution <code>', say({ zh: '院校代码', en: 'code of the institution' }))
    .option(
      '--year <year>',
      say({ zh: '统计时段开始的年份：2023—2024学年为 2023', en: 'year in which the period begins: 2023 for 2023/24' }),
      parseYear,
    )
    .option('--out <file>', say({ zh: '写到此文件（.xlsx 或 .csv）', en: 'where to write it (.xlsx or .csv)' }))
    .addOption(
      new Option('--format <format>', say({ zh: '输出格式', en: 'how to write it' })).choices(['table', 'csv', 'json']),
    )
  return command.action((id: string, of: string | undefined, options: FormOptions) => {
    const isCheck = id === 'check'
    if (isCheck && of === undefined) command.error("error: missing required argument 'OF'")
    if (!isCheck && of !== undefined)
      command.error(`error: too many arguments for 'form'. Expected 1 argument but got 2.`)
    if (id !== 'list')
      for (const name of ['institution', 'year'] as const)
        if (options[name] === undefined)
          command.error(`error: required option '--${name} <${name === 'year' ? 'year' : 'code'}>' not specified`)
    return withCauseway(async (causeway) => {
      const { checkForm, listTables, printForm } = await import('./print-form.ts')
      if (id === 'list') listTables(causeway, options)
      else if (isCheck) await checkForm(causeway, of!, options)
      else await printForm(causeway, id, options)
    })
  })
}

function parseYear(text: string): number {
  if (!/^\d{4}$/.test(text))
    throw new InvalidArgumentError(say({ zh: '应为四位年份。', en: 'It must be a year of four digits.' }))
  return Number(text)
}
