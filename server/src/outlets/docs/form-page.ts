import { basisWords, scopeWords } from '@causeway/shared/words/terms'
import type { Locale, Words } from '@causeway/shared/words/words'
import type { FormCheck, FormDefinition, FormEdition } from '../../figures/forms/form-definition.ts'
import type { FormLine } from '../../figures/indicators/form-line.ts'
import { listForms } from '../../figures/forms/find-form.ts'
import { confidenceWords, CONFIDENCE_TAGS } from '../../answers/forms/form-words.ts'
import { questionsOf } from '../../answers/forms/line-figure.ts'
import { CATALOGUE } from '../../figures/indicators/catalogue.ts'
import { markdownTable, penOf, toPage } from './markdown.ts'

const TEXTS = {
  title: { zh: '官方报表', en: 'Official tables' },
  made: {
    zh: '本页由报表定义自动生成（`npm run docs`），请勿手改。',
    en: 'This page is made from the definitions (`npm run docs`); do not edit it.',
  },
  about: {
    zh: '报表是数据，不是程序：`server/src/figures/forms/data` 中一个 YAML 文件一张报表，结构见 `server/src/figures/forms/form.schema.json`。要修改某张报表，把文件复制到 `CAUSEWAY_FORMS` 所指的文件夹再改，标识（`id`）不变即取代随附的；也可新增。写错的文件在启动时逐行指出。填表用 `causeway form`、`/forms/{报表}/{版式}/{年份}.xlsx` 或 GraphQL 的 `form`；年份为统计时段起始的年份。',
    en: 'A table is data, not code: a YAML file each in `server/src/figures/forms/data`, in the shape of `server/src/figures/forms/form.schema.json`. To change one, copy its file into the folder that `CAUSEWAY_FORMS` names and edit it there: with the same `id` it takes the place of the one that ships; others are added. What is wrong in a file is reported at the start, line by line. Fill one with `causeway form`, `/forms/{form}/{edition}/{year}.xlsx` or `form` in GraphQL; the year is the one its period begins in.',
  },
  byHand: { zh: '直接填报', en: 'by hand' },
  handAbout: {
    zh: '没有台账可以算出的指标项标为“直接填报”，用 `causeway import 文件 --as form-value` 填入，须写明填报人、日期和来源；已经上报过的数用“已报数”填入，与计算值并列，不取代计算值。`form-publication` 记录一张报表已依规公布，此后任何人都能看到该表的精确数值。',
    en: 'A line that no record can fill says "by hand": fill it in with `causeway import FILE --as form-value`, with who, when and from what. A value that was filed already has the status `filed` and is beside the computed one. A `form-publication` says that a table was published as the law demands; from then on everybody sees its exact figures.',
  },
  number: { zh: '序号', en: 'No.' },
  label: { zh: '指标项', en: 'Line' },
  unit: { zh: '单位', en: 'Unit' },
  filledBy: { zh: '取自指标', en: 'Filled by' },
  how: { zh: '口径', en: 'How' },
  confidence: { zh: '可靠程度', en: 'Confidence' },
  edition: { zh: '版式', en: 'Edition' },
  years: { zh: '报告年度', en: 'reports of' },
  column: { zh: '字段', en: 'Column' },
  meaning: { zh: '含义', en: 'Meaning' },
  checks: { zh: '核对', en: 'Checks' },
  numerator: { zh: '分子', en: 'numerator' },
  denominator: { zh: '分母', en: 'denominator' },
} satisfies Record<string, Words>

type Pen = ReturnType<typeof penOf<keyof typeof TEXTS>>

/** Every official table that ships, line by line, in one language. */
export function formPage(locale: Locale): string {
  const pen = penOf(TEXTS, locale)
  const { say, colon } = pen
  const tags = Object.entries(CONFIDENCE_TAGS).map(
    ([one, tag]) => `- **${tag}**${colon}${say(confidenceWords[one as keyof typeof confidenceWords])}`,
  )
  const lines = [`# ${say('title')}`, '', say('made'), '', say('about'), '', say('handAbout'), '', ...tags, '']
  for (const form of listForms({ indicators: CATALOGUE })) lines.push(...describeForm(form, pen))
  return toPage(lines)
}

function describeForm(form: FormDefinition, pen: Pen): string[] {
  const { say, colon, semicolon } = pen
  return [
    `## ${say(form.name)} \`${form.id}\``,
    '',
    [form.authority, form.source, confidenceWords[form.confidence]].map(say).join(semicolon),
    '',
    ...form.editions.flatMap((edition) => describeEdition(edition, pen)),
    ...(form.checks
      ? [`${say('checks')}${colon}`, '', ...form.checks.map((check) => describeCheck(check, pen)), '']
      : []),
  ]
}

function describeEdition({ edition, from, to, lines, records }: FormEdition, pen: Pen): string[] {
  const { say } = pen
  const years = to === from ? String(from) : `${from}–${to ?? ''}`
  const table = records
    ? markdownTable(
        [say('column'), say('meaning'), say('confidence')],
        records.columns.map(({ name, label, confidence }) => [`\`${name}\``, say(label), CONFIDENCE_TAGS[confidence]]),
      )
    : markdownTable(
        [say('number'), say('label'), say('unit'), say('filledBy'), say('how'), say('confidence')],
        lines.map((line) => [
          line.number,
          say(line.label),
          say(line.unit),
          sourceOf(line, pen),
          howOf(line, pen),
          CONFIDENCE_TAGS[line.confidence],
        ]),
      )
  return [`### ${say('edition')} ${edition} (${say('years')} ${years})`, '', ...table, '']
}

function sourceOf(line: FormLine, { say }: Pen): string {
  const codes = questionsOf(line).map(({ indicator, part }) => {
    const side = part === 'NUMERATOR' ? 'numerator' : part === 'DENOMINATOR' ? 'denominator' : null
    return side ? `${indicator} (${say(side)})` : indicator
  })
  const sign = line.minus ? ' − ' : line.plus ? ' + ' : ' ÷ '
  return codes.length === 0 ? say('byHand') : codes.join(sign)
}

function howOf(line: FormLine, { locale, say, semicolon }: Pen): string {
  const [first] = questionsOf(line)
  const zh = locale === 'ZH'
  return [
    first?.basis && say(basisWords[first.basis]),
    first?.scope && say(scopeWords[first.scope]),
    first?.yearOffset && (zh ? `年份${signed(first.yearOffset)}` : `year ${signed(first.yearOffset)}`),
    line.definition && say(line.definition),
  ]
    .filter(Boolean)
    .join(semicolon)
}

const signed = (offset: number) => (offset > 0 ? `+${offset}` : `−${-offset}`)

function describeCheck(check: FormCheck, { say }: Pen): string {
  const [one, other] = check.rule === 'agree' ? check.lines : [check.part, check.whole]
  return `- ${check.edition}: ${one} ${check.rule === 'agree' ? '=' : '≤'} ${other} (${say(check.because)})`
}
