import { formatValue, gapWords } from '@causeway/shared/format-figure'
import { periodLabel } from '@causeway/shared/period'
import { fill, type Words } from '@causeway/shared/words/words'
import { OPERATOR } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { checkRules, type Finding } from '../../answers/quality/check-rules.ts'
import { readCompleteness, type TypeQuality } from '../../answers/quality/completeness.ts'
import { readIndicatorQuality, type IndicatorQuality } from '../../answers/quality/indicator-quality.ts'
import { readSchoolYear, type SchoolYear } from '../../answers/quality/school-year.ts'
import { inColumns } from './text-table.ts'
import { cliLocale, say } from '../../ground/locale.ts'
import { printJson, printLine } from './print.ts'
import { noRecordsYet, readHome } from './home.ts'
import SAID from './said.json' with { type: 'json' }

export interface QualityOptions {
  institution: string
  year?: number
  json?: boolean
}

interface Report {
  year: SchoolYear
  completeness: TypeQuality[]
  findings: Finding[]
  indicators: IndicatorQuality
}

/** Answers `causeway quality`. */
export async function printQuality(causeway: Causeway, options: QualityOptions): Promise<void> {
  const year = await readYear(causeway, options)
  const report: Report = {
    year,
    completeness: await readCompleteness(causeway, OPERATOR, year),
    findings: await checkRules(causeway, year),
    indicators: await readIndicatorQuality(causeway, OPERATOR, year),
  }
  if (options.json) printJson(toJson(report))
  else for (const line of toLines(report)) printLine(line)
}

async function readYear(causeway: Causeway, { institution, year }: QualityOptions): Promise<SchoolYear> {
  const { home, opening } = await readHome(causeway, institution)
  const asked = year ?? opening
  if (asked === null) throw noRecordsYet(home.name, '--year')
  return readSchoolYear(causeway, OPERATOR, institution, asked)
}

function toLines({ year, completeness, findings, indicators }: Report): string[] {
  const label = (locale: 'ZH' | 'EN') => periodLabel({ basis: 'SCHOOL_YEAR', ...year }, locale)
  const { name } = year.home
  return [
    say({ zh: `${name.zh}　${label('ZH')}　数据质量`, en: `${name.en}, ${label('EN')}: quality of its records` }),
    '',
    ...completenessLines(completeness),
    ...section({ zh: '待改内容', en: 'To be corrected' }, findings.flatMap(findingLines)),
    ...section(
      SAID.FAR_FROM_PAST,
      indicators.outliers.map(({ declaration: { code, name: called, decimals }, value, median, years }) => {
        const [now, usual] = [value, median].map((it) => formatValue(it, decimals, cliLocale))
        return say(fill(SAID.FAR_FIGURE, { code, calledZh: called.zh, now, years, usual, calledEn: called.en }))
      }),
    ),
    ...section({ zh: '算不出的指标', en: 'Indicators that cannot be computed' }, uncomputedLines(indicators)),
  ]
}

function section(title: Words, lines: string[]): string[] {
  const none = say({ zh: '  无', en: '  none' })
  return [
    '',
    say({ zh: `${title.zh}：`, en: `${title.en}:` }),
    ...(lines.length === 0 ? [none] : lines.map((line) => `  ${line}`)),
  ]
}

function completenessLines(completeness: TypeQuality[]): string[] {
  const heading = [
    { zh: '台账', en: 'record type' },
    { zh: '责任部门', en: 'unit' },
    { zh: '记录', en: 'records' },
    { zh: '首次导入', en: 'first import' },
    { zh: '最后导入', en: 'last import' },
    { zh: '距期末（天）', en: 'days after the end' },
    { zh: '有佐证', en: 'with evidence' },
  ].map(say)
  const rows = completeness.map(({ type, unit, records, state, firstImport, lastImport, daysAfterEnd, proved }) => [
    unit === null ? say(type.label) : '',
    unit ?? say({ zh: '全校', en: 'all' }),
    state === 'RECORDS'
      ? String(records)
      : say(state === 'NOTHING' ? { zh: '零报告', en: 'zero report' } : gapWords.NO_RECORDS.word),
    firstImport ?? '',
    lastImport ?? '',
    daysAfterEnd === null ? '' : String(daysAfterEnd),
    proved === null || records === 0 ? '' : `${formatValue((100 * proved) / records, 0, cliLocale)}%`,
  ])
  return inColumns([heading, ...rows])
}

function findingLines({ rule, message }: Finding): string[] {
  const words = {
    ERROR: { zh: '错误', en: 'error' },
    WARNING: { zh: '提醒', en: 'mind' },
    HINT: { zh: '建议', en: 'hint' },
  }
  return [`[${say(words[rule.severity])}] ${say(message)} [${rule.code}]`, `    ${say(rule.instruction)}`]
}

/** Indicators that want the same records stand together. */
function uncomputedLines({ uncomputed }: IndicatorQuality): string[] {
  const wanting = Map.groupBy(uncomputed, ({ gap, missing }) =>
    JSON.stringify([gap, missing.map(({ words }) => words)]),
  )
  return [...wanting.values()].flatMap((alike) => {
    const [{ gap, missing }] = alike as [(typeof alike)[number]]
    const codes = alike.map(({ declaration }) => declaration.code).join(say({ zh: '、', en: ', ' }))
    if (missing.length === 0) return [`${codes}${say({ zh: '：', en: ': ' })}${say(gapWords[gap].meaning)}`]
    const types = {
      zh: missing.map(({ words }) => words.zh).join('、'),
      en: missing.map(({ words }) => words.en).join(', '),
    }
    return [
      say(fill(SAID.NOT_REPORTED, { codes, typesZh: types.zh, typesEn: types.en })),
      ...new Set(missing.map(({ command }) => `    ${say(command)}`)),
    ]
  })
}

function toJson({ year, completeness, findings, indicators }: Report): object {
  const { institution, year: begins, start, end, partial, home } = year
  return {
    ...{ institution, year: begins, start, end, partial, dataDate: home.dataDate },
    completeness: completeness.map(({ type, ...rest }) => ({ type: type.name, ...rest })),
    findings: findings.map(({ rule, id, recordType, count, message, keys }) => ({
      ...{ code: rule.code, severity: rule.severity, instruction: rule.instruction },
      ...{ id, recordType, count, message, keys },
    })),
    outliers: indicators.outliers.map(({ declaration, value, median, deviations, years }) => ({
      ...{ indicator: declaration.id, code: declaration.code, value, median, deviations, years },
    })),
    uncomputed: indicators.uncomputed.map(({ declaration, gap, missing }) => ({
      ...{ indicator: declaration.id, code: declaration.code, gap },
      missing: missing.map(({ type, words, command }) => ({ type: type.name, label: words, command })),
    })),
  }
}
