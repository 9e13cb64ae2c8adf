import { shadeOf } from '../charts/measures.ts'
import { headingCell } from '../table.ts'
import { looksOf } from '../charts/pieces.ts'
import type { ChartPoint, ChartSpec } from '../charts/spec.ts'
import { dayWords } from '../day.ts'
import { formatQuantity } from '../format-figure.ts'
import { type Words, inBoth, joinWords } from '../words/words.ts'
import { numberCell, type DrawnView, plainPoint, upToDay } from './drawn-view.ts'
import WORDS from './adoption-states-words.json' with { type: 'json' }

export interface StateCounts {
  total: number
  inForce: number
  live: number
  disordered: number
  /** How many reached each stage, in order; then how many have lapsed, and (state null) how many have no stage yet. */
  states: readonly { state: string | null; label: Words; count: number }[]
}

export interface AdoptionStatesFound extends StateCounts {
  /** YYYY-MM-DD */
  on: string
  countries: readonly (StateCounts & { country: string; label: Words })[]
}

export const STAGES_NOTE: Words = WORDS.stagesNote
/** Rows that a picture has room for; all of them are in the table. */
const MOST_ROWS = 24

/** Countries under each other, the states of their adoptions beside each other: a number in every cell, darker where there are more. */
export function adoptionStatesView(found: AdoptionStatesFound, institution: Words): DrawnView {
  const countries = found.countries.toSorted((a, b) => b.total - a.total)
  const whole = { ...found, country: null, label: WORDS.all }
  const states = found.states.filter(({ state, count }) => state !== null || count > 0)
  const most = Math.max(1, ...countries.flatMap((one) => one.states.map(({ count }) => count)))
  const shown = countries.slice(0, MOST_ROWS)
  const rowOf = (one: StateCounts) => [
    ...states.map(({ state }) => ({ count: countOf(one, state), shaded: true })),
    ...[one.total, one.live].map((count) => ({ count, shaded: false })),
  ]
  const spec: ChartSpec = {
    kind: 'matrix',
    lying: false,
    title: WORDS.title,
    subtitle: joinWords([institution, upToDay(found.on), countries.length === 0 ? WORDS.none : null]),
    summary: summaryOf(found, countries),
    labels: [...states.map(({ label }) => label), WORDS.all, WORDS.live].map((text) => ({ text, partial: false })),
    series: [...shown, whole].map((one) => ({
      name: one.label,
      theme: 'STANDARDS',
      ...looksOf(0),
      side: 'right',
      points: rowOf(one).map(({ count, shaded }) => pointOf(count, shaded && one !== whole ? most : null)),
    })),
    unit: WORDS.unit,
    decimals: 0,
    whole: null,
    symbols: [],
    leftOut: countries.length - shown.length,
  }
  return {
    spec,
    table: {
      title: WORDS.title,
      columns: [
        { heading: WORDS.country, numeric: false },
        ...spec.labels.map(({ text }) => ({ heading: text, numeric: true })),
      ],
      rows: [...countries, whole].map((one) => [
        headingCell(one.label),
        ...rowOf(one).map(({ count }) => numberCell(count)),
      ]),
      notes: [WORDS.unitNote, STAGES_NOTE],
      symbols: [],
    },
    notes: [WORDS.unitNote, STAGES_NOTE],
  }
}

function countOf({ states }: StateCounts, state: string | null): number {
  return states.find((one) => one.state === state)?.count ?? 0
}

/** Darker the more there are of them; of sums, which are no state, not at all. */
function pointOf(count: number, most: number | null): ChartPoint {
  const text = inBoth((locale) => formatQuantity(count, 0, WORDS.unit, locale))
  return { ...plainPoint(count, text), shade: most === null ? 0 : shadeOf(count, most) }
}

function summaryOf(found: AdoptionStatesFound, countries: AdoptionStatesFound['countries']): Words {
  const [first] = countries
  const [zhDay, enDay] = [dayWords(found.on, 'ZH'), dayWords(found.on, 'EN')]
  if (!first) return { zh: `截至${zhDay}没有采用。`, en: `There were no adoptions on ${enDay}.` }
  return {
    zh: `截至${zhDay}，${countries.length}个国家（地区）共${found.total}项采用，其中有效${found.inForce}项，近一年有学生使用${found.live}项；最多的是${first.label.zh}，${first.total}项。`,
    en: `On ${enDay} there were ${found.total} adoptions in ${countries.length} countries or regions, ${found.inForce} of them in force and ${found.live} used by learners within a year; ${first.label.en} had most, ${first.total}.`,
  }
}
