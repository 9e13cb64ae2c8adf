import { formatQuantity, gapWords } from '@causeway/shared/format-figure'
import { periodDays, periodLabel } from '@causeway/shared/period'
import { THEMES, type Theme } from '@causeway/shared/series'
import { toIso } from '@causeway/shared/day'
import { basisWords, scopeWords, themeWords, kindWords, dimensionWords } from '@causeway/shared/words/terms'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import type { Confidence } from '../../figures/indicators/form-line.ts'
import { linesFedBy, type OfficialLine } from '../../figures/forms/find-form.ts'
import { CATALOGUE } from '../../figures/indicators/catalogue.ts'
import type { Declaration, DimensionId } from '../../figures/indicators/definition.ts'
import { formulaOf } from '../../figures/indicators/formula.ts'
import { labelOf } from '../../figures/indicators/formula/value-words.ts'
import { fieldsOf, recordTypeOf } from '../../records/record-types.ts'
import { markdownTable } from './markdown-table.ts'

const TEXTS = {
  title: { zh: '指标目录', en: 'The indicators' },
  made: {
    zh: '本页由指标声明自动生成（`npm run docs`），请勿手改。',
    en: 'This page is made from the declarations (`npm run docs`); do not edit it.',
  },
  code: { zh: '代码', en: 'Code' },
  name: { zh: '名称', en: 'Name' },
  id: { zh: '标识', en: 'Id' },
  unit: { zh: '单位', en: 'Unit' },
  kind: { zh: '类型', en: 'Kind' },
  bases: { zh: '统计时段', en: 'Bases' },
  scope: { zh: '默认统计范围', en: 'Scope where none is asked for' },
  anyCountry: { zh: '不限', en: 'any country' },
  noScope: { zh: '无', en: 'none' },
  dimensions: { zh: '可分列的维度', en: 'Broken down by' },
  formula: { zh: '计算口径', en: 'How it is made' },
  fillingNote: { zh: '填报说明', en: 'How to fill it in' },
  threshold: { zh: '达标要求', en: 'What is asked' },
  lines: { zh: '对应的官方指标项', en: 'Official lines it feeds' },
  example: { zh: '算例', en: 'Worked example' },
  answer: { zh: '结果', en: 'Answer' },
} satisfies Record<string, Words>

/** How sure we are of the wording of an official line. */
const CONFIDENCE: Record<Confidence, Words> = {
  VERIFIED: { zh: '已在原发布者处核实', en: 'seen at the original publisher' },
  MIRROR: { zh: '见于转载，文字可能有误', en: 'seen on a re-post, wording may be damaged' },
  CODE: { zh: '见于公开的程序或数据字典', en: 'seen in public code or data dictionaries' },
  GENERAL: { zh: '一般了解，文字和次序未经证实', en: 'general knowledge, wording and order unproven' },
}

/** The page of all indicators in one language, as Markdown. */
export function indicatorCataloguePage(locale: Locale): string {
  const say = (key: keyof typeof TEXTS) => inLocale(TEXTS[key], locale)
  const lines = [`# ${say('title')}`, '', say('made'), '']
  for (const theme of THEMES) lines.push(...themeTable(theme, locale))
  for (const theme of THEMES) {
    lines.push(`## ${inLocale(themeWords[theme], locale)}`, '')
    for (const declaration of ofTheme(theme)) lines.push(...section(declaration, locale))
  }
  return `${lines.join('\n').trimEnd()}\n`
}

function ofTheme(theme: Theme): Declaration[] {
  return CATALOGUE.filter((declaration) => declaration.theme === theme)
}

function themeTable(theme: Theme, locale: Locale): string[] {
  const say = (key: keyof typeof TEXTS) => inLocale(TEXTS[key], locale)
  const rows = ofTheme(theme).map((one) => [
    `\`${one.code}\``,
    inLocale(one.name, locale),
    `\`${one.id}\``,
    inLocale(one.unit, locale),
    inLocale(kindWords[one.kind], locale),
  ])
  return [
    `**${inLocale(themeWords[theme], locale)}**`,
    '',
    ...markdownTable([say('code'), say('name'), say('id'), say('unit'), say('kind')], rows),
    '',
  ]
}

