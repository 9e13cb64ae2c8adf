import { Command } from 'commander'
import { say } from '../../ground/locale.ts'
import { printJson, printLine } from './print.ts'
import { userPath } from './user-path.ts'
import { withCauseway } from './with-causeway.ts'

export function restoreCommand(): Command {
  return new Command('restore')
    .description(
      say({
        zh: '用备份替换数据库中的全部内容；需要 FILE.key（个人标识密钥）。可用于从 SQLite 迁往 PostgreSQL',
        en: 'put a backup in the place of all that the database holds; needs FILE.key. So a college moves from SQLite to PostgreSQL',
      }),
    )
    .argument('<FILE>', say({ zh: '备份文件', en: 'the backup' }))
    .action((file: string, options: { json?: boolean }) =>
      withCauseway(async ({ database }, config) => {
        const { restoreBackup } = await import('../../desk/backup/restore-backup.ts')
        const report = await restoreBackup(database, config.secretFile, userPath(file), config.evidence)
        if (options.json) printJson(report)
        else
          printLine(
            say({
              zh: `已从 ${report.file} 恢复 ${report.rows} 行。`,
              en: `Restored ${report.rows} rows from ${report.file}.`,
            }),
          )
      }),
    )
}
