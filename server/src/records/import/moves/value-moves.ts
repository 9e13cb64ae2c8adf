import { fill } from '@causeway/shared/words/words'
import type { Field } from '../../record-type.ts'
import { optionsOf } from '../../field-options.ts'
import type { Source } from '../mapping/mapping.ts'
import { CellProblem } from '../ground/row-problem.ts'
import { readRange, type DateRange } from '../cells/date-range.ts'
import { readDay } from '../cells/mapped-date.ts'
import { takeNumber } from '../mapping/source-values.ts'
import { findNumber } from '../cells/first-number.ts'
import { lastDayOf, readAmount } from '../cells/later-date.ts'
import { chooseDay, readPartialDate, type PartialDate } from '../cells/partial-date.ts'
import { isNeeded, isRead, lackingOf, shareOf, textsOf, type LookedTable } from './looked-table.ts'
import { MOST_EXAMPLES, type MappingChange, type Move, type MoveExample } from './move.ts'
import WORDS from './moves.json' with { type: 'json' }

const MOST_OF_THEM = 0.5
const LASTS = /有效期|期限|年限|时长|学制|duration|valid/iu

/** Two dates in a cell. */
export function rangeMoves(table: LookedTable): Move[] {
  const { type, fields, names, columns, path } = table
  if (!('starts' in type.span) || type.span.ends === undefined) return []
  const field = (name: string) => type.fields.find((one) => one.name === name)!
  const [start, end] = [field(type.span.starts[0]!), field(type.span.ends)]
  return columns.flatMap(({ index }): Move[] => {
    const name = names[index]!
    const isFree = (one: Field) => !(one.name in fields) || fields[one.name] === name
    const texts = textsOf(table, index)
    const ranges = texts.flatMap((text) => rangeOf(text) ?? [])
    if (!isFree(end) || texts.length === 0 || ranges.length / texts.length < MOST_OF_THEM) return []
    const saysYears = ranges.some((one) => [one.start, one.end].some((said) => said !== 'open' && !said.month))
    const ofYear = (which: 'first' | 'last') => (saysYears ? { year: which } : {})
    const move = {
      kind: 'RANGE' as const,
      columns: [index],
      examples: examplesOf(texts, (text) => sayRange(rangeOf(text))),
    }
    const last = [
      [...path, 'fields', end.name],
      { column: name, range: 'end', ...ofYear('last') },
    ] satisfies MappingChange
    const both: Move = {
      ...{ ...move, id: `range ${name}`, isSure: isFree(start) && !saysYears },
      words: sayFields(saysYears ? WORDS.RANGE_YEARS : WORDS.RANGE, { column: name }, { start, end }),
      changes: [[[...path, 'fields', start.name], { column: name, range: 'start', ...ofYear('first') }], last],
    }
    if (isFree(start)) return [both]
    // Another column says when it began; whether it says the same, its values tell.
    const words = sayFields(WORDS.RANGE_END, { column: name }, { end })
    const examples = examplesOf(texts, (text) => sayRange(rangeOf(text))?.split(' → ')[1] ?? null)
    return [{ ...move, id: `range end ${name}`, isSure: false, words, examples, changes: [last] }, both]
  })
}

/** One date where there should be two, of what may have no end. */
export function oneDateMoves(table: LookedTable): Move[] {
  const { type, fields, names, columns, path } = table
  if (!('starts' in type.span) || type.span.endless !== 'open') return []
  const end = type.fields.find(({ name }) => 'ends' in type.span && name === type.span.ends)
  return columns.flatMap(({ index }): Move[] => {
    const column = names[index]!
    const read = Object.entries(fields).flatMap(([name, source]) =>
      typeof source !== 'string' && source.column === column && source.range ? [{ name, source }] : [],
    )
    const isAsked = read.length > 1 && read.every(({ source }) => source.one_date === undefined)
    const days = textsOf(table, index).filter((text) => rangeOf(text) === null && readDay(text) !== null)
    if (!end || !isAsked || days.length === 0) return []
    return (['day', 'open'] as const).map((which) => ({
      ...{ id: `one date ${which} ${column}`, kind: 'RANGE', columns: [index], isSure: false },
      words: sayFields(which === 'day' ? WORDS.ONE_DATE_DAY : WORDS.ONE_DATE_OPEN, { column }, { end }),
      examples: examplesOf(days, (text) => `${readDay(text)} → ${which === 'day' ? readDay(text) : '…'}`),
      changes: read.map(({ name, source }) => [[...path, 'fields', name], { ...source, one_date: which }]),
    }))
  })
}

