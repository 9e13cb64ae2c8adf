import { DEFAULT_AT, FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import { toDay, toIso } from '@causeway/shared/day'
import { findCountry } from '../../../ground/reference/find-country.ts'
import { optionsOf } from '../../field-options.ts'
import type { Field } from '../../record-type.ts'
import { CellProblem } from '../ground/row-problem.ts'
import { countryWithin, isWhole } from './country-within.ts'
import { readRange, type DateRange } from './date-range.ts'
import { chooseDay, type PartialDate } from './partial-date.ts'

/** The value that a text beside a table (a title, the sheet name or the file name) gives a field. */
export interface SaidInTitle {
  /** The part of the text that says it. */
  from: number
  to: number
  /** The stored form of the value: a value, or the first and last day of a range with a slash between them. */
  is: string
  /** The value as a cell of the field would hold it; null if the text names a range and no single day. */
  value: string | null
  /** 2025届 says more of a class than 2025年 does: what has a lower rank than another is not heeded beside it. */
  rank: number
}

/** Whether a value, as it is stored, fits what a text says. `is`: of `SaidInTitle`. */
export function fitsSaid(value: string, is: string): boolean {
  const [first, last] = is.split('/') as [string, string?]
  return last === undefined ? value === first : value >= first && value <= last
}

/** Finds everything that a text says of a field. */
export type FindInTitle = (text: string) => SaidInTitle[]

/** Shorter names are parts of other words. */
const LEAST_HAN = 2
const LEAST_LATIN = 3
const HAN = /\p{Script=Han}/u

const YEAR = String.raw`(?<!\d)(?<year>(?:19|20)\d{2})`
const DASH = String.raw`\s*(?:[-‐‑–—―─−~～〜/至]+)\s*`
const CLASS_OF = new RegExp(String.raw`${YEAR}\s*届|\bclass\s+of\s+(?<of>(?:19|20)\d{2})(?!\d)`, 'giu')
const SCHOOL_YEAR = new RegExp(
  String.raw`${YEAR}(?:\s*年)?(?:${DASH}(?<next>(?:20|19)?\d{2})(?!\d))?\s*学年(?:度)?(?:\s*[（(]?\s*第?\s*(?<term>[一二12上下])\s*学期)?|${YEAR.replace('year', 'begin')}/(?<end>1[3-9]|[2-9]\d)(?![\d/.年月])`,
  'giu',
)
/** Two years that need not be a school year. */
const YEARS = new RegExp(
  String.raw`${YEAR}\s*年?${DASH}(?<last>(?:19|20)\d{2})(?!\d|\s*(?:学年|年\s*\d|[./]\s*\d))`,
  'gu',
)
const SEASON = new RegExp(String.raw`${YEAR}\s*年?\s*(?<season>[春秋])(?:季|期)?(?:学期)?`, 'gu')
const CALENDAR_YEAR = new RegExp(String.raw`${YEAR}(?=\s*(?:年度|年(?!级|\s*\d))|(?![\d级届./-]|\s*[年届级]))`, 'gu')
const DAY_OR_MONTH = new RegExp(
  String.raw`${YEAR}(?:年\s*(?<month>\d{1,2})月(?:\s*(?<day>\d{1,2})[日号])?|(?<by>[./-])(?<month2>\d{1,2})(?:\k<by>(?<day2>\d{1,2}))?(?!\d))`,
  'gu',
)
const RANGE_PART = String.raw`(?:19|20)\d{2}[.年/]\s*\d{1,2}(?:[.月/](?:\s*\d{1,2}日?)?)?`
const RANGE = new RegExp(
  String.raw`(?<!\d)${RANGE_PART}\s*[-‐‑–—―─−~～〜至到]+\s*(?:(?:19|20)\d{2}[.年/]\s*)?\d{1,2}(?:[.月/](?:\s*\d{1,2}日?)?)?(?!\d)`,
  'gu',
)
/** A date after such words is of the list and not of the records in it. */
const OF_LIST =
  /(?:截至|截止|统计(?:日期|时间|时点|于|至)|填表|填报|填写|制表|打印|导出|更新|上报|报送|as of|up to|until)[^\d]{0,6}(?:19|20)\d{2}(?:[年./-]\s*\d{1,2}(?:[月./-]\s*\d{1,2}日?)?)?月?|(?<!\d)(?:19|20)\d{6}(?!\d)/giu

/** Returns how to find in a text what it says of a field; null if texts never say anything of its kind. */
export function makeTitleFinder(field: Field): FindInTitle | null {
  const find = finderOf(field)
  // What is left out keeps its place, so that positions stay true.
  return find && ((text) => find(text.replaceAll(OF_LIST, (part) => '\n'.repeat(part.length))))
}

function finderOf(field: Field): FindInTitle | null {
  if (field.kind === 'year') return (text) => yearsIn(text, field.name === 'class')
  if (field.kind === 'date') return (text) => datesIn(text, field)
  if (field.kind === 'country') return countriesIn
  if (field.kind === 'choice') return choicesIn(field)
  return null
}

/** Returns those of the highest rank. */
export function mostTelling<One extends { rank: number }>(said: readonly One[]): One[] {
  const highest = Math.max(...said.map(({ rank }) => rank))
  return said.filter(({ rank }) => rank === highest)
}

function choicesIn(field: Field): FindInTitle {
  const names = optionsOf(field).flatMap(({ key, label }) => {
    const also = field.choices?.find((choice) => choice.key === key)?.also ?? []
    return longEnough([label.zh, label.en, ...also]).map((name) => ({ key, name: name.toLowerCase() }))
  })
  const longest = names.toSorted((a, b) => b.name.length - a.name.length)
  return (text) => {
    const [found, lower, taken]: [SaidInTitle[], string, boolean[]] = [[], text.toLowerCase(), []]
    for (const { key, name } of longest)
      for (let from = lower.indexOf(name); from >= 0; from = lower.indexOf(name, from + 1)) {
        const to = from + name.length
        // 就业 within 未就业 is no name of its own.
        if (taken.slice(from, to).some(Boolean) || !isWhole(text, from, to)) continue
        for (let at = from; at < to; at++) taken[at] = true
        found.push({ from, to, is: key, value: key, rank: 1 })
      }
    return found.sort((a, b) => a.from - b.from)
  }
}

/** Drops names that are too short to be told from parts of other words. */
export function longEnough(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name.length >= (HAN.test(name) ? LEAST_HAN : LEAST_LATIN))
}

