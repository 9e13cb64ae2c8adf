import { fill } from '@causeway/shared/words/words'
import { fieldsOf } from '../../record-types.ts'
import { foldHeader } from '../sheets/match-header.ts'
import { makeCellParser } from '../cells/parse-cell.ts'
import type { RecordType } from '../../record-type.ts'
import { columnLetters } from '../ground/source-row.ts'
import { columnsOf } from './column-names.ts'
import { shareOf, type LookedTable } from './looked-table.ts'
import { MOST_EXAMPLES, type MappingChange, type Move, type MoveExample } from './move.ts'
import WORDS from './moves.json' with { type: 'json' }

const YEAR = /^(?:19|20)\d\d\s*(?:年|学年|年度|[-—–/]\d{2,4}(?:学年)?)?$/u
const MALE = /^(?:男[性生士]?|male|men|boys?|m)(?:学员|学生|教师)?(?:人数)?(?:\s*[（(]人[）)])?$/iu
const FEMALE = /^(?:女[性生士]?|female|women|girls?|f)(?:学员|学生|教师)?(?:人数)?(?:\s*[（(]人[）)])?$/iu
const COUNT = /^\d+(?:\.0+)?\s*[人名]?$/
const NOTHING = /^(?:[/／—–\-－*]+|无|没有)$/u

const isYear = (text: string) => YEAR.test(text)
const sexOf = (text: string) => (MALE.test(text) ? 'male' : FEMALE.test(text) ? 'female' : null)

/** Years, or men and women, that are columns: each becomes a row. */
export function unpivotMoves(table: LookedTable): Move[] {
  const { type, levels, unpivot, splits, names, base } = table
  const lacks = fieldsOf(type)
  if (unpivot || splits.length > 0 || !lacks.some(({ name }) => name === 'headcount')) return []
  const counted = levels.flatMap((_, at) => (isCounted(table, at) ? [at] : []))
  const ofYears = counted.filter((at) => levels[at]!.some(isYear))
  const ofSexes = counted.filter((at) => levels[at]!.some((head) => sexOf(head) !== null))
  const isByYear = ofYears.length > 1
  const picked = isByYear ? ofYears : ofSexes
  if (picked.length < 2) return []
  const readings = readLevels(table, picked)
  const hasDates = 'starts' in type.span && type.span.ends !== undefined
  const variants = !isByYear ? ['SEX'] : hasDates ? ['SCHOOL', 'CALENDAR'] : []
  const value = freeName(table, '人数')
  const depth = base.header_rows === 0 ? 0 : levels[picked[0]!]!.length
  return variants.map((variant): Move => {
    const words = WORDS[`UNPIVOT_${variant}` as 'UNPIVOT_SEX']
    return {
      ...{ id: `unpivot ${variant}`, kind: 'UNPIVOT', columns: picked, isSure: variant !== 'CALENDAR' },
      words: fill(words, { columns: `${columnLetters(picked[0]!)}–${columnLetters(picked.at(-1)!)}` }),
      examples: examplesOf(table, picked),
      changes: [
        // In a file of wrong rows they are in one row; what is read so reads the file that these come from too.
        ...(depth > (base.header_rows ?? 1) ? [[['header_rows'], depth] satisfies MappingChange] : []),
        [
          [...table.path, 'unpivot'],
          { columns: columnsFor(table, picked), names: readings.map(({ name }) => name), values: value },
        ],
        ...emptyOf(table, picked),
        ...withoutFields(
          table,
          picked.map((at) => names[at]!),
        ),
        [[...table.path, 'fields', 'headcount'], value],
        ...readings
          .flatMap(({ source }) => source(variant))
          .map(([field, source]): MappingChange => [[...table.path, 'fields', field], source]),
      ],
    }
  })
}

function isCounted({ rows, levels }: LookedTable, at: number): boolean {
  if (levels[at]!.every((head) => head === '')) return false
  const texts = rows.map(({ cells }) => cells[at]?.trim() ?? '').filter((text) => text !== '')
  return texts.length > 0 && shareOf(texts, (text) => COUNT.test(text) || NOTHING.test(text)) >= 0.8
}