function rangeOf(text: string): DateRange | null {
  const range = readRange(text)
  return range instanceof CellProblem ? null : range
}

function sayRange(range: DateRange | null): string | null {
  if (range === null) return null
  const [start, end] = [dayOf(range.start, 'first'), range.end === 'open' ? '…' : dayOf(range.end, 'last')]
  return start && end ? `${start} → ${end}` : null
}

function dayOf(said: PartialDate, which: 'first' | 'last'): string | null {
  const day = chooseDay(said, { month: which, year: which })
  return typeof day === 'string' ? day : null
}

/** Dates that say the month, or the year, alone. */
export function partialDateMoves(table: LookedTable): Move[] {
  return table.columns.flatMap(({ index }) =>
    datesIn(table, index).flatMap(({ field, source }) => {
      const said = textsOf(table, index).flatMap((text) => readDate(text))
      return (['month', 'year'] as const).flatMap((unit) => {
        const without = said.filter(
          ({ date }) =>
            date[unit === 'month' ? 'day' : 'month'] === undefined && (unit === 'year' || date.month !== undefined),
        )
        if (without.length === 0 || source[unit] !== undefined) return []
        if (unit === 'month' && field.edge !== undefined && !table.isOwn) return []
        const choices = field.edge === undefined ? (['last', 'first'] as const) : [field.edge]
        return choices.map((which) => dateMove(table, { index, field, source, unit, which, said: without }))
      })
    }),
  )
}

interface DateAsked {
  index: number
  field: Field
  source: Source
  unit: 'month' | 'year'
  which: 'first' | 'last'
  said: { text: string; date: PartialDate }[]
}

function dateMove(table: LookedTable, { index, field, source, unit, which, said }: DateAsked): Move {
  const name = table.names[index]!
  const words = WORDS[`${unit === 'month' ? 'MONTH' : 'YEAR'}_${which === 'first' ? 'FIRST' : 'LAST'}` as const]
  return {
    ...{ id: `${unit} ${field.name} ${which}`, kind: unit === 'month' ? 'MONTH' : 'YEAR', columns: [index] },
    isSure: field.edge !== undefined && unit === 'month',
    words: fill(words, { column: name }),
    examples: said
      .slice(0, MOST_EXAMPLES)
      .map(({ text, date }) => ({ before: text, after: dayOf(date, which) ?? text })),
    changes: [[[...table.path, 'fields', field.name], { ...source, [unit]: which }]],
  }
}

function readDate(text: string): { text: string; date: PartialDate }[] {
  const date = readPartialDate(text)
  return date === 'open' || date instanceof CellProblem ? [] : [{ text, date }]
}

/** Fields that are dates and read whole from a column. */
function datesIn({ type, fields, names }: LookedTable, index: number): { field: Field; source: Source }[] {
  return type.fields.flatMap((field) => {
    const said = fields[field.name]
    if (field.kind !== 'date' || said === undefined || wholeColumnOf(said) !== names[index]) return []
    return [{ field, source: typeof said === 'string' ? { column: said } : said }]
  })
}

/** The column of which a date is all that a cell says; null: it is none such. */
function wholeColumnOf(source: string | Source | undefined): string | null {
  if (source === undefined || typeof source === 'string') return source ?? null
  return source.range || source.plus || source.cases || source.values ? null : (source.column ?? null)
}

/** Numbers with words around them. */
export function numberMoves(table: LookedTable): Move[] {
  const { type, fields, names, path } = table
  return table.columns.flatMap(({ index }): Move[] => {
    const name = names[index]!
    const texts = textsOf(table, index)
    const worded = texts.filter((text) => !/^[\d.,\s]+$/.test(text) && findNumber(text) !== null)
    if (worded.length === 0 || shareOf(texts, (text) => findNumber(text) !== null) < MOST_OF_THEM) return []
    return type.fields.flatMap((field): Move[] => {
      const source = fields[field.name]
      const isColumn = typeof source === 'string' ? source === name : source?.column === name && isPlain(source)
      if ((field.kind !== 'integer' && field.kind !== 'decimal') || !isColumn) return []
      return [
        {
          ...{ id: `number ${field.name}`, kind: 'NUMBER', columns: [index], isSure: true },
          words: fill(WORDS.NUMBER, { column: name }),
          examples: examplesOf(worded, (text) => {
            const number = takeNumber(text, field)
            return typeof number === 'string' ? number : null
          }),
          changes: [[[...path, 'fields', field.name], { column: name, number: true }]],
        },
      ]
    })
  })
}

