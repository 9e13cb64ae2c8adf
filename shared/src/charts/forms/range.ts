import type { SeriesForm } from '../series-data.ts'
import { heightOnAxes, MOST_BARS } from '../measures.ts'
import { periodLabelOf, toChartPoint } from '../pieces.ts'
import type { ChartFacts, ChartLabel, ChartPoint } from '../spec.ts'
import { periodWords } from '../../period-list.ts'
import { describedPeriod, type ReadableFigure } from '../../series-facts.ts'
import type { Words } from '../../words/words.ts'
import { overlap } from '../../verdict.ts'

const FROM_TO: Words = { zh: '空心：前一期；实心：后一期', en: 'hollow: the earlier period; filled: the later one' }

/** The values of the lower ends are at the left too. */
const BESIDE = 40

/** From one of two periods to the other, or from the lowest to the highest figure of more. */
export const range: SeriesForm = {
  words: { zh: '区间图', en: 'ranges' },
  marks: 'dots',
  spans: true,
  overYears: true,
  suits: ({ few }) => ({ pairs: few ? 3 : 2, courses: few ? 4 : 3 }),
  draft(data) {
    const { facts, periods } = data
    const { courses, leftOut } = data.courses(MOST_BARS)
    const rows = {
      lying: true,
      labels: courses.map(({ name }) => ({ text: name, partial: false })),
      leftOut,
    }
    if (periods.length <= 2) {
      const ends = periods.map((figure, at) => ({
        ...data.toSeries(
          { name: endName(figure), figures: courses.map(({ figures }) => figures[at]!) },
          at === 0 ? 2 : 0,
        ),
        mark: 'circle' as const,
      }))
      return { ...rows, series: ends }
    }
    const described = describedPeriod(data.series.figures, facts.year)!
    const at = periods.findIndex(({ period }) => period.year === described.year)
    const points = courses.map(({ figures }) => spanOf(figures, at, facts))
    return {
      ...rows,
      series: [{ ...data.toSeries({ name: facts.name, figures: [] }), points }],
      dots: periodLabelOf({ period: described }),
    }
  },
  besideNames: BESIDE,
  height: (spec, width) => heightOnAxes(spec, width, { beside: BESIDE }),
  notes: ({ dots }) => [dots ? spanWords(dots) : FROM_TO],
  sentence: ({ series, labels }) =>
    series.length < 2
      ? null
      : courseSentence(labels.map((_, at) => [series[0]?.points[at], series.at(-1)?.points[at]])),
}

/** A period beside another in every row: its name says that it is not complete, since its marks differ in another way. */
function endName({ period }: ReadableFigure): Words {
  const { zh, en } = periodWords(period)
  return period.partial ? { zh: `${zh}（数据未完整）`, en: `${en} (not complete)` } : { zh, en }
}

/**
 * From the lowest to the highest figure of the complete periods, and the figure of the one described: where that is a gap it is
 * drawn as one, and no figure of another period in its place.
 *
 * @param at which of them is described
 */
function spanOf(all: readonly ReadableFigure[], at: number, facts: ChartFacts): ChartPoint {
  const { period, value, gap } = all[at]!
  const point = { ...toChartPoint({ period, value, gap }, facts), text: inPeriod(all[at]!, facts) }
  const complete = all.filter((figure) => !figure.period.partial)
  const [first, ...others] = complete.filter((figure) => figure.value !== null)
  if (!first) return point
  const low = others.reduce((least, one) => (one.value! < least.value! ? one : least), first)
  const high = others.reduce((most, one) => (one.value! > most.value! ? one : most), first)
  const [from, to] = [low, high].map((end) => inPeriod(end, facts)) as [Words, Words]
  const known = others.length + 1
  return {
    ...point,
    low: low.value,
    high: high.value,
    span: {
      zh: `${complete.length}个完整时段中${known}个有数值：最低${from.zh}，最高${to.zh}`,
      en: `${known} of ${complete.length} complete periods have a figure: lowest ${from.en}, highest ${to.en}`,
    },
  }
}

function inPeriod(figure: ReadableFigure, facts: ChartFacts): Words {
  const { text } = toChartPoint(figure, facts)
  const when = periodWords(figure.period)
  return { zh: `${text.zh}（${when.zh}）`, en: `${text.en} (${when.en})` }
}

/** Which years the bar of a range is of, and of which one its dot. */
function spanWords({ text: { zh, en }, partial }: ChartLabel): Words {
  const [zhNot, enNot] = partial ? ['（数据未完整）', ' (not complete)'] : ['', '']
  return {
    zh: `横条：有数值的完整时段中最低至最高；圆点：${zh}${zhNot}`,
    en: `bar: from the lowest to the highest of the complete periods that have a figure; dot: ${en}${enNot}`,
  }
}

/** Of two periods: how many categories rose, fell and stayed. */
export function courseSentence(
  pairs: readonly (readonly [ChartPoint | undefined, ChartPoint | undefined])[],
): Words | null {
  const known = pairs.filter((pair): pair is [ChartPoint, ChartPoint] => pair.every((point) => point?.value != null))
  if (known.length === 0) return null
  const sure = known.filter(([before, now]) => before.value === now.value || !mayBeChance(before, now))
  const up = sure.filter(([before, now]) => now.value! > before.value!).length
  const down = sure.filter(([before, now]) => now.value! < before.value!).length
  const level = sure.length - up - down
  const unsure = known.length - sure.length
  return {
    zh: `两期均有数值的${known.length}类中，增加${up}类，减少${down}类，持平${level}类${unsure > 0 ? `，差别在波动范围内${unsure}类` : ''}。`,
    en: `Of ${known.length} with a figure in both periods, ${up} went up, ${down} went down and ${level} stayed level${unsure > 0 ? `; ${unsure} changed by no more than chance` : ''}.`,
  }
}

function mayBeChance(before: ChartPoint, now: ChartPoint): boolean {
  const [one, other] = [before, now].map(({ low, high }) => (low === null || high === null ? null : { low, high }))
  return Boolean(before.few || now.few) || overlap(one, other)
}
