import { Link } from '../address/address.tsx'
import type { Fault } from '../graph/fault.ts'
import { useLanguage } from '../language/language.tsx'
import type { Words } from '@causeway/shared/words/words'
import type { View } from '../address/view.ts'

/** What of an address the server refuses, in plain words, with the way to one that it answers. */
export function RefusedAddress({ fault }: { fault: Fault }) {
  const { say } = useLanguage()
  const refusal = REFUSALS[fault.code ?? '']
  if (!refusal) return <p>{fault.message}</p>
  return (
    <>
      <p>{say(refusal.words)}</p>
      <Link className="button" view={refusal.without}>
        {say(refusal.cure)}
      </Link>
    </>
  )
}

interface Refusal {
  /** What is wrong, to somebody who was sent an address or typed one, and knows no name of a field. */
  words: Words
  /** What of the address is to be left out. */
  without: Partial<View>
  cure: Words
}

const WHOLE: Words = { zh: '查看不分组的数', en: 'Show the figure as a whole' }
const BREAKDOWN: Refusal = {
  words: {
    zh: '这个指标不能按网址中写的方式分组或筛选。',
    en: 'This figure cannot be broken down or narrowed in the way the address asks for.',
  },
  without: { by: null, across: null, filter: [], category: null },
  cure: WHOLE,
}
const YEARS: Refusal = {
  words: {
    zh: '网址中的起止年份不对：起始年不能晚于截止年，也不能太早或太晚。',
    en: 'The years in the address do not fit: the first may not come after the last, and neither are too far off.',
  },
  without: { from: null, to: null, year: null },
  cure: { zh: '查看最近各年', en: 'Show the latest years' },
}

/** What the server refuses of a question that an address makes, by its code. Anyone who writes questions reads the server's own words. */
export const REFUSALS: Readonly<Record<string, Refusal>> = {
  UNKNOWN_DIMENSION: BREAKDOWN,
  UNKNOWN_CATEGORY: {
    words: {
      zh: '网址要求只统计一部分，但数据中没有这一项。',
      en: 'The address asks for a part that is not in the data.',
    },
    without: { filter: [], category: null },
    cure: { zh: '去掉筛选', en: 'Take the filter away' },
  },
  FILTER_TOO_LONG: {
    words: { zh: '网址中的筛选条件太多。', en: 'The address asks for too many parts at once.' },
    without: { filter: [] },
    cure: { zh: '去掉筛选', en: 'Take the filter away' },
  },
  UNKNOWN_BASIS: {
    words: { zh: '这个指标不按这种时段统计。', en: 'This figure is not counted by that kind of period.' },
    without: { basis: null },
    cure: { zh: '按它通常的时段查看', en: 'Show it by its usual period' },
  },
  SCOPE_NOT_APPLICABLE: {
    words: {
      zh: '这个指标不分国家（地区），没有统计范围可选。',
      en: 'This figure has no countries, so that it has no scope to choose.',
    },
    without: { scope: null },
    cure: { zh: '去掉统计范围', en: 'Take the scope away' },
  },
  BAD_PERIOD: YEARS,
}
