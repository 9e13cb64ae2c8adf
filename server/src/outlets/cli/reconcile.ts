import { Command } from 'commander'
import { say } from '../../ground/locale.ts'
import { parseYear } from './parse-value.ts'
import { withCauseway } from './with-causeway.ts'

export function reconcileCommand(): Command {
  return new Command('reconcile')
    .description(
      say({
        zh: '多口径核对：一个指标在一年里的各种数值，以及为何不同',
        en: 'every lawful value of one indicator in one year, and why they differ',
      }),
    )
    .argument('<INDICATOR>', say({ zh: '指标的标识或编号，如 EX02', en: 'its id or its code, such as EX02' }))
    .requiredOption('--institution <code>', say({ zh: '院校代码', en: 'code of the institution' }))
    .requiredOption('--year <year>', say({ zh: '时段开始的年份', en: 'year in which the period begins' }), parseYear)
    .action((indicator: string, options: { institution: string; year: number; json?: boolean }) =>
      withCauseway(async (causeway) => {
        const { printReconciliation } = await import('./print-reconciliation.ts')
        await printReconciliation(causeway, { indicator, ...options })
      }),
    )
}
