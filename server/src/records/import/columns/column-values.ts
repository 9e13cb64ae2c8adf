import type { Field } from '../../record-type.ts'
import { readPlace } from '../../../ground/reference/find-country.ts'
import { makeCellParser } from '../cells/parse-cell.ts'
import { parseDate } from '../cells/parse-date.ts'
import { CellProblem } from '../ground/row-problem.ts'
import { depthOf, type FoundHeader } from '../sheets/header-search.ts'
import { joinedBefore } from '../sheets/head-rows.ts'
import type { SourceRow } from '../ground/source-row.ts'

/** What is in one column of a file, as far as it was looked at. */
export interface ColumnValues {
  header: string
  /** Of a second row of heads under merged ones, as 开始 under 培训时间; empty: none. */
  subHeader: string
  /** Of a row of heads above, as 2021 over 学历生; empty: none. */
  overHeader: string
  /** Texts of its first rows, empty ones left out. */
  texts: string[]
  /** Of these, numbers in a workbook. */
  numbers: ReadonlySet<string>
}

const ROWS_LOOKED_AT = 60
/** So much of a column reads as a field that it speaks for it: a wrong cell, a total or a note is nothing unusual. */
const MOST_OF_THEM = 0.6

/** `head`: the first rows of the table, in the order of the file. */
export function readColumnValues(
  header: Pick<FoundHeader, 'headers' | 'row' | 'levels' | 'headRows'>,
  head: readonly SourceRow[],
): ColumnValues[] {
  const { headers, row: at } = header
  const levels = header.levels ?? joinedBefore(headers)
  const rows = head.filter(({ row }) => row >= at + depthOf(header))
  const above = head.findLast(({ row }) => row < at)
  const subHeads = !levels && isSecondHead(headers, rows[0]) ? rows[0]! : null
  const looked = rows.slice(subHeads ? 1 : 0, ROWS_LOOKED_AT)
  return headers.map((header, column) => {
    const texts: string[] = []
    const numbers = new Set<string>()
    for (const { cells, numbers: numeric } of looked) {
      const text = cells[column]?.trim() ?? ''
      if (text === '') continue
      texts.push(text)
      if (numeric?.has(column)) numbers.add(text)
    }
    const overHeader = above?.cells[column]?.trim() ?? ''
    if (levels) return { header: levels[column]![0]!, subHeader: lowestOf(levels[column]!), overHeader, texts, numbers }
    const under = subHeads?.cells[column]?.trim() ?? ''
    return { header, subHeader: under === header ? '' : under, overHeader, texts, numbers }
  })
}

function lowestOf(heads: readonly string[]): string {
  return heads.slice(1).findLast((text) => text !== '') ?? ''
}

/** Heads merged downwards are read there again, and those merged sideways have others under them. */
function isSecondHead(headers: readonly string[], row: SourceRow | undefined): boolean {
  if (!row?.fromAbove || row.fromAbove.size === 0) return false
  return headers.every(
    (header, at) =>
      header === '' || row.cells[at]?.trim() === header || headers[at - 1] === header || headers[at + 1] === header,
  )
}

/** What is in a column can be read as the field: a value, and one value alone, in most of its cells. */
export function speaksFor(field: Field, column: ColumnValues): boolean {
  return fitOf(field, column) >= MOST_OF_THEM
}

/** How much of what is in a column can be read as the field, 0 to 1. */
export function fitOf(field: Field, column: ColumnValues): number {
  return shareOf(column.texts, readerOf(field, column))
}

/** Something of the field is in the column, though it may take more than choosing it to read it: two dates in a cell, several countries, a year in each head. */
export function mayHold(field: Field, { header, subHeader, overHeader, texts }: ColumnValues): boolean {
  const heads = [overHeader, header, subHeader]
  switch (field.kind) {
    case 'country':
      return shareOf(texts, (text) => namesPlace(text)) >= 0.5
    case 'date':
    case 'year':
      return heads.some(isYear) || shareOf(texts, (text) => DATED.test(text)) >= 0.5
    case 'choice': {
      const parse = makeCellParser(field)
      const isChoice = (text: string) => typeof parse(text, false) === 'string'
      return heads.some((text) => text !== '' && isChoice(text)) || shareOf(texts, isChoice) >= MOST_OF_THEM
    }
    default:
      return false
  }
}

type Reads = (text: string) => boolean

function readerOf(field: Field, { numbers }: ColumnValues): Reads {
  const parse = makeCellParser(field)
  const reads = (text: string) => {
    const value = parse(text, numbers.has(text))
    return value !== null && !(value instanceof CellProblem)
  }
  switch (field.kind) {
    case 'country':
      return namesPlace
    case 'date':
      return (text) =>
        ONE_DATE.test(text.normalize('NFKC').trim()) ||
        typeof parseDate(text, undefined, numbers.has(text)) === 'string'
    case 'person':
      return (text) => PERSON_KEY.test(text.normalize('NFKC').trim())
    case 'code':
    case 'reference':
    case 'level':
    case 'record-key':
      return (text) => text.length <= 60 && !DATED.test(text)
    default:
      return reads
  }
}

function shareOf(texts: readonly string[], reads: Reads): number {
  return texts.length === 0 ? 0 : texts.filter(reads).length / texts.length
}

/** A country, several, or a region: it was meant to be one. */
function namesPlace(text: string): boolean {
  return /\p{L}/u.test(text) && readPlace(text) !== null
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d\d\s*(?:年|学年|-\d{2,4}(?:学年)?)?$/.test(text.normalize('NFKC').trim())
}

const DAY = String.raw`(?:(?:19|20)?\d\d\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2}\s*[日号]?|\s*月?份?)|(?:19|20)\d{4,6}|(?:19|20)\d\d\s*年?)`
/** A day, a month or a year, and nothing else. */
const ONE_DATE = new RegExp(`^${DAY}$`, 'u')
/** There is a day or a month in it. */
const DATED =
  /(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}|\b(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-3]\d)?\b|(?:19|20)\d\d年|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b/u
/** Letters and digits, digits among them: 23010220040101123X, LX2023001, 75 1234567; no name. */
const PERSON_KEY = /^(?=.*\d.*\d)[\dA-Za-z][\dA-Za-z ._/-]{2,}$/
