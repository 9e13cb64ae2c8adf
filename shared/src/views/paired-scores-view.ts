import { headingCell } from '../table.ts'
import { toChartSeries } from '../charts/pieces.ts'
import { formatValue } from '../format-figure.ts'
import { listPeriods, periodWords } from '../period-list.ts'
import type { Period } from '../period.ts'
import { type Words, asIs, joinWords } from '../words/words.ts'
import { numberCell, type DrawnView } from './drawn-view.ts'
import WORDS from './paired-scores-words.json' with { type: 'json' }

/** Of those who took one version of an instrument both times. */
export interface PairedScore {
  instrument: string
  version: string
  period: Period
  pairs: number
  before: number
  after: number
}

/** Mean scores before and after, a slope for each instrument: only of those who took both tests. */
export function pairedScoresView(scores: readonly PairedScore[], institution: Words): DrawnView {
  const periods = [...new Map(scores.map(({ period }) => [period.year, period])).values()]
  const names = scores.map((score) => nameOf(score, periods.length > 1))
  return {
    spec: {
      kind: 'slope',
      lying: false,
      title: WORDS.title,
      subtitle: joinWords([institution, scores.length > 0 ? listPeriods(periods) : WORDS.none]),
      summary:
        scores.length > 0
          ? summaryOf(scores, names)
          : { zh: `${WORDS.none.zh}。`, en: `${WORDS.title.en}: ${WORDS.none.en}.` },
      labels: [WORDS.before, WORDS.after].map((text) => ({ text, partial: periods.some(({ partial }) => partial) })),
      series: scores.map(({ before, after, period }, at) =>
        toChartSeries(
          names[at]!,
          'SKILLS',
          at,
          [before, after].map((value) => ({ period, value, gap: null })),
          { decimals: 1, unit: WORDS.points },
        ),
      ),
      unit: WORDS.points,
      decimals: 1,
      whole: null,
      symbols: [],
      leftOut: 0,
    },
    table: {
      title: WORDS.title,
      columns: [
        { heading: WORDS.instrument, numeric: false },
        { heading: withPoints(WORDS.before), numeric: true },
        { heading: withPoints(WORDS.after), numeric: true },
        { heading: WORDS.pairs, numeric: true },
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
  return { zh: `${zh}（${WORDS.points.zh}）`, en: `${en} (${WORDS.points.en})` }
}
