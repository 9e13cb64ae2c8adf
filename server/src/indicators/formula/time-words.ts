import type { Words } from '@causeway/shared/words/words'
import type { DateOf, Time } from '../definition.ts'
import { allOf } from './join-words.ts'
import type { Naming } from './naming.ts'
import { stageWords, stretch } from './value-words.ts'

const THE_DAY: Words = {
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
  const within = allOf(
    time.inForce.map(([from, to]): Words => {
      const start = dateWords(naming, from)
      const end = naming(to).words
      const open: Words =
        typeof from === 'string'
          ? { zh: '未填的一端不限', en: 'left empty, that side is open' }
          : { zh: `${end.zh}未填的视为仍有效`, en: `an empty ${end.en}: still open` }
      return {
        zh: `${start.zh}至${end.zh}之间（含首尾，${open.zh}）`,
        en: `between ${start.en} and ${end.en}, both included (${open.en})`,
      }
    }),
  )
  return { zh: `${THE_DAY.zh}在${within.zh}`, en: `${THE_DAY.en} lies ${within.en}` }
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
