import { type Field, type RecordType, COMMON_FIELDS } from '../../record-type.ts'
import { RECORD_TYPES } from '../../record-types.ts'
import { fitOf, mayHold, readColumnValues, speaksFor, type ColumnValues } from './column-values.ts'
import type { FoundHeader } from '../sheets/find-header.ts'
import {
  foldHeader,
  headersOf,
  indexHeaders,
  headAsRead,
  isColumnOfOurs,
  isOwnName,
  listColumns,
  INSTITUTION_COLUMN,
  isOfNoField,
} from '../sheets/match-header.ts'
import { fieldOfHead, makeNear } from './unknown-heads.ts'
import type { FilePlan } from './row-plan.ts'
import type { SourceRow } from '../ground/source-row.ts'
import { Spellings, findSoundingAlike } from '../../../ground/nearest.ts'
import SAME from './same-whose.json' with { type: 'json' }

export const MATCHES = ['NAME', 'ALIAS', 'CHOSEN', 'NEAR', 'NONE'] as const
/** NAME: the field's own name or label. ALIAS: another known header. NEAR: offered, and not read until somebody chooses it. */
export type Match = (typeof MATCHES)[number]

/** What one column of a file was taken for. */
export interface MatchedColumn {
  index: number
  header: string
  /** Null: it is not read. */
  field: Field | null
  match: Match
  /** Where it is not read: the field that its header and what is under it speak for. */
  suggestions: Field[]
  /** Where it is not read, and nobody said so: required fields of which something may be in it, in whatever shape. */
  mayHold: Field[]
  /** Where it is not read, and its header is silent: other fields that what is under it can be read as, the likeliest first. */
  fits: Field[]
}

const NOTHING_OFFERED: Pick<MatchedColumn, 'suggestions' | 'mayHold' | 'fits'> = {
  suggestions: [],
  mayHold: [],
  fits: [],
}

/** Kinds that not every text can be read as: what is under a header says something of these alone. */
const TELLING: readonly Field['kind'][] = ['choice', 'country', 'date', 'year', 'flag', 'person', 'level']
const MOST_FITTING = 5

/** A file may have thousands of columns: offers are made for the first ones only. */
const MOST_LOOKED_AT = 200

/**
 * What each column of a file was, or may be, taken for. `chosen`: by index, a field's name, or null for none. `head`: the first
 * rows of the table.
 */
export function matchColumns(
  type: RecordType,
  header: FoundHeader,
  chosen: ReadonlyMap<number, string | null>,
  head: readonly SourceRow[],
): MatchedColumn[] {
  const fields = listColumns(type)
  const index = indexHeaders(fields)
  const taken = new Set<string>()
  const values = readColumnValues(header, head)
  const matched = header.headers.map((text, at): MatchedColumn => {
    const one = { index: at, header: text, ...NOTHING_OFFERED }
    if (chosen.has(at)) {
      const field = fields.find(({ name }) => name === chosen.get(at)) ?? null
      if (field) taken.add(field.name)
      return { ...one, field, match: 'CHOSEN' }
    }
    const head = headAsRead(text)
    const named = head === '' ? undefined : index.get(foldHeader(head))
    const field = fieldOfHead(named, values[at]!)
    if (!field) return { ...one, field: null, ...(named ? { match: 'NEAR', suggestions: [named] } : { match: 'NONE' }) }
    taken.add(field.name)
    return { ...one, field, match: isOwnName(field, head) ? 'NAME' : 'ALIAS' }
  })
  const offers = makeOffers(fields.filter(({ name }) => !taken.has(name)))
  for (const column of matched.slice(0, MOST_LOOKED_AT)) {
    if (column.field || column.match === 'CHOSEN' || isColumnOfOurs(column.header)) continue
    const isSilent = column.header === '' || column.match === 'NEAR'
    const offered = isSilent ? null : offers.offer(values[column.index]!)
    if (offered) Object.assign(column, { match: 'NEAR', suggestions: [offered] })
    column.mayHold = offers.heldBy(values[column.index]!)
    column.fits = offers.fitting(values[column.index]!, column.suggestions)
  }
  withoutRivals(matched)
  return matched
}

