import { fill, inLocale, type Words } from '@causeway/shared/words/words'
import { contentText } from '../../answers/forms/form-words.ts'
import { rowsOf } from './category-rows.ts'
import { chartData } from './chart-data.ts'
import type { FigureReader, Span } from './figure-reader.ts'
import { figureTexts, separator } from './figure-text.ts'
import { figureLock } from './lock-figures.ts'
import { planValues, queryOf, spanOfLoop, yearsOf, type Plan } from './plan-values.ts'
import { pathKey, type Report, type ReportText } from './report.ts'
import { outermost, type ReportAsk, type TagStanding } from './standing.ts'
import type { Fact, FigureTag, ReportTag } from './tags/kinds.ts'
import type { TagNode, TagTree, UnknownTag } from './tag-tree.ts'
import { FACT_TITLES, schoolYear, writeFact } from './write-fact.ts'
import WORDS from './words.json' with { type: 'json' }

/** What represents each tag of a template. Questions that make no sense join the unknown tags. */
export async function writeValues(
  reader: FigureReader,
  tree: TagTree,
  ask: ReportAsk,
): Promise<{ report: Report; unknown: UnknownTag[] }> {
  const { plan, revision } = await readPlanned(reader, tree, ask)
  const unknown = [...tree.unknown, ...plan.unknown].sort((a, b) => a.index - b.index)
  const { locale } = ask
  const values: Report['values'] = new Map()
  const lock = figureLock(locale)
  const { figureText, holds, isHidden, questionOf } = figureTexts(reader, plan, ask, lock)
  const omitsGaps = tree.roots.some(({ tag }) => tag.is === 'omit-gaps')
  const rule = omitsGaps ? 'ALL' : undefined
  const chart = chartData(reader, ask, lock, questionOf)
  for (const node of tree.roots) write(node, outermost(ask.year))
  return { report: { values, figures: lock.list(), revision, omitsGaps }, unknown }

  function write(node: TagNode, standing: TagStanding): void {
    if (plan.senseless.has(node.index)) return
    const { tag } = node
    const path = [...standing.path, node.name]
    if (tag.is === 'fact') set(path, factText(tag.fact, standing))
    else if (tag.is === 'category') set(path, categoryText(standing))
    else if (tag.is === 'and')
      set(path, plainText(inLocale(separator(standing.turn, standing.turns), locale), 'WORDS', ''))
    else if (tag.is === 'omit-gaps') set(path, plainText('', 'WORDS', ''))
    else if (tag.is === 'figure') set(path, { ...figureText(node.raw, tag.figure, standing), omit: omitOf(tag.figure) })
    else if (tag.is === 'record') set(path, recordText(tag.field, standing))
    else if (tag.is === 'line') set(path, lineText(node.raw, tag.part, standing))
    else if (tag.is === 'chart') set(path, chart(node.raw, tag))
    else writeLoop(node, path, turnsOf(node, standing), standing)
  }

  function omitOf({ omit, ofForm }: FigureTag) {
    return omit ? 'ONE' : ofForm ? undefined : rule
  }

  function writeLoop(node: TagNode, path: (string | number)[], turns: Turn[], standing: TagStanding): void {
    const isCondition = node.tag.is === 'condition'
    const isSecret = node.tag.is === 'condition' && isHidden(node.tag, standing)
    const members = turns.map(({ member }) => member)
    set(path, {
      turns: turns.length,
      members,
      ...(isCondition && { isCondition }),
      ...(isSecret && { isHidden: true }),
    })
    const written = isCondition && turns.length === 0 && ask.whole ? [{ member: '', at: {} }] : turns
    written.forEach(({ at }, turn) => {
      const place = isCondition ? {} : { turn, turns: turns.length }
      for (const child of node.children) write(child, { ...standing, ...at, ...place, path: [...path, turn] })
    })
  }

  function turnsOf(node: TagNode, standing: TagStanding): Turn[] {
    const { tag } = node
    if (tag.is === 'years') return yearsOf(ask.year, tag.count).map((year) => ({ member: String(year), at: { year } }))
    if (tag.is === 'condition') return holds(tag, standing) ? [{ member: 'holds', at: {} }] : []
    if (tag.is === 'records')
      return reader
        .recordsOf(tag.type, schoolYear(ask.institution, standing.year)[1])
        .map((record) => ({ member: record.key, at: { record } }))
    if (tag.is === 'lines')
      return tag.edition.lines.map((line) => ({
        member: line.number,
        at: { line: { form: tag.form, edition: tag.edition.edition, line } },
      }))
    if (tag.is !== 'categories') throw new Error(`${tag.is} is no loop`)
    const query = queryOf(tag.figure)
    const span = spanOfLoop(node, standing, ask)
    return rowsOf(reader, tag.figure, query, standing.year - tag.figure.back, span)!.map((row) => ({
      member: row.key ?? '',
      at: { category: { tag: tag.figure, query, span, row } },
    }))
  }

  function set(path: (string | number)[], value: Report['values'] extends Map<string, infer V> ? V : never): void {
    values.set(pathKey(path), value)
  }

  function plainText(text: string, kind: 'LABEL' | 'WORDS', title: string, key: unknown = text): ReportText {
    return { text, kind, title, key: JSON.stringify([title, key]), gap: null, figure: null }
  }

  function factText(fact: Fact, { year, path }: TagStanding): ReportText {
    const kind = fact.includes('year') && path.length > 0 ? 'LABEL' : 'WORDS'
    return plainText(writeFact(fact, ask, year), kind, inLocale(FACT_TITLES[fact], locale), [fact, year])
  }

  function categoryText({ category }: TagStanding): ReportText {
    const { label = null, key = null } = category?.row ?? {}
    return plainText(label ? inLocale(label, locale) : '—', 'LABEL', inLocale(WORDS.category, locale), key)
  }

  function recordText(field: string | null, { record }: TagStanding): ReportText {
    const words: Words = field === null ? record!.label : (record!.texts.get(field) ?? { zh: '—', en: '—' })
    return plainText(inLocale(words, locale), 'LABEL', inLocale(WORDS.record, locale), [record!.key, field])
  }

  function lineText(
    raw: string,
    part: Extract<ReportTag, { is: 'line' }>['part'],
    { line: at, year }: TagStanding,
  ): ReportText {
    const { form, edition, line } = at!
    const { number, label, unit } = line
    const title = inLocale(fill(WORDS.formLine, { number }), locale)
    const key = [form, edition, number, part, year]
    if (part === 'no') return plainText(number, 'LABEL', title, key)
    if (part === 'label') return plainText(inLocale(label, locale), 'LABEL', title, key)
    if (part === 'unit') return plainText(inLocale(unit, locale), 'WORDS', title, key)
    const filled = reader.formOf(form, edition, year).lines.find((one) => one.line.number === number)!
    if (part === 'note') return plainText(filled.note ? inLocale(filled.note, locale) : '—', 'WORDS', title, key)
    const content = part === 'previous' ? filled.last : filled
    for (const { figure, declaration, request, series } of content.figures) {
      const { institution: _institution, from, to, ...query } = request
      const { basis, at: day, scope } = series
      const read = { revision: series.revision, span: [from ?? year, to ?? year] as Span }
      lock.add(raw, query, { declaration, basis, at: day ?? '', scope }, figure, read)
    }
    const text = contentText(line, content, locale)
    return { ...plainText(text, 'WORDS', title, key), kind: 'FIGURE', gap: content.gap }
  }
}

interface Turn {
  member: string
  at: Partial<TagStanding>
}

/** What categories there are is known only after a reading, so what they need is planned again after it. */
async function readPlanned(
  reader: FigureReader,
  { roots }: TagTree,
  ask: ReportAsk,
): Promise<{ plan: Plan; revision: number | null }> {
  let revision: number | null = null
  for (;;) {
    const plan = planValues(reader, roots, ask)
    if (reader.isRead()) return { plan, revision }
    revision = await reader.read()
  }
}
