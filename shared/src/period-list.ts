import { periodLabel, type Basis, type Period } from './period.ts'
import { type Words, LIST_COMMA, inBoth, joinWords } from './words/words.ts'
import { basisWords } from './words/terms.ts'

export function periodWords(period: Period): Words {
  return inBoth((locale) => periodLabel(period, locale))
}

const BEFORE: Record<Basis, string> = { SCHOOL_YEAR: 'in', CALENDAR_YEAR: 'in', POINT_IN_TIME: 'on', COHORT: 'in the' }

/** When, in English with what goes before it: in 2023/24, on 1 Sep 2023, in the class of 2024. */
export function whenWords(period: Period): Words {
  const { zh, en } = periodWords(period)
  return { zh, en: `${BEFORE[period.basis]} ${en}` }
}

/** `2016/17, 2019/20 to 2021/22`: three or more in a row are said as a stretch. In the order given. */
export function listPeriods(periods: readonly Period[]): Words {
  const runs: Period[][] = []
  for (const period of periods) {
    const run = runs.at(-1)
    if (run && run.at(-1)!.year + 1 === period.year) run.push(period)
    else runs.push([period])
  }
  const parts = runs.flatMap((run) =>
    run.length < 3 ? run.map(periodWords) : [stretchOf(periodWords(run[0]!), periodWords(run.at(-1)!))],
  )
  return joinWords(parts, LIST_COMMA)
}

export function stretchOf(first: Words, last: Words): Words {
  return first.en === last.en ? first : { zh: `${first.zh}至${last.zh}`, en: `${first.en} to ${last.en}` }
}

/** `2023—2024学年` is said as `2023—2024` where room is short; the basis is in the subtitle. */
export function shortPeriod(label: string): string {
  return label.replace(/^(\d{4}—\d{4})学年/, '$1')
}

/** A period with what it is a period of, where its name does not say so: 2023年（自然年）, school year 2023/24. */
export function periodOnBasis(period: Period): Words {
  const [zh, en] = [periodLabel(period, 'ZH'), periodLabel(period, 'EN')]
  switch (period.basis) {
    case 'SCHOOL_YEAR':
      return { zh, en: `${basisWords.SCHOOL_YEAR.en} ${en}` }
    case 'CALENDAR_YEAR':
      return { zh: `${zh}（${basisWords.CALENDAR_YEAR.zh}）`, en: `${basisWords.CALENDAR_YEAR.en} ${en}` }
    case 'POINT_IN_TIME':
      return { zh: `${zh}（${basisWords.POINT_IN_TIME.zh}）`, en: `${en} (${basisWords.POINT_IN_TIME.en})` }
    case 'COHORT':
      return { zh: `${zh}毕业生`, en: `the ${en}` }
  }
}
