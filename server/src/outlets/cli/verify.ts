import { Command } from 'commander'
import type { Cell } from '../../figures/indicators/observe/rows.ts'
import { say } from '../../ground/locale.ts'
import { printJson, printLine } from './print.ts'
import { withCauseway } from './with-causeway.ts'

const REFUSED = 1

export function verifyCommand(): Command {
  return new Command('verify')
    .description(
      say({
        zh: '把每个已存的指标值按其台账记录重新计算，列出不一致之处',
        en: 'count every kept figure again from its records, and name those that differ',
      }),
    )
    .action((options: { json?: boolean }) =>
      withCauseway(async (causeway) => {
        const { verifySets } = await import('../../figures/verify-sets.ts')
        const { checkFiles } = await import('../../desk/evidence/file-rows.ts')
        const { checked, outOfDate, differences } = await verifySets(causeway)
        const files = await checkFiles(causeway.database.quick, causeway.evidence!)
        const lost = [...files.missing, ...files.damaged]
        if (differences.length > 0 || lost.length > 0) process.exitCode = REFUSED
        if (options.json) return printJson({ checked, outOfDate, differences, files })
        for (const hash of files.missing)
          printLine(say({ zh: `佐证材料文件缺失：${hash}`, en: `A file of evidence is missing: ${hash}` }))
        for (const hash of files.damaged)
          printLine(say({ zh: `佐证材料文件已被改动：${hash}`, en: `A file of evidence was altered: ${hash}` }))
        for (const difference of differences) {
          const { institution, indicator, basis, dimension, scope, year, category } = difference
          const where = [institution, indicator, basis, scope, dimension && `${dimension}=${category}`, year]
            .filter(Boolean)
            .join(' ')
          const [kept, recounted] = [toText(difference.kept), toText(difference.recounted)]
          printLine(
            say({
              zh: `${where}：存为 ${kept}，重算为 ${recounted}`,
              en: `${where}: kept ${kept}, recounted ${recounted}`,
            }),
          )
        }
        printLine(
          say({
            zh: `已核对 ${checked} 组，${differences.length} 处不一致；另有 ${outOfDate} 组已过期，下次查询时重算。`,
            en: `${checked} sets checked, ${differences.length} differences; ${outOfDate} more are out of date and are counted anew when asked for.`,
          }),
        )
        if (files.checked > 0)
          printLine(
            say({
              zh: `已核对佐证材料文件 ${files.checked} 份，${lost.length} 份有误。`,
              en: `Files of evidence checked: ${files.checked}; wrong: ${lost.length}.`,
            }),
          )
      }),
    )
}

function toText(cell: Cell | null): string {
  if (cell === null) return say({ zh: '（无）', en: '(nothing)' })
  return String(cell.value ?? cell.gap)
}
