import { fill } from '@causeway/shared/words/words'
import type { Command } from 'commander'
import { command, userPath } from './command-line.ts'
import { printJson, sayLine } from './print.ts'
import type { Cell } from '../../figures/indicators/observe/rows.ts'
import { announceDefinitions } from '../../figures/definitions-in-force.ts'
import { say } from '../../ground/locale.ts'
import SAID from './said.json' with { type: 'json' }

export function backupCommand(): Command {
  return command('backup')
    .given('<FILE>')
    .runs(async ({ database, secretFile, evidence }, file, options) => {
      const { writeBackup } = await import('../../desk/backup/write-backup.ts')
      const report = await writeBackup(database, secretFile!, userPath(file), evidence!)
      if (options.json) return printJson(report)
      sayLine(fill(SAID.BACKED_UP, { rows: report.rows, file: report.file }))
      if (report.files > 0)
        sayLine({ zh: `其中佐证材料文件 ${report.files} 份。`, en: `Files of evidence in it: ${report.files}.` })
      if (report.missingFiles.length > 0)
        sayLine({
          zh: `注意：${report.missingFiles.length} 份佐证材料文件缺失或已被改动，未备份：${report.missingFiles.slice(0, 5).join('、')}`,
          en: `Mind: ${report.missingFiles.length} files of evidence are missing or were altered, and are not in it: ${report.missingFiles.slice(0, 5).join(', ')}`,
        })
      if (report.keyFile !== null) {
        sayLine(fill(SAID.KEY_APART, { keyFile: report.keyFile }))
      }
    })
}

export function restoreCommand(): Command {
  return command('restore')
    .given('<FILE>')
    .runs(async (causeway, file, options) => {
      const { database, secretFile, evidence } = causeway
      const { restoreBackup } = await import('../../desk/backup/restore-backup.ts')
      const report = await restoreBackup(database, secretFile!, userPath(file), evidence!)
      await announceDefinitions(causeway)
      if (options.json) printJson(report)
      else sayLine(fill(SAID.RESTORED, { file: report.file, rows: report.rows }))
    })
}

const REFUSED = 1

export function verifyCommand(): Command {
  return command('verify').runs(async (causeway, options) => {
    const { verifySets } = await import('../../figures/verify-sets.ts')
    const { checkFiles } = await import('../../desk/evidence/file-rows.ts')
    const { checked, outOfDate, differences } = await verifySets(causeway)
    const files = await checkFiles(causeway.database.quick, causeway.evidence!)
    const lost = [...files.missing, ...files.damaged]
    if (differences.length > 0 || lost.length > 0) process.exitCode = REFUSED
    if (options.json) return printJson({ checked, outOfDate, differences, files })
    for (const hash of files.missing)
      sayLine({ zh: `佐证材料文件缺失：${hash}`, en: `A file of evidence is missing: ${hash}` })
    for (const hash of files.damaged)
      sayLine({ zh: `佐证材料文件已被改动：${hash}`, en: `A file of evidence was altered: ${hash}` })
    for (const difference of differences) {
      const { institution, indicator, basis, dimension, scope, year, category } = difference
      const where = [institution, indicator, basis, scope, dimension && `${dimension}=${category}`, year]
        .filter(Boolean)
        .join(' ')
      const [kept, recounted] = [toText(difference.kept), toText(difference.recounted)]
      sayLine(fill(SAID.DIFFERENCE, { where, kept, recounted }))
    }
    sayLine(fill(SAID.SETS_CHECKED, { checked, length: differences.length, outOfDate }))
    if (files.checked > 0) sayLine(fill(SAID.FILES_CHECKED, { checked: files.checked, length: lost.length }))
  })
}

function toText(cell: Pick<Cell, 'value' | 'gap'> | null): string {
  if (cell === null) return say({ zh: '（无）', en: '(nothing)' })
  return String(cell.value ?? cell.gap)
}

export function demoCommand(): Command {
  return command('demo').addCommand(
    command('demo remove').runs(async ({ database }, options) => {
      const { removeDemonstration } = await import('../../desk/demonstration/load-demonstration.ts')
      const removed = await removeDemonstration(database)
      if (options.json) return printJson({ removed })
      sayLine(
        removed
          ? { zh: '演示院校已移除。', en: 'The demonstration college is taken out.' }
          : { zh: '库中没有演示院校。', en: 'There is no demonstration college here.' },
      )
    }),
  )
}
