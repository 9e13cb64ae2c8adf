import { fill, type Words } from '@causeway/shared/words/words'
import { nameColumnsOf } from '../../identity/find-code.ts'
import { keyFieldsOf, type Field } from '../../record-type.ts'
import { countryAtStart } from '../cells/country-within.ts'
import { makeCellParser } from '../cells/parse-cell.ts'
import { readPartialDate } from '../cells/partial-date.ts'
import { countPersons } from '../cells/persons.ts'
import { namesIn, OUTSIDE_BRACKETS } from '../cells/several-names.ts'
import { REMARK } from '../columns/remarks.ts'
import { CellProblem } from '../ground/row-problem.ts'
import { columnsOf } from './column-names.ts'
import { lackingOf, shareOf, textsOf, type LookedTable } from './looked-table.ts'
import { MOST_EXAMPLES, type Move } from './move.ts'
import {
  areBlanksBetween,
  BLANK_BETWEEN_NAMES,
  mayBeNames,
  namesCountries,
  partsOf,
  personsOf,
} from './several-moves.ts'
import { sayFields } from './value-moves.ts'
import WORDS from './moves.json' with { type: 'json' }

const MARKS = ['、', '；', ';', '/', '，', ',', '\n']

/** A column whose cells have several things each. */
interface Several {
  index: number
  /** The texts that have several. */
  texts: string[]
  words: Words
  isSure: boolean
  /** Of one of them. */
  parts: (text: string) => string[]
  /** Persons may be apart by blanks. */
  mayHaveBlanks?: true
}

/** Several persons, countries or entries in a cell. */
export function splitMoves(table: LookedTable): Move[] {
  const { columns, splits, unpivot } = table
  if (unpivot || splits.length > 0) return []
  return columns.flatMap(({ index, header }): Move[] => {
    const persons = personsIn(table, index, header)
    if (persons) return persons.texts.length > 0 ? [splitMove(table, persons)] : []
    const several = countriesIn(table, index) ?? entriesIn(table, index)
    return several && !isOfAllTogether(table, several) ? [splitMove(table, several)] : []
  })
}

/** A headcount is of all that the cell names, unless there is one for each: it would count again with each part. */
function isOfAllTogether(table: LookedTable, several: Several): boolean {
  const counted = columnsOf(table.fields['headcount']).map((name) => table.names.indexOf(name))
  return counted.some((at) => !isBeside(table, several, at))
}

/** Null: it is no column of persons. */
function personsIn(table: LookedTable, index: number, header: string): Several | null {
  const lacksPerson = lackingOf(table).some(({ kind }) => kind === 'person')
  const isPerson = fieldsAt(table, index).some(({ kind }) => kind === 'person')
  if (!isPerson && !(lacksPerson && mayBeNames(table, index, header))) return null
  const texts = textsOf(table, index).filter((text) => countPersons(text) > 1)
  const words = fill(WORDS.SPLIT_PERSONS, { column: table.names[index]! })
  return { index, texts, words, isSure: true, parts: personsOf, mayHaveBlanks: true }
}

function countriesIn(table: LookedTable, index: number): Several | null {
  const all = textsOf(table, index)
  const texts = all.filter((text) => namesCountries(text))
  const lacksCountry = lackingOf(table).some(({ kind, required }) => kind === 'country' && required)
  const begins = shareOf(all, (text) => countryAtStart(text) !== null) >= 0.6
  const isCountry = fieldsAt(table, index).some(({ kind }) => kind === 'country')
  if (texts.length === 0 || !(isCountry || (lacksCountry && begins))) return null
  const words = fill(WORDS.SPLIT_COUNTRIES, { column: table.names[index]! })
  return { index, texts, words, isSure: false, parts: partsOf }
}

/** Several certificates, partners, platforms or scales, of which each makes another record. */
function entriesIn(table: LookedTable, index: number): Several | null {
  const field = fieldsAt(table, index).find((one) => tellsRecordsApart(table, one))
  if (!field) return null
  const all = textsOf(table, index)
  const alone = new Set(all)
  const parse = makeCellParser(field)
  const isChoice = (part: string) => {
    const value = parse(part, false)
    return value !== null && !(value instanceof CellProblem)
  }
  const parts = (text: string): string[] => {
    if (field.kind !== 'choice') return namesIn(text, (part) => alone.has(part))
    const found = isChoice(text) ? [text] : partsOf(text)
    return found.every(isChoice) ? found : [text]
  }
  const texts = all.filter((text) => parts(text).length > 1)
  if (texts.length === 0) return null
  // The mark that parts these would part another name too.
  const by = marksIn(texts)
  const isTorn = all.some((text) => !texts.includes(text) && by.some((mark) => text.search(outside(mark)) >= 0))
  const words = sayFields(WORDS.SPLIT_ENTRIES, { column: table.names[index]! }, { field })
  return isTorn ? null : { index, texts, words, isSure: false, parts }
}

