import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { cliLocale } from '../../ground/locale.ts'
import { command, userPath } from './command-line.ts'
import { printJson, sayLine } from './print.ts'

interface ExportOptions {
  institution: string
  from: string
  to: string
  on?: string
  withUnmapped?: boolean
  out: string
  json?: boolean
}

export function crosswalkCommand(): Command {
  return command('crosswalk', {
    zh: '标准对照表：逐个能力单元的对照；填好后用 import --as standard-mapping 导入',
    en: 'crosswalks between standards, unit by unit; a file comes in again with import --as standard-mapping',
  }).addCommand(exportCommand())
}

function exportCommand(): Command {
  return command('export', {
    zh: '导出两项标准之间的对照表（CSV）',
    en: 'write the crosswalk from one standard to another as CSV',
  })
    .needs('--institution <code>', { zh: '院校代码', en: 'code of the institution' })
    .needs('--from <standard>', {
      zh: '本校标准：编号，或 编号@版本',
      en: 'the standard that was judged: its code, or CODE@VERSION',
    })
    .needs('--to <standard>', {
      zh: '对照标准：编号，或 编号@版本',
      en: 'the standard it was compared with: its code, or CODE@VERSION',
    })
    .takes('--on <date>', {
      zh: '只取此日及以前的判定（默认数据截止日）',
      en: 'judgements made by this day (default: the data date)',
    })
    .takes('--with-unmapped', {
      zh: '一并列出尚未对照的能力单元，供填写对照关系和判定日期',
      en: 'add the units that nobody has judged, with the relation and the day left to be filled in',
    })
    .needs('--out <file>', { zh: '写到此文件（.csv）', en: 'where to write it (.csv)' })
    .runs(async ({ database }, options: ExportOptions) => {
      const { readDayAsked } = await import('../../figures/standing.ts')
      const { writeCrosswalk } = await import('../../answers/curriculum/crosswalk.ts')
      const { institution, from, to, withUnmapped = false } = options
      const on = await readDayAsked(database, institution, options.on)
      const request = { institution, from, to, on, withUnmapped }
      const { csv, mapped, unmapped } = await writeCrosswalk(database, request, cliLocale)
      const path = userPath(options.out)
      await writeFile(path, csv)
      if (options.json) return printJson({ from, to, on, mapped, unmapped, out: path })
      sayLine({
        zh: `已写出 ${path}：对照 ${mapped} 条${unmapped > 0 ? `，尚未对照的能力单元 ${unmapped} 个` : ''}。`,
        en: `Written: ${path}, with ${mapped} judgements${unmapped > 0 ? ` and ${unmapped} units that nobody has judged` : ''}.`,
      })
    })
}
