import { type Words, LIST_COMMA, asIs, joinWords } from '@causeway/shared/words/words'
import { recordTypeOf } from '../../../records/record-types.ts'
import type { Key, Value, DateOf, Path, Time } from '../definition.ts'
import { allOf } from './join-words.ts'
import type { Named, Naming } from './naming.ts'

const TIMES_HEADCOUNT: Words = { zh: '，按人数填报的行再乘以人数', en: ', times the headcount of a group row' }

/** What a value reads as, with the field it comes from where it comes from one. */
export function valueWords(naming: Naming, value: Value): Named {
  const headcount = naming.groups ? TIMES_HEADCOUNT : { zh: '', en: '' }
  if (typeof value === 'string') return naming(value)
  if ('else' in value) {
    const [first, ...rest] = value.else.map(naming)
    const words = rest.reduce<Words>(
      (before, next) => ({
        zh: `${before.zh}（未填的用${next.words.zh}）`,
        en: `${before.en} (where empty, ${next.words.en})`,
      }),
      first!.words,
    )
    return { words, ...(first!.field && { field: first!.field }) }
  }
  if ('stage' in value) return { words: stageWords(naming, value.stage) }
  if ('days' in value) {
    const span = stretch(naming, value.days)
    if (value.given === undefined) {
      return { words: { zh: `${span.zh}的天数（含首尾）`, en: `the number of days ${span.en} (both included)` } }
    }
    const given = naming(value.given).words
    return {
      words: {
        zh: `${given.zh}（未填的按${span.zh}的天数，含首尾）`,
        en: `${given.en} (where empty, the number of days ${span.en}, both included)`,
      },
    }
  }
  if ('clippedDays' in value) {
    const span = stretch(naming, value.clippedDays)
    return {
      words: {
        zh: `${span.zh}落在本期内的天数（含首尾）${headcount.zh}`,
        en: `the days ${span.en} that fall in the period, first and last included${headcount.en}`,
      },
    }
  }
  if ('sharedDays' in value) {
    const span = stretch(naming, value.over)
    const days = naming(value.sharedDays).words
    return {
      words: {
        zh: `${days.zh}中属于本期的部分（${span.zh}按日历天数分摊，以半天为单位向上取整）${headcount.zh}`,
        en: `the part of ${days.en} that belongs to the period (shared out over the calendar days ${span.en}, in half days rounded up)${headcount.en}`,
      },
    }
  }
  const { words, field } = naming(value.points)
  const points = Object.entries(value.map).map(([key, number]): Words => {
    const label = labelOf(field, key)
    return { zh: `${label.zh} ${number} 分`, en: `${label.en} ${number}` }
  })
  const list = joinWords(points, LIST_COMMA)
  return { words: { zh: `按${words.zh}折算的分值（${list.zh}）`, en: `points for ${words.en} (${list.en})` } }
}

/** A key as one thing or as a combination. `persons` has other words where it is counted. */
export function keyWords(naming: Naming, key: Key): Words {
  if (key === 'persons') return { zh: '人员', en: 'Person' }
  return Array.isArray(key) ? allOf(key.map((value) => valueWords(naming, value).words)) : valueWords(naming, key).words
}

/** `from “Start” to “End”`: in quotes, since the labels are often “From” and “To”. */
export function stretch(naming: Naming, [from, to]: [string, string]): Words {
  const start = naming(from).words
  const end = endWords(naming, to)
  return { zh: `${start.zh}至${end.zh}`, en: `from “${start.en}” to “${end.en}”` }
}

/** The label of a last day; 有效期至 would read 至 twice. */
export function endWords(naming: Naming, to: string): Words {
  const { zh, en } = naming(to).words
  return { zh: zh.replace(/至$/, '截止日'), en }
}

/** The day that a stage is reached: the earliest of the stage's own and of those behind it. */
export function stageWords(naming: Naming, stage: string): Words {
  const stages = Object.keys(naming.type?.stages ?? {})
  const from = stages.indexOf(stage)
  if (from < 0) throw new Error(`no stage ${stage}`)
  const [own, ...others] = stages.slice(from).map((name) => nameOfStage(naming, name)) as [Words, ...Words[]]
  const later = joinWords(others, LIST_COMMA)
  if (others.length === 0) return { zh: `达到${own.zh}的日期`, en: `the day it was ${own.en}` }
  return {
    zh: `达到${own.zh}或其后阶段（${later.zh}）的日期`,
    en: `the day it was first ${own.en} or at a later stage (${later.en})`,
  }
}