/** A field that two columns could fill is offered for neither. */
function withoutRivals(matched: MatchedColumn[]): void {
  const near = matched.filter(({ match }) => match === 'NEAR')
  for (const column of near)
    if (near.some((other) => other !== column && other.suggestions[0] === column.suggestions[0])) column.match = 'NONE'
  for (const column of near) if (column.match === 'NONE') column.suggestions = []
}

/**
 * What the columns of a file are where a mapping says it. `offering`: the first rows of the table and what a person chose, if columns
 * that are not read are offered for the fields that nothing fills: a reading that is being made leaves the other offers standing.
 */
export function columnsOfPlan(
  { entries }: FilePlan,
  header: FoundHeader,
  offering: { head: readonly SourceRow[]; chosen: ReadonlyMap<number, string | null> } | null = null,
): MatchedColumn[] {
  const fields = new Map<number, Field>()
  for (const { plan, shape } of entries)
    for (const { field, column, cells } of [...plan.readings, ...(plan.institution ? [plan.institution] : [])]) {
      const made = column !== null && shape?.unpivoted?.to === column ? shape.unpivoted.from : []
      for (const at of [...(column === null ? [] : [column]), ...made, ...(offering ? cells : [])])
        if (!fields.has(at)) fields.set(at, field)
    }
  const matched = header.headers.map((text, index): MatchedColumn => {
    const field = fields.get(index) ?? null
    return { index, header: text, field, match: field ? 'CHOSEN' : 'NONE', ...NOTHING_OFFERED }
  })
  const { type, readings } = entries[0]!.plan
  if (!offering || entries.some(({ shape }) => shape !== null)) return matched
  const filled = new Set(readings.map(({ field }) => field.name))
  const offers = matchColumns(type, header, offering.chosen, offering.head)
  const free = <One extends Pick<Field, 'name'>>(some: readonly One[]) => some.filter(({ name }) => !filled.has(name))
  return matched.map((one, at) => {
    const { match, suggestions, mayHold, fits } = offers[at]!
    if (one.field) return one
    const left = { suggestions: free(suggestions), mayHold: free(mayHold), fits: free(fits) }
    return { ...one, ...left, match: match === 'NEAR' && left.suggestions.length > 0 ? match : 'NONE' }
  })
}

/** Says whose or of what a column is, and nothing else: 学生性别 is 性别. */
const WHOSE =
  /^(?:外国留学生|国际学生|留学生|学生|学员|教师|教职工|人员|参训人员|参训学员|参加人员|毕业生|交流|培训|本人|实际|具体|所在|所属|student|participant|learner|staff)/u
/** Kinds of which whose makes no other thing: 学生国家 is where the student is from, and 国家 may be where the stay was. */
const SAME_WHOSE = new Set(SAME as Field['kind'][])
/** What was meant to be, or is more or less than what the row says: 人数（计划） is not 人数. */
const ANOTHER_NUMBER = /计划|预计|拟|目标|累计|其中|去年|上年|往年|合计|plan|target|expected|cumul|total|of which/i
const HAN = /\p{Script=Han}/u
const STARTS = /^(?:开始|起始|起|始|自|从|由|from|start|begin)(?:时间|日期|年月)?$/
const ENDS = /^(?:结束|终止|截止|止|终|至|到|to|end|until)(?:时间|日期|年月)?$/
const OF_DAYS = /(?:时间|日期|期间|年月|起止|起讫|[聘任]期|合同期|period|date)/

