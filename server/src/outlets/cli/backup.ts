import { Command } from 'commander'
import { say } from '../../ground/locale.ts'
import { printJson, printLine } from './print.ts'
import { userPath } from './user-path.ts'
import { withCauseway } from './with-causeway.ts'

export function backupCommand(): Command {
  return new Command('backup')
    .description(
      say({
        zh: '把全部内容写成一个可移植的文件（SQLite 与 PostgreSQL 通用），运行中也可备份；个人标识密钥另存为 FILE.key',
        en: 'write everything into one portable file (for SQLite and PostgreSQL alike), also while running; the key of personal hashes goes to FILE.key',
      }),
    )
    .argument('<FILE>', say({ zh: '备份文件', en: 'the backup to write' }))
    .action((file: string, options: { json?: boolean }) =>
      withCauseway(async ({ database }, config) => {
        const { writeBackup } = await import('../../desk/backup/write-backup.ts')
        const report = await writeBackup(database, config.secretFile, userPath(file), config.evidence)
        if (options.json) return printJson(report)
        printLine(
          say({
            zh: `已备份 ${report.rows} 行至 ${report.file}。`,
            en: `Backed up ${report.rows} rows to ${report.file}.`,
          }),
        )
        if (report.files > 0)
          printLine(
            say({
              zh: `其中佐证材料文件 ${report.files} 份。`,
              en: `Files of evidence in it: ${report.files}.`,
            }),
          )
        if (report.missingFiles.length > 0)
          printLine(
            say({
              zh: `注意：${report.missingFiles.length} 份佐证材料文件缺失或已被改动，未备份：${report.missingFiles.slice(0, 5).join('、')}`,
              en: `Mind: ${report.missingFiles.length} files of evidence are missing or were altered, and are not in it: ${report.missingFiles.slice(0, 5).join(', ')}`,
            }),
          )
        if (report.keyFile !== null) {
          printLine(
            say({
              zh: `个人标识密钥在 ${report.keyFile}；请与备份分开保管，没有它备份无法使用。`,
              en: `The key of personal hashes is ${report.keyFile}: keep it apart from the backup, which is of no use without it.`,
            }),
          )
        }
      }),
    )
}
