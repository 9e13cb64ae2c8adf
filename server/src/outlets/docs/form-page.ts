import { basisWords, scopeWords } from '@causeway/shared/words/terms'
import type { Locale } from '@causeway/shared/words/words'
import type { FormCheck, FormDefinition, FormEdition } from '../../figures/forms/form-definition.ts'
import type { FormLine } from '../../figures/indicators/form-line.ts'
import { listForms } from '../../figures/forms/find-form.ts'
import { confidenceWords, CONFIDENCE_TAGS } from '../../answers/forms/form-words.ts'
import { questionsOf } from '../../answers/forms/line-figure.ts'
import { CATALOGUE } from '../../figures/indicators/catalogue.ts'
import { markdownTable, penOf, toPage } from './markdown.ts'
import words from './words.json' with { type: 'json' }

const TEXTS = words.forms

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
