import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { cliLocale } from '../../ground/locale.ts'
import { command, userPath } from './command-line.ts'
import { printJson, sayLine } from './print.ts'

export function crosswalkCommand(): Command {
  return command('crosswalk').addCommand(exportCommand())
}

function exportCommand(): Command {
  return command('crosswalk export')
    .needs('--institution <code>')
    .needs('--from <standard>')
    .needs('--to <standard>')
    .takes('--on <date>')
    .takes('--with-unmapped')
    .needs('--out <file>')
    .runs(async ({ database }, options) => {
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
