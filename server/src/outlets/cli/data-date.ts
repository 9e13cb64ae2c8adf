import { fill } from '@causeway/shared/words/words'
import type { Command } from 'commander'
import { periodLabel, periodDays } from '@causeway/shared/period'
import { toIso } from '@causeway/shared/day'
import { OPERATOR } from '../../access/viewer.ts'
import type { OverviewSaid } from '../../desk/by-hand/set-data-date.ts'
import { changeWords } from '../../answers/change/year-change.ts'
import { cliLocale, say } from '../../ground/locale.ts'
import { command } from './command-line.ts'
import { printJson, printLine, sayLine } from './print.ts'
import SAID from './said.json' with { type: 'json' }

export function dataDateCommand(): Command {
  return command('data-date')
    .needs('--institution <code>')
    .takes('--set <date>')
    .takes('--reason <text>')
    .takes('--dry-run')
    .runs(async (causeway, options) => {
      const { readHome } = await import('./home.ts')
      const { institution, set: date, reason, dryRun, json } = options
      const { home, opening: openingYear } = await readHome(causeway, institution)
      const year = (opening: number) => yearWords(opening, home.schoolYearStart)
      if (date === undefined) {
        const { dataDate } = home
        if (json) return printJson({ institution, dataDate, openingYear })
        return printLine(
          dataDate === null || openingYear === null
            ? say({ zh: '尚未导入任何数据。', en: 'Nothing has been imported.' })
            : say(fill(SAID.DATA_DATE, { dataDate, year: year(openingYear) })),
        )
      }
      const { setDataDate } = await import('../../desk/by-hand/set-data-date.ts')
      const { batch, preview } = await setDataDate(causeway, OPERATOR, { institution, date, reason, dryRun })
      if (json)
        return printJson({
          ...{ institution, dataDate: date, batch },
          ...(preview && { before: toJson(preview.before), after: toJson(preview.after) }),
        })
      if (preview) {
        sayLine({ zh: '试运行，未作任何改动。', en: 'Dry run, nothing was changed.' })
        printOverview({ zh: '现在', en: 'Now' }, preview.before, year)
        printOverview({ zh: '改后', en: 'Then' }, preview.after, year)
      } else if (batch === null)
        sayLine({ zh: `数据截至日期已是 ${date}，没有变化。`, en: `It is ${date} already: nothing changed.` })
      else sayLine(fill(SAID.DATA_DATE_MOVED, { date, batch }))
    })
}

function yearWords(year: number, schoolYearStart: string): string {
  const [first, last] = periodDays('SCHOOL_YEAR', year, schoolYearStart)
  return periodLabel({ basis: 'SCHOOL_YEAR', year, start: toIso(first), end: toIso(last) }, cliLocale)
}

function printOverview(
  title: { zh: string; en: string },
  { dataDate, openingYear, partial, reported, targets, changes }: OverviewSaid,
  year: (opening: number) => string,
): void {
  printLine('')
  if (openingYear === null || dataDate === null)
    return sayLine({ zh: `${title.zh}：尚未导入数据。`, en: `${title.en}: nothing has been imported.` })
  const due = reported && reported.expected > 0 ? reported : null
  sayLine({
    zh: `${title.zh}：数据截至 ${dataDate}，打开时显示 ${year(openingYear)}${due ? `，应报 ${due.expected} 类台账，已报 ${due.reported} 类` : ''}${targets.known > 0 ? `；${targets.known} 项目标中 ${targets.onCourse} 项${partial ? '达到序时进度' : '已达到'}` : ''}。`,
    en: `${title.en}: data date ${dataDate}, pages open on ${year(openingYear)}${due ? `, ${due.reported} of ${due.expected} kinds of record reported` : ''}${targets.known > 0 ? `; ${targets.onCourse} of ${targets.known} targets ${partial ? 'on course' : 'reached'}` : ''}.`,
  })
  for (const change of changes ?? [])
    printLine(`  ${say(change.declaration.name)}${say({ zh: '：', en: ': ' })}${say(changeWords(change))}`)
}

function toJson({ dataDate, openingYear, reported, targets, changes }: OverviewSaid): object {
  return {
    ...{ dataDate, openingYear, reported, targets },
    changes: changes?.map(({ declaration, before, after }) => {
      return { indicator: declaration.id, before: before.value, after: after.value }
    }),
  }
}
