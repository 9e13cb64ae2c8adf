import { strToU8 } from 'fflate'
import { dimensionWords } from '@causeway/shared/words/terms'
import { BETWEEN_SENTENCES, capital, inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { findMade, type MadePlace } from './docx/find-made.ts'
import { addChart } from './docx/make-chart.ts'
import { tableXml, type MadeTable } from './docx/make-table.ts'
import { MAIN_PART, packWord, textOfPart, unpackWord, type WordParts } from './docx/word-package.ts'
import { edited, type Edit } from './docx/xml-places.ts'
import type { RememberedTable } from './memory.ts'
import { MOST_SERIES } from './shipped/chart-part.ts'
import type { ReportAsk } from './standing.ts'
import { parseTag, startOf } from './tags/parse-tag.ts'
import { readColumns } from './table-columns.ts'
import type { FormEdition } from '../../figures/forms/form-definition.ts'
import { columnTags, parseTable, writtenLoop, writtenTag, type TableTag } from './tags/parse-table.ts'
import type { TagProblem } from './tags/kinds.ts'
import WORDS from './words.json' with { type: 'json' }

type Asked = Pick<ReportAsk, 'institution' | 'year' | 'locale'>

/**
 * The template with tables and native charts in the place of the tags that ask for them, made of tags that are filled as a writer's
 * own are, so that they are refreshed alike. What cannot be understood stays, and is named with the unknown tags.
 */
export async function makeFromNothing(
  bytes: Buffer,
  causeway: Causeway,
  viewer: Viewer,
  asked: Asked,
): Promise<{ bytes: Buffer; problems: Map<string, Words>; tables: RememberedTable[] }> {
  const parts = unpackWord(bytes)
  const problems = new Map<string, Words>()
  const tables: RememberedTable[] = []
  const places = findMade(parts, (name) => ['table', 'chart'].includes(startOf(name)[0]))
  if (places.length === 0) return { bytes, problems, tables }
  const made: WordParts = { ...parts }
  const edits: Edit[] = []
  for (const place of places) {
    const text = await madeXml(made, place)
    if (text !== null) edits.push({ start: place.paragraph.start, end: place.paragraph.end, text })
  }
  if (edits.length === 0) return { bytes, problems, tables }
  made[MAIN_PART] = strToU8(edited(textOfPart(parts, MAIN_PART), edits))
  return { bytes: packWord(made), problems, tables }

  async function madeXml(into: WordParts, place: MadePlace): Promise<string | null> {
    const [start, rest] = startOf(place.name)
    if (start === 'table') {
      const tag = parseTable(rest, causeway)
      const table = 'words' in tag ? tag : await tableOf(tag)
      if (!('words' in table)) return tableXml(into, table, place)
      problems.set(place.name, table.words)
      return null
    }
    const tag = parseTag(place.name, causeway.indicators)
    if (!('is' in tag) || tag.is !== 'chart') return null
    const { figures, look } = tag
    const said = figures.map((figure) =>
      figure.by ? `{${writtenLoop(figure)}.list}` : `{${writtenTag(figure)}.summary}`,
    )
    const description = [inLocale(WORDS.chartOf, asked.locale), ...said].join(inLocale(BETWEEN_SENTENCES, asked.locale))
    const series = Array.from({ length: figures[0]!.by ? MOST_SERIES : figures.length }, (_, n) => String(n + 1))
    return addChart(into, { tag: `{${place.name}}`, description, series, look }, place, asked.locale)
  }

  async function tableOf(tag: TableTag): Promise<MadeTable | TagProblem> {
    const say = (words: keyof typeof WORDS.tableHeads) => inLocale(WORDS.tableHeads[words], asked.locale)
    if (tag.is === 'lines')
      return looped(
        tag.loop,
        [say('no'), say('line'), say('unit'), say('previous'), say('now'), say('note')],
        ['{line.no}', '{line.label}', '{line.unit}', '{line.previous}', '{line}', '{line.note}'],
        columnsOfLines(tag.edition, asked.locale),
      )
    if (tag.is === 'years') {
      const [open, close] = asked.locale === 'ZH' ? ['（', '）'] : [' (', ')']
      const head = tag.figures.map(
        (figure) => `{${writtenTag(figure, ['name'])}}${open}{${writtenTag(figure, ['unit'])}}${close}`,
      )
      const row = tag.figures.map((figure) => `{${writtenTag(figure, ['number'])}}`)
      return looped(`years ${tag.years}`, [say('year'), ...head], ['{year}', ...row])
    }
    const { figure } = tag
    const words = dimensionWords[figure.by as keyof typeof dimensionWords] ?? WORDS.category
    const dimension = capital(inLocale(words, asked.locale))
    if (tag.is === 'categories') {
      const backs = Array.from({ length: tag.years }, (_, n) => tag.years - 1 - n)
      const head = backs.map((back) => `{${writtenTag({ ...figure, back: figure.back + back }, ['period'])}}`)
      const row = backs.map((back) => `{figure${back > 0 ? `.previous${back}` : ''}.number}`)
      return looped(writtenLoop(figure, tag.years), [dimension, ...head], ['{category}', ...row])
    }
    const keys = await readColumns(
      causeway,
      viewer,
      { ...asked, institution: asked.institution.code },
      figure,
      tag.across,
    )
    if ('words' in keys) return keys
    const loop = writtenLoop(figure)
    const known = { loop, figure: writtenTag(figure), across: tag.across, keys }
    tables.push(known)
    const columns = keys.map((key) => columnTags(known.figure, known.across, key))
    const [head, row] = [columns.map((one) => `{${one.head}}`), columns.map(({ cell }) => `{${cell}}`)]
    return looped(loop, [dimension, ...head], ['{category}', ...row])
  }
}

/** A row for each turn of a loop; the first column holds words. @param columns whether each holds words, and its part of the width */
function looped(loop: string, head: string[], row: string[], columns = usual(row.length)): MadeTable {
  const last = row.length - 1
  const cells = row.map((text, n) => `${n === 0 ? `{#${loop}}` : ''}${text}${n === last ? '{/}' : ''}`)
  const textColumns = new Set(columns.flatMap(([isText], n) => (isText === 1 ? n : [])))
  return { head, row: cells, textColumns, widths: columns.map(([, width]) => width) }
}

/** Numbers and units of lines on one line each, in hundredths of the width; what is left is for their words and their notes. */
function columnsOfLines({ lines }: FormEdition, locale: Locale): [isText: 0 | 1, width: number][] {
  const heads = WORDS.tableHeads
  const number = widthFor([inLocale(heads.no, locale), ...lines.map((line) => line.number)])
  const unit = widthFor([inLocale(heads.unit, locale), ...lines.map((line) => inLocale(line.unit, locale))])
  const value = 12
  const rest = 100 - number - unit - 2 * value
  return [
    [1, number],
    [1, rest * 0.45],
    [1, unit],
    [0, value],
    [0, value],
    [1, rest * 0.55],
  ]
}

/** For the longest of these words, in the letters of a table. A Chinese one is as wide as two others. */
function widthFor(texts: readonly string[]): number {
  const letters = texts
    .flatMap((text) => text.split(/(?<=[\s-])/))
    .map((word) => word.replaceAll(/[\u2E80-\uFFFF]/g, '  ').length)
  return Math.max(...letters) * 1.35 + 2.5
}

const usual = (count: number): [isText: 0 | 1, width: number][] =>
  Array.from({ length: count }, (_, n) => (n === 0 ? [1, 3] : [0, 2]))
