import type { Command } from 'commander'
import { periodLabel, calendarOf } from '@causeway/shared/period'
import { openingYearOn } from '@causeway/shared/reported-years'
import { OPERATOR } from '../../access/viewer.ts'
import type { Reporting, UnreportedRequest } from '../../answers/unreported/list-unreported.ts'
import { cliLocale, say } from '../../ground/locale.ts'
import { command } from './command-line.ts'
import { printJson, printLine, sayLine } from './print.ts'

interface Options {
  institution: string
  from?: number
  to?: number
  basis?: UnreportedRequest['basis']
  type?: string
  unit?: string
  state: NonNullable<UnreportedRequest['state']>
  json?: boolean
}

export function unreportedCommand(): Command {
  return command('unreported', {
    zh: '列出既无记录、又未作零报告的台账、时段与部门',
    en: 'what is neither reported nor declared nothing, by record type, period and unit',
  })
    .needs('--institution <code>', { zh: '学校代码', en: 'code of the institution' })
    .takes('--from <year>', {
      zh: '起始年份（默认最近已报齐的完整学年；自然年同）',
      en: 'first year (default: the last that is complete and reported)',
    })
    .takes('--to <year>', { zh: '截止年份', en: 'last year' })
    .takesOneOf(
      '--basis <basis>',
      { zh: '学年或自然年', en: 'school or calendar years' },
      ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
      'SCHOOL_YEAR',
    )
    .takes('--type <type>', { zh: '仅此台账类型', en: 'this record type alone' })
    .takes('--unit <code>', { zh: '仅此部门', en: 'this unit alone' })
    .takesOneOf(
      '--state <state>',
      { zh: '查哪种状态', en: 'what to list' },
      ['UNREPORTED', 'NOTHING', 'RECORDS'],
      'UNREPORTED',
    )
    .runs(async (causeway, options: Options) => {
      const { listUnreported } = await import('../../answers/unreported/list-unreported.ts')
      const { noRecordsYet, readHome } = await import('./home.ts')
      const { institution, basis, type, unit, state, json } = options
      const { home, opening } = await readHome(causeway, institution)
      const asked = options.from ?? options.to
      if (asked === undefined && opening === null) throw noRecordsYet(home.name, '--from')
      const last =
        home.dataDate === null || opening === null ? asked! : openingYearOn(basis!, calendarOf(home), opening)
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