/** Years change with the next file, so that they are named by a pattern. */
function columnsFor({ levels, names }: LookedTable, picked: readonly number[]): string | string[] {
  const pattern = String.raw`^(19|20)\d\d`
  const matching = names.flatMap((name, at) => (/^(19|20)\d\d/.test(name) ? [at] : []))
  const isAllYears = matching.length === picked.length && picked.every((at) => isYear(levels[at]![0]!))
  return isAllYears ? pattern : picked.map((at) => names[at]!)
}

type Source = readonly [field: string, source: unknown]

/** What each row of the header says of the columns, and what is read from it. */
function readLevels(
  table: LookedTable,
  picked: readonly number[],
): { name: string; source: (variant: string) => Source[] }[] {
  const { levels, type } = table
  const depth = levels[picked[0]!]!.length
  return Array.from({ length: depth }, (_, level) => {
    const heads = [...new Set(picked.map((at) => levels[at]![level]!))]
    if (heads.every((head) => isYear(head))) {
      const name = freeName(table, '年')
      return { name, source: (variant) => datesOf(type, name, variant) }
    }
    if (heads.every((head) => sexOf(head) !== null)) {
      const name = freeName(table, '性别')
      const values = Object.fromEntries(heads.map((head) => [head, sexOf(head)]))
      const has = fieldsOf(type).some((field) => field.name === 'sex')
      return { name, source: () => (has ? [['sex', { column: name, values }]] : []) }
    }
    if (heads.length === 1) return { name: freeName(table, `表头${level + 1}`), source: () => [] }
    const name = freeName(table, '类别')
    const field = choiceFor(table, heads)
    return { name, source: () => (field === null ? [] : [[field, name]]) }
  })
}

function datesOf({ span }: RecordType, column: string, variant: string): Source[] {
  if (!('starts' in span) || span.ends === undefined) return []
  const start = span.starts[0]!
  if (variant === 'CALENDAR')
    return [
      [start, { column, extract: String.raw`^(\d{4})`, year: 'first' }],
      [span.ends, { column, extract: String.raw`^(\d{4})`, year: 'last' }],
    ]
  const cases = [{ matches: String.raw`^(\d{4}).*$`, value: '$1-09-01' }]
  return [
    [start, { column, cases }],
    [span.ends, { column, cases, plus: { months: 11 } }],
  ]
}

/** The field whose choices the heads are; else the one that nothing else says. */
function choiceFor({ type, fields }: LookedTable, heads: readonly string[]): string | null {
  const free = type.fields.filter(({ name, kind }) => kind === 'choice' && !(name in fields))
  const reads = free.map((field) => {
    const parse = makeCellParser(field)
    return { field, share: shareOf(heads, (head) => typeof parse(head, false) === 'string') }
  })
  const best = reads.toSorted((a, b) => b.share - a.share)[0]
  if (best && best.share > 0) return best.field.name
  return free.find(({ required }) => required)?.name ?? null
}

/** Cells that say that nothing is there. */
function emptyOf({ rows, base }: LookedTable, picked: readonly number[]): MappingChange[] {
  const said = picked
    .flatMap((at) => rows.map(({ cells }) => cells[at]?.trim() ?? ''))
    .filter((text) => NOTHING.test(text))
  return said.length === 0 ? [] : [[['empty'], [...new Set([...(base.empty ?? []), ...said])]]]
}

/** Fields that were read from one of the columns alone. */
function withoutFields({ fields, path }: LookedTable, columns: readonly string[]): MappingChange[] {
  return Object.entries(fields).flatMap(([field, source]): MappingChange[] =>
    columnsOf(source).some((name) => columns.includes(name)) ? [[[...path, 'fields', field], null]] : [],
  )
}

function freeName({ names }: LookedTable, name: string): string {
  const isTaken = (one: string) => names.some((text) => foldHeader(text) === foldHeader(one))
  let free = name
  for (let n = 1; isTaken(free); n++) free = `${name}（表头${n > 1 ? n : ''}）`
  return free
}

function examplesOf({ rows, levels, names }: LookedTable, picked: readonly number[]): MoveExample[] {
  const row = rows[0]
  if (!row) return []
  const filled = picked.filter((at) => COUNT.test(row.cells[at]?.trim() ?? ''))
  return filled.slice(0, MOST_EXAMPLES).map((at) => ({
    before: `${names[at]} ${row.cells[at]!.trim()}`,
    after: [...levels[at]!.filter((head) => head !== ''), row.cells[at]!.trim()].join(' · '),
  }))
}
