import { Command, Option } from 'commander'
import { periodLabel } from '@causeway/shared/period'
import { toDay } from '@causeway/shared/day'
import { openingYearOn } from '@causeway/shared/reported-years'
import { OPERATOR } from '../../access/viewer.ts'
import type { Reporting, UnreportedRequest } from '../../answers/unreported/list-unreported.ts'
import { cliLocale, say } from '../../ground/locale.ts'
import { noRecordsYet } from './no-records-yet.ts'
import { parseYear } from './parse-value.ts'
import { printJson, printLine } from './print.ts'
import { withCauseway } from './with-causeway.ts'

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
  return new Command('unreported')
    .description(
      say({
        zh: '列出既无记录、又未作零报告的台账、时段与部门',
        en: 'what is neither reported nor declared nothing, by record type, period and unit',
      }),
    )
    .requiredOption('--institution <code>', say({ zh: '学校代码', en: 'code of the institution' }))
    .option(
      '--from <year>',
      say({
        zh: '起始年份（默认最近已报齐的完整学年；自然年同）',
        en: 'first year (default: the last that is complete and reported)',
      }),
      parseYear,
    )
    .option('--to <year>', say({ zh: '截止年份', en: 'last year' }), parseYear)
    .addOption(
      new Option('--basis <basis>', say({ zh: '学年或自然年', en: 'school or calendar years' }))
        .choices(['SCHOOL_YEAR', 'CALENDAR_YEAR'])
        .default('SCHOOL_YEAR'),
    )
    .option('--type <type>', say({ zh: '仅此台账类型', en: 'this record type alone' }))
    .option('--unit <code>', say({ zh: '仅此部门', en: 'this unit alone' }))
    .addOption(
      new Option('--state <state>', say({ zh: '查哪种状态', en: 'what to list' }))
        .choices(['UNREPORTED', 'NOTHING', 'RECORDS'])
        .default('UNREPORTED'),
    )
    .action((options: Options) =>
      withCauseway(async (causeway) => {
        const { listUnreported } = await import('../../answers/unreported/list-unreported.ts')
        const { findInstitution } = await import('../../records/institutions.ts')
        const { readOpeningYear } = await import('../../answers/unreported/reported-years.ts')
        const { unknownInstitution } = await import('../../records/institutions.ts')
        const { institution, basis, type, unit, state, json } = options
        const home = await findInstitution(causeway.database, institution)
        if (!home) throw await unknownInstitution(causeway.database, institution)
        const opening = await readOpeningYear(causeway.database, home)
        const asked = options.from ?? options.to
        if (asked === undefined && opening === null) throw noRecordsYet(home.name, '--from')
        const last =
          home.dataDate === null || opening === null
            ? asked!
            : openingYearOn(basis!, { schoolYearStart: home.schoolYearStart, dataDay: toDay(home.dataDate) }, opening)
        const from = asked ?? last
        const request = {
          institution,
          basis,
          from,
          to: options.to ?? Math.max(from, last),
          recordType: type,
          unit,
          state,
        }
        const found = await listUnreported(causeway, OPERATOR, request)
        if (json) return printJson(found.map(toJson))
        if (found.length === 0) printLine(say({ zh: '没有这样的项。', en: 'There is none.' }))
        for (const one of found) printLine(toLine(one))
      }),
    )
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
