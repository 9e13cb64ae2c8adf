import { headingCell } from '../table.ts'
import { toChartSeries } from '../charts/pieces.ts'
import { formatValue } from '../format-figure.ts'
import { listPeriods, periodWords } from '../period-list.ts'
import type { Period } from '../period.ts'
import { type Words, asIs, joinWords } from '../words/words.ts'
import { numberCell, type DrawnView } from './drawn-view.ts'

/** Of those who took one version of an instrument both times. */
export interface PairedScore {
  instrument: string
  version: string
  period: Period
  pairs: number
  before: number
  after: number
}

const TITLE: Words = { zh: '前测与后测的平均分', en: 'Mean scores before and after' }
const BEFORE: Words = { zh: '前测', en: 'before' }
const AFTER: Words = { zh: '后测', en: 'after' }
const INSTRUMENT: Words = { zh: '测评工具', en: 'Instrument' }
const PAIRS: Words = { zh: '前后都测的人数', en: 'People tested both times' }
const POINTS: Words = { zh: '分', en: 'points' }
const NONE: Words = { zh: '没有前后都测的人', en: 'nobody was tested both times' }

/** Mean scores before and after, a slope for each instrument: only of those who took both tests. */
export function pairedScoresView(scores: readonly PairedScore[], institution: Words): DrawnView {
  const periods = [...new Map(scores.map(({ period }) => [period.year, period])).values()]
  const names = scores.map((score) => nameOf(score, periods.length > 1))
  return {
    spec: {
      kind: 'slope',
      lying: false,
      title: TITLE,
      subtitle: joinWords([institution, scores.length > 0 ? listPeriods(periods) : NONE]),
      summary: scores.length > 0 ? summaryOf(scores, names) : { zh: `${NONE.zh}。`, en: `${TITLE.en}: ${NONE.en}.` },
      labels: [BEFORE, AFTER].map((text) => ({ text, partial: periods.some(({ partial }) => partial) })),
      series: scores.map(({ before, after, period }, at) =>
        toChartSeries(
          names[at]!,
          'SKILLS',
          at,
          [before, after].map((value) => ({ period, value, gap: null })),
          { decimals: 1, unit: POINTS },
        ),
      ),
      unit: POINTS,
      decimals: 1,
      whole: null,
      symbols: [],
      leftOut: 0,
    },
    table: {
      title: TITLE,
      columns: [
        { heading: INSTRUMENT, numeric: false },
        { heading: withPoints(BEFORE), numeric: true },
        { heading: withPoints(AFTER), numeric: true },
        { heading: PAIRS, numeric: true },
      ],
      rows: scores.map(({ before, after, pairs }, at) => [
        headingCell(names[at]!),
        numberCell(before, 1),
        numberCell(after, 1),
        numberCell(pairs),
      ]),
      notes: [],
      symbols: [],
    },
  }
}

function nameOf({ instrument, version, period }: PairedScore, withPeriod: boolean): Words {
  const name = [instrument, version].filter(Boolean).join(' / ')
  return joinWords([asIs(name), withPeriod ? periodWords(period) : null])
}

function summaryOf(scores: readonly PairedScore[], names: readonly Words[]): Words {
  const text = (value: number) => formatValue(value, 1, 'EN')
  const zh = scores.map(
    ({ before, after, pairs }, at) => `${names[at]!.zh}：${pairs}人，由${text(before)}分到${text(after)}分`,
  )
  const en = scores.map(
    ({ before, after, pairs }, at) =>
      `${names[at]!.en}: ${pairs} ${pairs === 1 ? 'person' : 'people'}, from ${text(before)} to ${text(after)} points`,
  )
  return { zh: `${zh.join('；')}。`, en: `${en.join('; ')}.` }
}

function withPoints({ zh, en }: Words): Words {
  return { zh: `${zh}（${POINTS.zh}）`, en: `${en} (${POINTS.en})` }
}
