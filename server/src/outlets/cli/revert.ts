import { Command } from 'commander'
import { say } from '../../ground/locale.ts'
import { printJson, printLine } from './print.ts'
import { withCauseway } from './with-causeway.ts'

export function revertCommand(): Command {
  return new Command('revert')
    .description(
      say({
        zh: '整批撤回一次导入；后来的批次改过同样的记录时拒绝，并指出是哪些批次',
        en: 'take an import back, whole; refused, naming them, where later batches changed the same records',
      }),
    )
    .argument('<BATCH>', say({ zh: '批次编号，导入时给出', en: 'id of the batch, as the import gave it' }))
    .action((batch: string, options: { json?: boolean }) =>
      withCauseway(async ({ database }) => {
        const { revertBatch } = await import('../../records/revert.ts')
        const { institutions, withdrawn, restored } = await revertBatch(database, batch)
        if (options.json) return printJson({ batch, institutions, withdrawn, restored })
        const named = institutions.length <= 5 ? institutions.join(', ') : String(institutions.length)
        printLine(
          say({
            zh: `批次 ${batch} 已整批撤回：删去 ${withdrawn} 条，恢复原状 ${restored} 条；涉及学校 ${named}。`,
            en: `Batch ${batch} is taken back, whole: ${withdrawn} records gone, ${restored} as they were before; institutions: ${named}.`,
          }),
        )
      }),
    )
}
