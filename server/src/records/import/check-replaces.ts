import type { RecordType } from '../record-type.ts'
import type { ReplacedStretch } from '../replaced-stretch.ts'
import type { FoundHeader } from './find-header.ts'
import { ImportRefused } from './import-refused.ts'
import type { RowPlan } from './row-plan.ts'

/** Throws `REPLACES_NOT_APPLICABLE` where the type, or the file, cannot be complete for the stretch. */
export function checkReplaces(stretch: ReplacedStretch, type: RecordType, plan: RowPlan, header: FoundHeader): void {
  const refuse = (zh: string, en: string) => new ImportRefused('REPLACES_NOT_APPLICABLE', { zh, en })
  if (type.name === 'institution')
    throw refuse(
      '学校记录不按学年或部门整体替换，请去掉 --replaces。',
      'Institutions are not replaced by year or unit: leave --replaces out.',
    )
  if (header.isRejects)
    throw refuse(
      '这是 --rejects 写出的有误行，只是原文件的一部分，不能用作整体替换；请去掉 --replaces 导入，或改正原文件后整份导入。',
      'These are the wrong rows that --rejects wrote, a part of their file, and nothing is complete with them alone: import them without --replaces, or mend the whole file and import that.',
    )
  if (stretch.years.length > 0 && 'always' in type.span)
    throw refuse(
      `「${type.label.zh}」没有日期，不能按学年整体替换。`,
      `Records of ${type.name} have no dates: they cannot be replaced by school year.`,
    )
  if (stretch.units.length > 0 && !plan.readings.some(({ field }) => field.name === 'unit'))
    throw refuse(
      `文件没有「责任部门」（unit）一列，无从知道各行是否属于 ${stretch.units.join('、')}；请补上该列。`,
      `The file has no column "Unit" (unit), so that nothing tells which rows are of ${stretch.units.join(', ')}: add it.`,
    )
}
