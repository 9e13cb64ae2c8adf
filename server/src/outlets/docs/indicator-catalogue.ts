import { formatQuantity, gapWords } from '@causeway/shared/format-figure'
import { periodDays, periodLabel } from '@causeway/shared/period'
import { THEMES, type Theme } from '@causeway/shared/series'
import { toIso } from '@causeway/shared/day'
import { basisWords, scopeWords, themeWords, kindWords, dimensionWords } from '@causeway/shared/words/terms'
import type { Locale } from '@causeway/shared/words/words'
import { linesFedBy, type OfficialLine } from '../../figures/forms/find-form.ts'
import { CATALOGUE } from '../../figures/indicators/catalogue.ts'
import type { Declaration, DimensionId } from '../../figures/indicators/definition.ts'
import { formulaOf } from '../../figures/indicators/formula.ts'
import { labelOf } from '../../figures/indicators/formula/value-words.ts'
import { fieldsOf, recordTypeOf } from '../../records/record-types.ts'
import { markdownTable, penOf, toPage } from './markdown.ts'
import words from './words.json' with { type: 'json' }

/** `confidences`: how sure we are of the wording of an official line. */
const { texts: TEXTS, confidences: CONFIDENCE } = words.indicators

type Pen = ReturnType<typeof penOf<keyof typeof TEXTS>>

/** The page of all indicators in one language, as Markdown. */
export function indicatorCataloguePage(locale: Locale): string {
  const pen = penOf(TEXTS, locale)
  const { say } = pen
  const lines = [`# ${say('title')}`, '', say('made'), '']
  for (const theme of THEMES) lines.push(...themeTable(theme, pen))
  for (const theme of THEMES) {
    lines.push(`## ${say(themeWords[theme])}`, '')
    for (const declaration of ofTheme(theme)) lines.push(...section(declaration, pen))
  }
  return toPage(lines)
}

function ofTheme(theme: Theme): Declaration[] {
  return CATALOGUE.filter((declaration) => declaration.theme === theme)
}

function themeTable(theme: Theme, { say }: Pen): string[] {
  const rows = ofTheme(theme).map((one) => [
    `\`${one.code}\``,
    say(one.name),
    `\`${one.id}\``,
    say(one.unit),
    say(kindWords[one.kind]),
  ])
  return [
    `**${say(themeWords[theme])}**`,
    '',
    ...markdownTable([say('code'), say('name'), say('id'), say('unit'), say('kind')], rows),
    '',
  ]
}

function section(declaration: Declaration, pen: Pen): string[] {
  const { say, colon, comma } = pen
  const item = (name: keyof typeof TEXTS, text: string) => `- **${say(name)}**${colon}${text}`
  const { scope, fillingNote, threshold } = declaration
  const scopeText = !scope ? say('noScope') : scope.default ? say(scopeWords[scope.default]) : say('anyCountry')
  const dimensions = (Object.keys(declaration.dimensions) as DimensionId[]).map((id) => say(dimensionWords[id]))
  const official = linesFedBy({ indicators: CATALOGUE }, declaration.id)
  return [
    `### ${declaration.code} ${say(declaration.name)}`,
    '',
    say(declaration.definition),
    '',
    item('formula', say(formulaOf(declaration))),
    ...(fillingNote ? [item('fillingNote', say(fillingNote))] : []),
    ...(threshold ? [item('threshold', say(threshold.words))] : []),
    item('bases', declaration.bases.map((basis) => say(basisWords[basis])).join(comma)),
    item('scope', scopeText),
    item('dimensions', dimensions.join(comma)),
    ...(official.length > 0 ? [item('lines', ''), ...official.map((line) => `  - ${lineText(line, pen)}`)] : []),
    '',
    ...exampleText(declaration, pen),
  ]
}

function lineText({ form, edition, line }: OfficialLine, { locale }: Pen): string {
  return locale === 'ZH'
    ? `${form.name.zh}（${edition.edition}版）：${line.label.zh}（${CONFIDENCE[line.confidence].zh}）`
    : `${form.name.en} (${edition.edition}): ${line.label.en} (${CONFIDENCE[line.confidence].en})`
}

function exampleText({ example, unit, decimals }: Declaration, pen: Pen): string[] {
  const { locale, say, colon } = pen
  if (!example) return []
  const { basis, year, at } = example.ask
  const [first, last] = periodDays(basis, year, '09-01', at)
  const period = periodLabel({ basis, year, start: toIso(first), end: toIso(last) }, locale)
  const answer =
    typeof example.expect === 'number'
      ? formatQuantity(example.expect, decimals, unit, locale)
      : say(gapWords[example.expect].word)
  return [
    `**${say('example')}**${colon}${say(example.words)}`,
    '',
    ...Object.entries(example.records).flatMap(([type, rows]) => recordTable(type, rows, pen)),
    `${say('answer')}${locale === 'ZH' ? `（${period}）：` : ` (${period}): `}**${answer}**`,
    '',
  ]
}

function recordTable(typeName: string, rows: Record<string, string | number>[], { say }: Pen): string[] {
  const type = recordTypeOf(typeName)
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const fields = names.map((name) => fieldsOf(type).find((field) => field.name === name)!)
  const cells = rows.map((row) =>
    fields.map((field) => {
      const value = row[field.name]
      return value === undefined ? '' : say(labelOf(field, value))
    }),
  )
  return [
    `*${say(type.label)}*`,
    '',
    ...markdownTable(
      fields.map((field) => say(field.label)),
      cells,
    ),
    '',
  ]
}
