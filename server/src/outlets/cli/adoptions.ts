import { Command } from 'commander'
import { say } from '../../ground/locale.ts'
import { parseDay } from './parse-value.ts'
import type { AdoptionsOptions } from './print-adoptions.ts'
import { withCauseway } from './with-causeway.ts'

export function adoptionsCommand(): Command {
  return new Command('adoptions')
    .description(
      say({
        zh: '标准（资源）采用的进展：某日各处于哪一阶段、在各阶段多少天、分国家（地区）计数、日期先后不符的地方',
        en: 'how far adoptions have come on a day: the state of each, the days spent in each stage, counts by country, dates out of order',
      }),
    )
    .requiredOption('--institution <code>', say({ zh: '院校代码', en: 'code of the institution' }))
    .option(
      '--on <date>',
      say({ zh: '统计日 YYYY-MM-DD（默认数据截止日）', en: 'the day, YYYY-MM-DD (default: the data date)' }),
      parseDay,
    )
    .option('--standard <code>', say({ zh: '只看此标准', en: 'only of this standard' }))
    .option('--country <code>', say({ zh: '只看此国家（地区）的采用', en: 'only in this country or region' }))
    .action((options: AdoptionsOptions) =>
      withCauseway(async (causeway) => {
        const { printAdoptions } = await import('./print-adoptions.ts')
        await printAdoptions(causeway, options)
      }),
    )
}
