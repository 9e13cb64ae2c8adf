import { optionsOf, type FieldOption } from '../../field-options.ts'
import type { Field, RecordType } from '../../record-type.ts'
import { countryWithin, isWhole } from '../cells/country-within.ts'
import { longEnough, makeTitleFinder, mostTelling } from '../cells/said-in-title.ts'
import type { Source } from '../mapping/mapping.ts'
import type { SheetTitles } from '../sheets/sheet-titles.ts'
import { lackingOf, type LookedTable } from './looked-table.ts'
import type { Move } from './move.ts'
import { anyOf } from './lines-left-out.ts'
import { sayFields } from './value-moves.ts'
import WORDS from './moves.json' with { type: 'json' }

/** Codes and names of the records that may be named, by their type. */
export type Registers = ReadonlyMap<string, readonly FieldOption[]>

/** A text that means something to a field, in a title or in the name of a sheet. */
interface Found {
  line: string
  from: number
  to: number
}

type Find = (text: string) => { from: number; to: number } | null

const LONGEST_LINE = 200
const PLACES = ['title', 'sheet', 'file'] as const
const SENTENCES = { title: WORDS.TITLE, sheet: WORDS.SHEET, file: WORDS.FILE }
/** Kinds of fields that may have any other value in the next file. */
const OPEN_KINDS: readonly Field['kind'][] = ['reference', 'date', 'year']
const DAY = /(?<!\d)(?:19|20)\d{2}(?:年\s*\d{1,2}月(?:\s*\d{1,2}日)?|([./-])\d{1,2}\1\d{1,2}(?!\d))/u
/** Such a day is of the list, and not of what is in it. */
const DAY_OF_LIST = /(?:截至|截止|统计|填表|填报|制表|打印|as of|up to|until)[^\d]{0,6}$/iu

/** What the titles, or the names of the sheets, say of every row. */
export function titleMoves(table: LookedTable, registers: Registers): Move[] {
  const { titles, path } = table
  if (titles.length === 0) return []
  const all = [...lackingOf(table), ...saidOf(table)].flatMap((field) => {
    const find = besideLabel(finderOf(field, table.fields[field.name], registers), table.type)
    if (!find) return []
    // The name of a file changes from year to year in all but what is a year in it.
    for (const place of field.kind === 'year' ? PLACES : PLACES.slice(0, 2)) {
      const found = foundIn(
        titles,
        (one) => (place === 'title' ? one.lines : [place === 'sheet' ? one.name : one.file]),
        find,
      )
      if (found) return [{ field, found, place }]
    }
    return []
  })
  return all.map(({ field, found, place }): Move => {
    const [first] = found as [Found]
    const others = all.flatMap((one) =>
      one.field === field ? [] : one.found.filter(({ line }) => line === first.line),
    )
    const source: Source = {
      [place]: true,
      extract: patternOf(found, others, !OPEN_KINDS.includes(field.kind)),
      ...(field.kind === 'date' && !field.edge && { month: 'last' }),
    }
    return {
      ...{ id: `title ${field.name}`, kind: 'TITLE', columns: [], isSure: false },
      words: sayFields(SENTENCES[place], { line: first.line, value: textOf(first) }, { field }),
      examples: found.length < 2 ? [] : found.slice(0, 3).map((one) => ({ before: one.line, after: textOf(one) })),
      changes: [[[...path, 'fields', field.name], source]],
    }
  })
}

/** Fields of which somebody said one value for all rows, or for each sheet: it may be read of the next file too. */
export function saidOf({ type, fields }: LookedTable): Field[] {
  return type.fields.filter(({ name }) => {
    const source = fields[name]
    return typeof source === 'object' && source.constant !== undefined
  })
}

/** What the records are called, as 中外合作办学机构（项目）, says nothing of one of them. */
function besideLabel(find: Find | null, { label }: RecordType): Find | null {
  return find && ((text) => find(text.replaceAll(label.zh, blankOf).replaceAll(label.en, blankOf)))
}

const blankOf = (text: string) => '\n'.repeat(text.length)

const textOf = ({ line, from, to }: Found) => line.slice(from, to)

