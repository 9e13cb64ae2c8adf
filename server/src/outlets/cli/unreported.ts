import type { Command } from 'commander'
import { periodLabel, calendarOf } from '@causeway/shared/period'
import { openingYearOn } from '@causeway/shared/reported-years'
import { OPERATOR } from '../../access/viewer.ts'
import type { Reporting } from '../../answers/unreported/list-unreported.ts'
import { cliLocale, say } from '../../ground/locale.ts'
import { command } from './command-line.ts'
import { printJson, printLine, sayLine } from './print.ts'

export function unreportedCommand(): Command {
  return command('unreported')
    .needs('--institution <code>')
    .takes('--from <year>')
    .takes('--to <year>')
    .takesOneOf('--basis <basis>', ['SCHOOL_YEAR', 'CALENDAR_YEAR'], 'SCHOOL_YEAR')
    .takes('--type <type>')
    .takes('--unit <code>')
    .takesOneOf('--state <state>', ['UNREPORTED', 'NOTHING', 'RECORDS'], 'UNREPORTED')
    .runs(async (causeway, options) => {
      const { listUnreported } = await import('../../answers/unreported/list-unreported.ts')
      const { noRecordsYet, readHome } = await import('./home.ts')
      const { institution, basis, type, unit, state, json } = options
      const { home, opening } = await readHome(causeway, institution)
      const asked = options.from ?? options.to
      if (asked === undefined && opening === null) throw noRecordsYet(home.name, '--from')
      const last = home.dataDate === null || opening === null ? asked! : openingYearOn(basis, calendarOf(home), opening)
      const from = asked ?? last
      const to = options.to ?? Math.max(from, last)
      const request = { institution, basis, from, to, recordType: type, unit, state }
      const found = await listUnreported(causeway, OPERATOR, request)
      if (json) return printJson(found.map(toJson))
      if (found.length === 0) sayLine({ zh: '没有这样的项。', en: 'There is none.' })
      for (const one of found) printLine(toLine(one))
    })
}

function toLine({ recordType, period, unit, direction, audience, records, signers }: Reporting): string {
  const part = (name: string, key: string | null) => {
    const choices = recordType.fields.find((field) => field.name === name)?.choices
    return key === null ? [] : [say(choices!.find((choice) => choice.key === key)!.label)]
  }
  const label = [say(recordType.label), ...part('direction', direction), ...part('audience', audience)].join(' · ')
  const whose = unit ?? say({ zh: '全校', en: 'the institution' })
  const more = [
    ...(records > 0 ? [say({ zh: `${records} 条记录`, en: `${records} records` })] : []),
    ...signers.map((signer) => say({ zh: `零报告，${signer}`, en: `nothing to report, ${signer}` })),
  ]
  return [periodLabel(period, cliLocale), whose, label, ...more].join('  ')
}

function toJson({ recordType, period, ...rest }: Reporting): object {
  const { basis, year, start, end, partial } = period
  return { recordType: recordType.name, basis, year, start, end, partial, ...rest }
}