/** Offers fields for columns that no known header names. For the columns of one file; `free`: the fields that no column fills yet. */
function makeOffers(free: readonly Field[]) {
  const index = indexHeaders(free)
  const named = free.flatMap(({ name, label, also = [] }) =>
    [name, label.zh, label.en, ...also].map((one): [folded: string, name: string] => [foldHeader(one), name]),
  )
  const names = new Map(named)
  const spellings = new Spellings(named)
  const [nearTo, slipOfTwo] = [makeNear(free), makeNear(free, isSlipOfTwo)]

  const bySubHeader = ({ header, subHeader, overHeader }: ColumnValues): Field | null => {
    const isLowest = subHeader === ''
    const [whole, under] = (isLowest ? [overHeader, header] : [header, subHeader]).map(foldHeader) as [string, string]
    if (whole === '' || under === '') return null
    const joined = index.get(whole + under)
    if (joined) return joined
    if (!OF_DAYS.test(whole)) return (isLowest ? undefined : index.get(under)) ?? null
    const ends = STARTS.test(under) ? ['start', 'from'] : ENDS.test(under) ? ['end', 'to'] : []
    return free.find(({ name, kind }) => kind === 'date' && ends.includes(name)) ?? null
  }

  /** Of Han characters only such as are spoken alike: 获奖日期 and 获证日期 are a character apart, and two things. */
  const bySlip = (header: string): Field | null => {
    const folded = foldHeader(header)
    const alike = HAN.test(header)
      ? findSoundingAlike(folded, names.keys()).map((name) => names.get(name)!)
      : [spellings.findMeant(folded)]
    return new Set(alike).size === 1 ? (free.find(({ name }) => name === alike[0]) ?? null) : null
  }

  const byWhose = (header: string): Field | null => {
    if (ANOTHER_NUMBER.test(header)) return null
    const bare = foldHeader(header.replaceAll(/[（(【[][^）)】\]]*[）)】\]]/g, ''))
    for (const name of [bare, bare.replace(WHOSE, '')]) {
      const field = name.length > 1 && name !== foldHeader(header) ? index.get(name) : undefined
      const isMeant = field && !COMMON_FIELDS.includes(field) && field !== INSTITUTION_COLUMN
      if (isMeant && (name === bare || SAME_WHOSE.has(field.kind))) return field
    }
    return null
  }

  /** Of Han names that are a character apart a person says whether they are one; a date or a place of something else is another. */
  const byNear = (column: ColumnValues): Field | null => {
    const { header, subHeader } = column
    if (subHeader !== '' || !HAN.test(header) || isKnownElsewhere(header)) return null
    const close = nearTo(header).filter(({ kind }) => kind !== 'date' && kind !== 'country')
    const near = [...close, ...slipOfTwo(header)].filter((field) => speaksFor(field, column))
    return near.length === 1 ? near[0]! : null
  }

  return {
    /** The field that both the header and what is under it speak for; none where either is silent or several could be meant. */
    offer(column: ColumnValues): Field | null {
      if (isOfNoField(column.header)) return null
      const field = bySubHeader(column) ?? bySlip(column.header) ?? byWhose(column.header)
      return field && speaksFor(field, column) ? field : field ? null : byNear(column)
    },
    /** Fields that its values alone speak for, those first whose names have most in common with its header. */
    fitting(column: ColumnValues, offered: readonly Field[]): Field[] {
      if (isOfNoField(column.header)) return []
      const ranked = free.flatMap((field): [field: Field, rank: number][] => {
        const isTold = TELLING.includes(field.kind) && !offered.includes(field) && speaksFor(field, column)
        return isTold ? [[field, fitOf(field, column) + likeness(column.header, field)]] : []
      })
      const best = ranked.toSorted((a, b) => b[1] - a[1])
      return best.slice(0, MOST_FITTING).map(([field]) => field)
    },
    /** Required fields of which the column may hold something: one value for all rows is then wrong. */
    heldBy(column: ColumnValues): Field[] {
      if (isOfNoField(column.header)) return []
      return free.filter((field) => field.required && mayHold(field, column))
    },
  }
}

/** 国藉 for 国籍. */
function isSlipOfTwo(header: string, name: string): boolean {
  return HAN.test(header) && header.length === 2 && name.length === 2 && header[0] === name[0]
}

/** A head that some record type knows is that, and no slip for another. */
function isKnownElsewhere(header: string): boolean {
  return RECORD_TYPES.some((type) => headersOf(type).has(foldHeader(header)))
}

/** How much of a header is in the names of a field, 0 to 1. */
function likeness(header: string, { label, also = [] }: Field): number {
  const letters = new Set(foldHeader(header))
  const shares = [label.zh, label.en, ...also].map((name) => {
    const own = new Set(foldHeader(name))
    return [...letters].filter((letter) => own.has(letter)).length / Math.max(letters.size, own.size, 1)
  })
  return Math.max(...shares)
}