/** In every sheet, or null. */
function foundIn(
  titles: readonly SheetTitles[],
  linesOf: (of: SheetTitles) => readonly string[],
  find: Find,
): Found[] | null {
  const found = titles.flatMap((of): Found[] => {
    for (const line of linesOf(of)) {
      const place = line.length > LONGEST_LINE ? null : find(line)
      if (place) return [{ line, ...place }]
    }
    return []
  })
  return found.length === titles.length ? found : null
}

/** What the field knows of a text; null: nothing can be known of it. */
function finderOf(field: Field, said: string | Source | undefined, registers: Registers): Find | null {
  const { kind, to, required } = field
  const constant = typeof said === 'object' && said.constant !== undefined ? String(said.constant) : null
  const isMeant = ({ key, label }: FieldOption) =>
    constant === null || [key, label.zh, label.en].some((text) => text === constant)
  if (kind === 'country' && constant === null) return countryWithin
  if (kind === 'year') return findYear(field)
  if (kind === 'date') return required && constant === null ? findDay : null
  if (kind !== 'choice' && kind !== 'reference' && kind !== 'country') return null
  const options: readonly FieldOption[] = kind === 'reference' ? (registers.get(to ?? '') ?? []) : optionsOf(field)
  const also = new Map(kind === 'choice' ? field.choices?.map((choice) => [choice.key, choice.also ?? []]) : [])
  const names = options
    .filter(isMeant)
    .flatMap(({ key, label }) => [label.zh, label.en, ...(also.get(key) ?? []), ...(kind === 'reference' ? [key] : [])])
  return findAmong(constant === null ? names : [...names, constant])
}

function findAmong(names: readonly string[]): Find {
  const longest = longEnough(names).toSorted((a, b) => b.length - a.length)
  return (text) => {
    for (const name of longest) {
      const from = text.toLowerCase().indexOf(name.toLowerCase())
      if (from >= 0 && isWhole(text, from, from + name.length)) return { from, to: from + name.length }
    }
    return null
  }
}

/** A year that is written as the field has it: of 2024-2025学年 it is not. */
function findYear(field: Field): Find {
  const find = makeTitleFinder(field)!
  return (text) => {
    const said = find(text)
    const [first, ...others] = said.length === 0 ? [] : mostTelling(said)
    const isWritten = first && text.slice(first.from, first.to) === first.value
    return isWritten && others.every(({ is }) => is === first.is) ? first : null
  }
}

function findDay(text: string): { from: number; to: number } | null {
  const match = DAY.exec(text)
  if (!match || DAY_OF_LIST.test(text.slice(0, match.index))) return null
  return { from: match.index, to: match.index + match[0].length }
}

/**
 * So that it fits the titles of other sheets and of next year, where other years and names are. Where it does not fit those of all
 * sheets, or of a closed list nothing parts the name from another: the names that are there. `others`: what else the line names.
 */
function patternOf(found: readonly Found[], others: readonly Found[], isClosed: boolean): string {
  const [first] = found as [Found]
  const isBeside = others.some(({ from, to }) => to === first.from || from === first.to)
  const pattern = isClosed && isBeside ? '' : contextOf(first, others)
  const expression = new RegExp(pattern, 'u')
  const isFit = pattern !== '' && pattern.length <= LONGEST_PATTERN
  const fits = isFit && found.every((one) => expression.exec(one.line)?.[1] === textOf(one))
  return fits ? pattern : `(${anyOf(found.map(textOf))})`
}

const LONGEST_PATTERN = 500
const [THIS, OTHER] = ['(.+?)', '.+?']

function contextOf(one: Found, others: readonly Found[]): string {
  const { line } = one
  const spans = [{ ...one, is: THIS }]
  // Two that nothing parts would be one.
  const isApart = ({ from, to }: Found) => spans.every((span) => to < span.from || from > span.to)
  for (const other of others) if (isApart(other)) spans.push({ ...other, is: OTHER })
  spans.sort((a, b) => a.from - b.from)
  let [pattern, at] = ['^', 0]
  for (const [i, { from, to, is }] of spans.entries()) {
    const text = line.slice(at, from)
    pattern += (i > 0 && text.trim() === '' ? String.raw`\s+` : asPattern(text)) + is
    at = to
  }
  return `${pattern}${asPattern(line.slice(at))}$`
}

function asPattern(text: string): string {
  return text
    .replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    .replaceAll(/\d+/g, String.raw`\d+`)
    .replaceAll(/\s+/g, String.raw`\s*`)
}
