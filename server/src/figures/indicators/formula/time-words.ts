import type { Words } from '@causeway/shared/words/words'
import type { DateOf, Path, Time } from '../definition.ts'
import { allOf } from './join-words.ts'
import type { Naming } from './naming.ts'
import { endWords, stageWords, stretch } from './value-words.ts'

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
  return { zh: `${THE_DAY.zh}在${within.zh}（${included.zh}）`, en: `${THE_DAY.en} lies ${within.en} (${included.en})` }
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