function countriesIn(text: string): SaidInTitle[] {
  const found = countryWithin(text)
  const key = found && findCountry(text.slice(found.from, found.to))
  return found && key ? [{ ...found, is: key, value: key, rank: 1 }] : []
}

/** `isClass`: a school year is known by the year that it ends in, else by the one that it begins in. */
function yearsIn(text: string, isClass: boolean): SaidInTitle[] {
  const found: SaidInTitle[] = []
  const add = (from: number, to: number, year: number, rank: number) => {
    const value = String(year)
    if (year >= FIRST_YEAR && year <= LAST_YEAR) found.push({ from, to, is: value, value, rank })
  }
  if (isClass)
    for (const { index, 0: whole, groups = {} } of text.matchAll(CLASS_OF)) {
      const year = groups['year'] ?? groups['of']!
      const from = index + whole.indexOf(year)
      add(from, from + year.length, Number(year), 3)
    }
  for (const { index, whole, year, lastYear } of schoolYearsIn(text))
    add(index, index + whole.length, isClass ? lastYear : year, 2)
  const spans = yearSpansIn(text)
  for (const { index, groups } of text.matchAll(CALENDAR_YEAR))
    if (!spans.some((one) => isWithin(index, one))) add(index, index + 4, Number(groups!['year']), 1)
  return found
}

interface SchoolYear {
  index: number
  whole: string
  /** The year that it begins in. */
  year: number
  lastYear: number
  /** The half of it that is meant; null: all of it. */
  term: 1 | 2 | null
}

function schoolYearsIn(text: string): SchoolYear[] {
  const years = [...text.matchAll(SCHOOL_YEAR)].flatMap(({ index, 0: whole, groups = {} }): SchoolYear[] => {
    const year = Number(groups['year'] ?? groups['begin'])
    const next = groups['next'] ?? groups['end']
    // 2024-2026学年 is no school year.
    if (next !== undefined && Number(next) % 100 !== (year + 1) % 100) return []
    const { term } = groups
    return [{ index, whole, year, lastYear: year + 1, term: term ? (/[一1上]/.test(term) ? 1 : 2) : null }]
  })
  const seasons = [...text.matchAll(SEASON)].map(({ index, 0: whole, groups = {} }): SchoolYear => {
    const isAutumn = groups['season'] === '秋'
    const year = Number(groups['year']) - (isAutumn ? 0 : 1)
    return { index, whole, year, lastYear: year + 1, term: isAutumn ? 1 : 2 }
  })
  return [...years, ...seasons.filter(({ index }) => !years.some((one) => isWithin(index, one)))]
}