function section(declaration: Declaration, locale: Locale): string[] {
  const say = (key: keyof typeof TEXTS) => inLocale(TEXTS[key], locale)
  const colon = locale === 'ZH' ? '：' : ': '
  const comma = locale === 'ZH' ? '、' : ', '
  const { scope } = declaration
  const scopeText = !scope
    ? say('noScope')
    : scope.default
      ? inLocale(scopeWords[scope.default], locale)
      : say('anyCountry')
  const dimensions = (Object.keys(declaration.dimensions) as DimensionId[]).map((id) =>
    inLocale(dimensionWords[id], locale),
  )
  const official = linesFedBy({ indicators: CATALOGUE }, declaration.id)
  return [
    `### ${declaration.code} ${inLocale(declaration.name, locale)}`,
    '',
    inLocale(declaration.definition, locale),
    '',
    `- **${say('formula')}**${colon}${inLocale(formulaOf(declaration), locale)}`,
    ...(declaration.fillingNote
      ? [`- **${say('fillingNote')}**${colon}${inLocale(declaration.fillingNote, locale)}`]
      : []),
    ...(declaration.threshold
      ? [`- **${say('threshold')}**${colon}${inLocale(declaration.threshold.words, locale)}`]
      : []),
    `- **${say('bases')}**${colon}${declaration.bases.map((basis) => inLocale(basisWords[basis], locale)).join(comma)}`,
    `- **${say('scope')}**${colon}${scopeText}`,
    `- **${say('dimensions')}**${colon}${dimensions.join(comma)}`,
    ...(official.length > 0
      ? [`- **${say('lines')}**${colon}`, ...official.map((line) => `  - ${lineText(line, locale)}`)]
      : []),
    '',
    ...exampleText(declaration, locale),
  ]
}

function lineText({ form, edition, line }: OfficialLine, locale: Locale): string {
  return locale === 'ZH'
    ? `${form.name.zh}（${edition.edition}版）：${line.label.zh}（${CONFIDENCE[line.confidence].zh}）`
    : `${form.name.en} (${edition.edition}): ${line.label.en} (${CONFIDENCE[line.confidence].en})`
}

function exampleText({ example, unit, decimals }: Declaration, locale: Locale): string[] {
  const say = (key: keyof typeof TEXTS) => inLocale(TEXTS[key], locale)
  if (!example) return []
  const colon = locale === 'ZH' ? '：' : ': '
  const { basis, year, at } = example.ask
  const [first, last] = periodDays(basis, year, '09-01', at)
  const period = periodLabel({ basis, year, start: toIso(first), end: toIso(last) }, locale)
  const answer =
    typeof example.expect === 'number'
      ? formatQuantity(example.expect, decimals, unit, locale)
      : inLocale(gapWords[example.expect].word, locale)
  return [
    `**${say('example')}**${colon}${inLocale(example.words, locale)}`,
    '',
    ...Object.entries(example.records).flatMap(([type, rows]) => recordTable(type, rows, locale)),
    `${say('answer')}${locale === 'ZH' ? `（${period}）：` : ` (${period}): `}**${answer}**`,
    '',
  ]
}

function recordTable(typeName: string, rows: Record<string, string | number>[], locale: Locale): string[] {
  const type = recordTypeOf(typeName)
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const fields = names.map((name) => fieldsOf(type).find((field) => field.name === name)!)
  const cells = rows.map((row) =>
    fields.map((field) => {
      const value = row[field.name]
      return value === undefined ? '' : inLocale(labelOf(field, value), locale)
    }),
  )
  return [
    `*${inLocale(type.label, locale)}*`,
    '',
    ...markdownTable(
      fields.map((field) => inLocale(field.label, locale)),
      cells,
    ),
    '',
  ]
}
