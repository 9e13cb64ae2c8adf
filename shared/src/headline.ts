import { formatQuantity, gapWords } from './format-figure.ts'
import { periodWords } from './period-list.ts'
import type { ReadableFigure } from './series-facts.ts'
import { type Words, inBoth } from './words/words.ts'

const PEOPLE: Words = { zh: '人', en: 'people' }

/**
 * The sentence that the overview opens with, made from 引进来人数 (DN02) and 走出去人数 (DN03) of one year. It compares given
 * figures and reckons nothing. Where the year before has both, it says which way each went.
 *
 * @param introduction figures without categories, in order of period
 * @param carriedOut the same of export
 * @param year the year the period begins in
 */
export function headlineOf(
  introduction: readonly ReadableFigure[],
  carriedOut: readonly ReadableFigure[],
  year: number,
): Words {
  const into = introduction.find((figure) => figure.period.year === year)
  const out = carriedOut.find((figure) => figure.period.year === year)
  const period = into?.period ?? out?.period
  if (!into || !out || !period) return { zh: '尚无引进来与走出去人数', en: 'No figures yet on who learns from whom' }
  const label = periodWords(period)
  const when: Words = period.partial
    ? { zh: `${label.zh}（数据未完整）`, en: `${label.en}, not complete,` }
    : { zh: label.zh, en: label.en }
  if (into.value === null && out.value === null && into.gap === out.gap) return bothGaps(into, label)
  if (into.value === null || out.value === null) {
    return {
      zh: `${when.zh}：引进来${side(into).zh}，走出去${side(out).zh}`,
      en: `In ${when.en}${period.partial ? '' : ','} introduction: ${side(into).en}; export: ${side(out).en}`,
    }
  }
  const [inWords, outWords] = [side(into), side(out)]
  const compared = compare(into.value, out.value, inWords, outWords)
  const course = period.partial ? null : courseOf(introduction, carriedOut, year, into.value, out.value)
  return {
    zh: `${when.zh}${compared.zh}${course ? `；${course.zh}` : ''}`,
    en: `In ${when.en} ${compared.en}${course ? `; ${course.en}` : ''}`,
  }
}

/** Each number in brackets beside its side: 多于引进来188人 would read as 188 more. */
function compare(into: number, out: number, inWords: Words, outWords: Words): Words {
  if (into === out) {
    return into === 0
      ? { zh: '引进来与走出去均为0人', en: 'nothing comes in and nothing goes out: nobody on either side' }
      : { zh: `引进来与走出去各${inWords.zh}`, en: `as much comes in as goes out: ${inWords.en} each` }
  }
  return into > out
    ? {
        zh: `引进来（${inWords.zh}）多于走出去（${outWords.zh}）`,
        en: `more comes in than goes out: ${inWords.en} against ${outWords.en}`,
      }
    : {
        zh: `走出去（${outWords.zh}）多于引进来（${inWords.zh}）`,
        en: `more goes out than comes in: ${outWords.en} against ${inWords.en}`,
      }
}

type Way = 'up' | 'down' | 'level'

function courseOf(
  introduction: readonly ReadableFigure[],
  carriedOut: readonly ReadableFigure[],
  year: number,
  into: number,
  out: number,
): Words | null {
  const before = (figures: readonly ReadableFigure[]) =>
    figures.find((figure) => figure.period.year === year - 1)?.value ?? null
  const [inBefore, outBefore] = [before(introduction), before(carriedOut)]
  if (inBefore === null || outBefore === null) return null
  const [inWay, outWay] = [wayOf(inBefore, into), wayOf(outBefore, out)]
  if (inWay === outWay) return BOTH[inWay]
  return {
    zh: `引进来比上年${WAY[inWay].zh}，走出去比上年${WAY[outWay].zh}`,
    en: `introduction ${WAY[inWay].en} on the year before, export ${WAY[outWay].en}`,
  }
}

function wayOf(before: number, now: number): Way {
  return now > before ? 'up' : now < before ? 'down' : 'level'
}

const WAY: Record<Way, Words> = {
  up: { zh: '增加', en: 'up' },
  down: { zh: '减少', en: 'down' },
  level: { zh: '持平', en: 'level' },
}

const BOTH: Record<Way, Words> = {
  up: { zh: '两者均比上年增加', en: 'both up on the year before' },
  down: { zh: '两者均比上年减少', en: 'both down on the year before' },
  level: { zh: '两者均与上年持平', en: 'both as a year before' },
}

function bothGaps(figure: ReadableFigure, when: Words): Words {
  if (figure.gap === 'SUPPRESSED') {
    return {
      zh: `${when.zh}引进来与走出去人数过少，不予公开`,
      en: `Too few people came and went in ${when.en} to publish how many`,
    }
  }
  const { word } = gapWords[figure.gap ?? 'NO_RECORDS']
  return { zh: `${when.zh}引进来与走出去人数${word.zh}`, en: `Who learned from whom in ${when.en}: ${word.en}` }
}

function side({ value, gap }: ReadableFigure): Words {
  if (value !== null) return inBoth((locale) => formatQuantity(value, 0, PEOPLE, locale))
  const { word } = gapWords[gap ?? 'NO_RECORDS']
  return { zh: `（${word.zh}）`, en: word.en }
}
