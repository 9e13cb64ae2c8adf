import { Command, InvalidArgumentError, Option } from 'commander'
import { BASES } from '@causeway/shared/period'
import { SCOPES } from '@causeway/shared/series'
import { say } from '../../ground/locale.ts'
import { parseYear } from './parse-year.ts'
import type { SeriesFormat, SeriesOptions } from './print-series.ts'
import { withCauseway } from './with-causeway.ts'

const FORMATS: readonly SeriesFormat[] = ['table', 'csv', 'json']

export function seriesCommand(): Command {
  return new Command('series')
    .description(say({ zh: '查询一个指标的指标值', en: 'the figures of one indicator' }))
    .argument('<INDICATOR>', say({ zh: '指标的标识或编号，如 EX07', en: 'its id or its code, such as EX07' }))
    .requiredOption('--institution <code>', say({ zh: '院校代码', en: 'code of the institution' }))
    .addOption(
      oneOf(
        '--basis <basis>',
        say({ zh: '统计时段（默认为指标的第一个）', en: "what a period is (default: the indicator's first)" }),
        BASES,
      ),
    )
    .option('--at <MM-DD>', say({ zh: '时点的月日（默认 09-01）', en: 'day of a point in time (default: 09-01)' }))
    .addOption(
      oneOf(
        '--scope <scope>',
        say({ zh: '统计范围：国外或国（境）外', en: 'which countries count as foreign' }),
        SCOPES,
      ),
    )
    .option('--from <year>', say({ zh: '首个时段开始的年份', en: 'year in which the first period begins' }), parseYear)
    .option(
      '--to <year>',
      say({
        zh: '最后时段开始的年份（默认最近已报齐的完整时段）',
        en: 'year in which the last one begins (default: the last that is complete and reported)',
      }),
      parseYear,
    )
    .option('--by <dimension>', say({ zh: '按维度分列，如 country', en: 'break down by a dimension, such as country' }))
    .option(
      '--definition-version <number>',
      say({ zh: '指标定义的版本（默认现行版）', en: 'version of its definition (default: the one that holds now)' }),
      parseVersion,
    )
    .addOption(oneOf('--format <format>', say({ zh: '输出格式', en: 'how to write it' }), FORMATS).default('table'))
    .action((indicator: string, options: SeriesOptions) =>
      withCauseway(async (causeway) => {
        const { printSeries } = await import('./print-series.ts')
        await printSeries(causeway, indicator, options)
      }),
    )
}

/** An option with a closed list of values, written in either case. */
function oneOf(flags: string, description: string, values: readonly string[]): Option {
  const words = values.map((value) => value.toLowerCase()).join('|')
  return new Option(flags, `${description} (${words})`).argParser((text: string) => {
    const found = values.find((value) => value.toLowerCase() === text.toLowerCase().replaceAll('-', '_'))
    if (found === undefined) throw new InvalidArgumentError(say({ zh: `可用：${words}`, en: `It is one of ${words}.` }))
    return found
  })
}

function parseVersion(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new InvalidArgumentError(say({ zh: '应为正整数。', en: 'It must be a whole number from 1 on.' }))
  return Number(text)
}