/** Two records that differ in it are two; of what is known by a code that is made of its name, the name does. */
function tellsRecordsApart({ type, fields }: LookedTable, { name, kind }: Field): boolean {
  const { code } = fields
  const isNamed = nameColumnsOf(type.name).includes(name)
  if (isNamed) return code === undefined || (typeof code === 'object' && code.made_from !== undefined)
  return (kind === 'reference' || kind === 'choice') && keyFieldsOf(type).includes(name)
}

function fieldsAt({ type, fields, names }: LookedTable, index: number): Field[] {
  return type.fields.filter(({ name }) => columnsOf(fields[name]).includes(names[index]!))
}

function splitMove(table: LookedTable, several: Several): Move {
  const { names, path, columns, rows } = table
  const { index, texts, parts, mayHaveBlanks = false } = several
  const column = names[index]!
  const beside = columns.flatMap((other) => (isBeside(table, several, other.index) ? [other.index] : []))
  const said = rows.flatMap(({ cells }) => {
    const text = cells[index]?.trim() ?? ''
    return texts.includes(text) ? [[text, ...beside.map((at) => cells[at]!.trim())]] : []
  })
  const partsIn = (cells: string[], part: number) => cells.map((cell, at) => (at === 0 ? parts : partsOf)(cell)[part]!)
  return {
    ...{ id: `split ${column}`, kind: 'SPLIT_ROWS', columns: [index, ...beside] },
    isSure: beside.length > 0 || several.isSure,
    words:
      beside.length > 0
        ? sayBeside(
            column,
            beside.map((at) => names[at]!),
          )
        : several.words,
    examples: said.slice(0, MOST_EXAMPLES).map((cells) => ({
      before: cells.join(' · '),
      after: parts(cells[0]!)
        .map((_, part) => partsIn(cells, part).join(' '))
        .join(' | '),
    })),
    changes: [
      [
        [...path, 'split_rows'],
        [index, ...beside].map((at, place) => ({
          column: names[at]!,
          by: byOf(
            said.map((cells) => cells[place]!),
            textsOf(table, at),
            mayHaveBlanks && at === index,
          ),
        })),
      ],
    ],
  }
}

function sayBeside(column: string, others: readonly string[]): Words {
  const { zh } = fill(WORDS.SPLIT_BESIDE, { column, others: others.join('”、“') })
  const { en } = fill(WORDS.SPLIT_BESIDE, { column, others: others.join('”, “') })
  return { zh, en }
}

/** Where one cell has several parts, so has the other, as many; and none of these is one date. */
function isBeside(table: LookedTable, { index, texts, parts }: Several, other: number): boolean {
  if (other === index || fieldsAt(table, other).some(({ name }) => name === REMARK)) return false
  const beside = table.rows.flatMap(({ cells }) => {
    const text = cells[index]?.trim() ?? ''
    return texts.includes(text) ? [[parts(text).length, cells[other]?.trim() ?? ''] as const] : []
  })
  return beside.every(([count, text]) => partsOf(text).length === count && readPartialDate(text) instanceof CellProblem)
}

/** The mark where it is not within brackets. */
const outside = (mark: string) => new RegExp(`${mark}${OUTSIDE_BRACKETS}`, 'gu')

function marksIn(texts: readonly string[]): string[] {
  return MARKS.filter((mark) => texts.some((text) => text.search(outside(mark)) >= 0))
}

/** The marks between the parts, as `split_rows` takes them. `all`: what else is in the column. */
function byOf(texts: readonly string[], all: readonly string[], mayHaveBlanks: boolean): string {
  const marks = marksIn(texts)
  const blanks = mayHaveBlanks ? all.map(areBlanksBetween) : []
  const blank = blanks.includes(true) && !blanks.includes(null) ? [BLANK_BETWEEN_NAMES] : []
  if (marks.length === 0 && blank.length > 0) return `/${BLANK_BETWEEN_NAMES}/`
  const isInBrackets = all.some((text) => marks.some((mark) => text.replaceAll(outside(mark), '').includes(mark)))
  if (marks.length === 1 && marks[0] !== '\n' && !isInBrackets && blank.length === 0) return marks[0]!
  const pattern = `[${marks.map((mark) => (mark === '\n' ? String.raw`\n` : mark)).join('')}]`
  return `/${[`${pattern}${isInBrackets ? OUTSIDE_BRACKETS : ''}`, ...blank].join('|')}/`
}