function isPlain(source: Source): boolean {
  return Object.keys(source).every((key) => key === 'column' || key === 'optional')
}

/** An end that a duration says: 5年. */
export function plusMoves(table: LookedTable): Move[] {
  const { type, fields, names, columns, path, rows } = table
  if (!('starts' in type.span) || type.span.ends === undefined || type.span.ends in fields) return []
  const field = type.fields.find(({ name }) => 'ends' in type.span && name === type.span.ends)!
  const dates = type.fields.filter(({ name, kind }) => kind === 'date' && wholeColumnOf(fields[name]) !== null)
  const { ends } = type.span
  const [from] = type.ranges?.find(([, last]) => last === ends) ?? []
  const begun = dates.find(({ name }) => name === from) ?? dates[0]
  if (!begun) return []
  const began = wholeColumnOf(fields[begun.name])!
  return columns.flatMap(({ index, header }): Move[] => {
    const texts = textsOf(table, index)
    const isLasting = (text: string) => /[年y]/iu.test(text) && typeof readAmount(text, 'years') === 'number'
    if (!LASTS.test(header) || isRead(table, index) || shareOf(texts, isLasting) < MOST_OF_THEM) return []
    const examples = rows.flatMap(({ cells }): MoveExample[] => {
      const [first, lasts] = [cells[names.indexOf(began)]?.trim() ?? '', cells[index]?.trim() ?? '']
      const [day, years] = [readDay(first), readAmount(lasts, 'years')]
      const last = day !== null && typeof years === 'number' ? lastDayOf(day, 'years', years) : null
      return typeof last === 'string' ? [{ before: `${first} · ${lasts}`, after: last }] : []
    })
    return [
      {
        ...{ id: `plus ${names[index]}`, kind: 'PLUS', isSure: shareOf(texts, isLasting) === 1 },
        // What was chosen of the column that it begins from is in the reading from now on.
        columns: [index, ...columns.flatMap((one) => (names[one.index] === began ? [one.index] : []))],
        words: sayFields(WORDS.PLUS, { column: names[index]!, from: began }, { field }),
        examples: examples.slice(0, MOST_EXAMPLES),
        changes: [[[...path, 'fields', field.name], { column: began, plus: { years: { column: names[index] } } }]],
      },
    ]
  })
}

/** A required choice of which another column has some of the words. */
export function alsoMoves(table: LookedTable, makeReads: (field: Field) => (text: string) => string | null): Move[] {
  const { type, columns, names, path } = table
  const lacking = lackingOf(table).filter((field) => field.kind === 'choice' && isNeeded(type, field))
  return lacking.flatMap((field) => {
    const reads = makeReads(field)
    return columns.flatMap(({ index }): Move[] => {
      const texts = [...new Set(textsOf(table, index))]
      const known = texts.filter((text) => reads(text) !== null)
      if (known.length === 0 || !isRead(table, index)) return []
      return [
        {
          ...{ id: `also ${field.name} ${names[index]}`, kind: 'ALSO', columns: [index], isSure: false },
          words: sayFields(WORDS.ALSO, { column: names[index]! }, { field }),
          examples: examplesOf(known, (text) => labelOf(field, reads(text)!)),
          changes: [[[...path, 'fields', field.name], { column: names[index] }]],
        },
      ]
    })
  })
}

/** `fields`: by the name in the sentence; each is named in its language. */
export function sayFields(
  words: { zh: string; en: string },
  facts: Record<string, string>,
  fields: Record<string, Pick<Field, 'label'>>,
): { zh: string; en: string } {
  const inLanguage = (language: 'zh' | 'en') =>
    fill(words, {
      ...facts,
      ...Object.fromEntries(Object.entries(fields).map(([name, { label }]) => [name, label[language]])),
    })[language]
  return { zh: inLanguage('zh'), en: inLanguage('en') }
}

/** `read`: null where it cannot be read so. */
export function examplesOf(
  texts: readonly string[],
  read: (text: string) => MoveExample['after'] | null,
): MoveExample[] {
  const read3: MoveExample[] = []
  for (const before of new Set(texts)) {
    const after = read(before)
    if (after !== null) read3.push({ before, after })
    if (read3.length === MOST_EXAMPLES) break
  }
  return read3
}

function labelOf(field: Field, key: string): MoveExample['after'] {
  return optionsOf(field).find((option) => option.key === key)?.label ?? key
}
