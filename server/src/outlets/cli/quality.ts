import { Command } from 'commander'
import { say } from '../../ground/locale.ts'
import { parseYear } from './parse-value.ts'
import type { QualityOptions } from './print-quality.ts'
import { withCauseway } from './with-causeway.ts'

export function qualityCommand(): Command {
  return new Command('quality')
    .description(
      say({
        zh: '数据质量报告：各台账是否填报、何时填报、有无佐证，异常值，待改内容，以及哪些指标算不出、缺哪些台账',
        en: 'how good the records are: what is there and when it came, evidence, outliers, what to correct, and which indicators cannot be computed for want of which records',
      }),
    )
    .requiredOption('--institution <code>', say({ zh: '院校代码', en: 'code of the institution' }))
    .option(
      '--year <year>',
      say({
        zh: '学年开始的年份（默认最近已报齐的完整学年）',
        en: 'year in which the school year begins (default: the last that is complete and reported)',
      }),
      parseYear,
    )
    .action((options: QualityOptions) =>
      withCauseway(async (causeway) => {
        const { printQuality } = await import('./print-quality.ts')
        await printQuality(causeway, options)
      }),
    )
}
