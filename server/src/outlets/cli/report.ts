import { fill } from '@causeway/shared/words/words'
import type { Command } from 'commander'
import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import { OPERATOR } from '../../access/viewer.ts'
import { cliLocale } from '../../ground/locale.ts'
import { command, invalid, userPath } from './command-line.ts'
import { printJson, sayLine, sayNote } from './print.ts'
import SAID from './said.json' with { type: 'json' }

export function reportCommand(): Command {
  return command('report')
    .given('<TEMPLATE.docx>')
    .needs('--institution <code>')
    .needs('--year <year>', parseYear)
    .takes('--strict')
    .takes('--release <name>')
    .takes('--as-of <time>')
    .needs('--out <FILE.docx>', parseOut)
    .runs(async (causeway, template, options) => {
      const { unknownLine, writeReport } = await import('../reports/write-report.ts')
      const out = userPath(options.out)
      const { institution, year, release, asOf } = options
      const strict = options.strict === true
      const order = { template: userPath(template), institution, year, locale: cliLocale, strict, release, asOf, out }
      const { lock, lockFile, unknown } = await writeReport(causeway, OPERATOR, order)
      const gaps = lock.figures.filter(({ gap }) => gap !== null).length
      if (unknown.length > 0) {
        sayNote(fill(SAID.NOT_UNDERSTOOD, { length: unknown.length, unknownEn: unknown.length === 1 ? 'tag' : 'tags' }))
        for (const one of unknown) sayNote(unknownLine(one))
      }
      if (lock.year.partial) {
        sayNote({
          zh: `注意：数据截至 ${lock.dataDate ?? '（尚无数据）'}，${lock.year.label}的数据未完整。`,
          en: `Mind: the data reach ${lock.dataDate ?? '(none yet)'}, so ${lock.year.label} is not complete.`,
        })
      }
      if (options.json) {
        const { year: schoolYear, revision } = lock
        return printJson({
          out,
          lock: lockFile,
          year: schoolYear,
          revision,
          figures: lock.figures.length,
          gaps,
          unknown: lock.unknown,
        })
      }
      sayLine({
        zh: `已写出 ${out}：${lock.institution.name}，${lock.year.label}（质量年报 ${lock.year.edition}年度），指标值 ${lock.figures.length} 个，其中无数值 ${gaps} 个。逐项清单：${lockFile}`,
        en: `Wrote ${out}: ${lock.institution.name}, ${lock.year.label} (quality report of ${lock.year.edition}), ${lock.figures.length} figures, ${gaps} of them without a number. Each is listed in ${lockFile}`,
      })
    })
}

function parseYear(text: string): number {
  const year = Number(text)
  if (/^\d{4}$/.test(text) && year >= FIRST_YEAR && year <= LAST_YEAR) return year
  throw invalid({ zh: '应为四位年份。', en: 'It must be a year of four digits.' })
}

function parseOut(text: string): string {
  if (/\.docx$/i.test(text)) return text
  throw invalid({ zh: '文件名须以 .docx 结尾。', en: 'Its name must end in .docx.' })
}