/** Made of the label of its date: `Registered on` is the stage `registered`, 采用日期 is 采用. */
function nameOfStage(naming: Naming, stage: string): Words {
  const { label } = naming(naming.type!.stages![stage]!).field!
  return { zh: label.zh.replace(/日期$/, ''), en: label.en.replace(/ on$/, '').toLowerCase() }
}

/** The label of a choice, flag or record type, else the value as it is. */
export function labelOf(field: Named['field'], key: string | number): Words {
  if (field?.kind === 'flag') return key === 1 ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  const choice = field?.choices?.find((candidate) => candidate.key === key)
  if (choice) return choice.label
  if (field?.name === 'record_type') return recordTypeOf(String(key)).label
  return asIs(String(key))
}

export const THE_DAY: Words = {
  zh: '本期最后一天（本期未结束的为数据截止日）',
  en: 'the last day of the period (the data date while it is not over)',
}

/** A time rule as a condition; null where it asks for nothing. */
export function timeWords(naming: Naming, time: Time): Words | null {
  if ('always' in time) return null
  if ('fallsIn' in time) {
    if (typeof time.fallsIn === 'string' && naming(time.fallsIn).field?.kind === 'year') {
      const words = naming(time.fallsIn).words
      return { zh: `${words.zh}与所统计的一届相同`, en: `${words.en} is that of the cohort` }
    }
    const date = dateWords(naming, time.fallsIn)
    return { zh: `${date.zh}在本期内`, en: `${date.en} falls in the period` }
  }
  if ('trailing' in time) {
    const span = stretch(naming, time.overlaps)
    return {
      zh: `${span.zh}与截至${THE_DAY.zh}的 ${time.trailing} 个月有重叠`,
      en: `the days ${span.en} overlap the ${time.trailing} months that end on ${THE_DAY.en}`,
    }
  }
  if ('overlaps' in time) {
    const span = stretch(naming, time.overlaps)
    return { zh: `${span.zh}与本期有重叠`, en: `the days ${span.en} overlap the period` }
  }
  if ('upTo' in time) {
    const date = dateWords(naming, time.upTo)
    return { zh: `${date.zh}不晚于${THE_DAY.zh}`, en: `${date.en} is not after ${THE_DAY.en}` }
  }
  const stretches = time.inForce.map(([from, to]) => between(naming, from, to))
  const within: Words = { zh: stretches.map((one) => one.zh).join('，也在'), en: allOf(stretches).en }
  const ends = new Set(time.inForce.map(([from]) => isBeforeEveryDay(naming, from)))
  const several = time.inForce.length > 1
  const open: Words = ends.has(true)
    ? { zh: '未填的一端不限', en: 'an empty side is open' }
    : { zh: '未填结束日期的视为仍有效', en: 'an empty end is still open' }
  const included: Words = {
    zh: `${several ? '均含' : '含'}首尾，${open.zh}`,
    en: `first and last day included, ${open.en}`,
  }
  return { zh: `${THE_DAY.zh}在${within.zh}（${included.zh}）`, en: `${THE_DAY.en} is ${within.en} (${included.en})` }
}

function between(naming: Naming, from: DateOf, to: Path): Words {
  const start = dateWords(naming, from)
  const end = endWords(naming, to)
  const first = typeof from === 'string' ? `“${start.en}”` : start.en
  return { zh: `${start.zh}至${end.zh}之间`, en: `between ${first} and “${end.en}”` }
}

/** An empty `from` that may be empty is before every day; any other empty date is not reached. */
function isBeforeEveryDay(naming: Naming, from: DateOf): boolean {
  return typeof from === 'string' && /(^|\.)from$/.test(from) && !naming(from).field?.required
}

function dateWords(naming: Naming, date: DateOf): Words {
  if (typeof date === 'string') return naming(date).words
  if ('stage' in date) return stageWords(naming, date.stage)
  const [start, days, end] = date.due.map((path) => naming(path).words)
  return {
    zh: `应完成日期（${start!.zh}起满${days!.zh}之日；未填天数的为${end!.zh}）`,
    en: `the day it is due (the last of ${days!.en} counted from ${start!.en}; where none are given, ${end!.en})`,
  }
}