function yearSpansIn(text: string): { index: number; whole: string; year: string; last: string }[] {
  return [...text.matchAll(YEARS)].map(({ index, 0: whole, groups = {} }) => {
    return { index, whole, year: groups['year']!, last: groups['last']! }
  })
}

const isWithin = (at: number, { index, whole }: { index: number; whole: string }) =>
  at >= index && at < index + whole.length

/** Days of the longest stay that a lone day, month or year of its beginning still speaks of. */
const MOST_DAYS_ON = 366
/** Schools begin their year some weeks sooner or later, so that a school year is held against wide ends. */
const WIDE = { year: ['08-01', '08-31'], 1: ['08-01', '02-28'], 2: ['02-01', '08-31'] } as const

function datesIn(text: string, { edge }: Field): SaidInTitle[] {
  const found: SaidInTitle[] = []
  const add = (match: { index: number; whole: string }, first: string, last: string, rank: number, value = '') => {
    const { index: from, whole } = match
    found.push({ from, to: from + whole.length, is: `${first}/${last}`, value: value || null, rank })
  }
  const atEdge = (first: string, last: string) => (edge === 'first' ? first : edge === 'last' ? last : undefined)
  const ranges = [...text.matchAll(RANGE)].flatMap(({ index, 0: whole }) => {
    const range = readRange(whole)
    const days = range && !(range instanceof CellProblem) ? endsOf(range) : null
    return days ? [{ index, whole, days }] : []
  })
  for (const { days, ...match } of ranges) add(match, ...days, 3, atEdge(...days))
  const schoolYears = schoolYearsIn(text)
  for (const { year, lastYear, term, ...match } of schoolYears) {
    const [from, to] = WIDE[term ?? 'year']
    // What ends in August is of the year before.
    const first = term === 2 ? `${lastYear}-${from}` : `${year}-${edge === 'last' ? DEFAULT_AT : from}`
    const days = [`${year}-${DEFAULT_AT}`, toIso(toDay(`${lastYear}-${DEFAULT_AT}`) - 1)] as const
    add(match, first, `${lastYear}-${to}`, 2, term === null ? atEdge(...days) : undefined)
  }
  const spans = yearSpansIn(text)
  for (const { year, last, ...match } of spans) add(match, `${year}-01-01`, `${last}-12-31`, 1)
  const isFree = (at: number) => ![...ranges, ...schoolYears, ...spans].some((one) => isWithin(at, one))
  const onFrom = (last: string) => (edge === 'last' ? toIso(toDay(last) + MOST_DAYS_ON) : last)
  for (const { index, 0: whole, groups = {} } of text.matchAll(DAY_OR_MONTH)) {
    const [month, day] = [groups['month'] ?? groups['month2'], groups['day'] ?? groups['day2']]
    const days = isFree(index) && endsOfDate({ year: groups['year']!, month: month!, ...(day && { day }) })
    if (!days) continue
    const value = edge === 'first' || (day && edge === undefined) ? days[0] : undefined
    add({ index, whole }, days[0], onFrom(days[1]), 2, value)
  }
  for (const { index, groups } of text.matchAll(CALENDAR_YEAR)) {
    const year = groups!['year']!
    const days = [`${year}-01-01`, `${year}-12-31`] as const
    if (isFree(index)) add({ index, whole: year }, days[0], onFrom(days[1]), 1, atEdge(...days))
  }
  return found
}

function endsOf({ start, end }: DateRange): readonly [string, string] | null {
  const [first, last] = [endsOfDate(start)?.[0], end === 'open' ? undefined : endsOfDate(end)?.[1]]
  return first && last ? [first, last] : null
}

/** The first day and the last of what a date says; null: there is no such day. */
function endsOfDate({ year, month, day }: PartialDate): readonly [string, string] | null {
  const padded = {
    year,
    ...(month && { month: month.padStart(2, '0') }),
    ...(day && { day: day.padStart(2, '0') }),
  }
  const [first, last] = (['first', 'last'] as const).map((which) => chooseDay(padded, { month: which, year: which }))
  const isDay = (said: typeof first): said is string => typeof said === 'string' && !Number.isNaN(Date.parse(said))
  return isDay(first) && isDay(last) ? [first, last] : null
}
