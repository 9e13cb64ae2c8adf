import type { ScaleOptionsByType } from 'chart.js'
import { formOf } from './forms/forms.ts'
import { hasBars, hasPoints } from './marks-of.ts'
import type { Font } from './pen.ts'
import type { ChartSpec } from './spec.ts'
import type { Palette } from '../colors.ts'
import { formatValue } from '../format-figure.ts'
import { inLocale, type Locale } from '../words/words.ts'

type Axis = Partial<ScaleOptionsByType<'linear'>>

/** Said wherever an axis is broken. */
export const BROKEN_AXIS = { zh: '坐标轴不从0开始', en: 'the axis does not begin at 0' }

/**
 * Whether the axis begins where the figures are: only of marks that have no length, only where all of them are far from zero and
 * their course would be flat, never of shares. It is said on the chart.
 */
function isBroken(spec: ChartSpec): boolean {
  if (!hasPoints(spec) || spec.whole !== null) return false
  const numbers = numbersOf(spec)
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  return numbers.length > 0 && least > 0 && most - least < most / 3
}

/** A slope has no axis that could be seen to be broken. */
export function showsBreak(spec: ChartSpec): boolean {
  return isBroken(spec) && !formOf(spec).bothEnds
}

export function valueAxis(spec: ChartSpec, locale: Locale, palette: Palette, font: Font): Axis {
  const numbers = numbersOf(spec)
  const most = Math.max(0, ...numbers)
  const unit = axisTitle(spec, locale)
  const { stacks, bothEnds } = formOf(spec)
  const mirrored = stacks === 'sides'
  const base = {
    type: 'linear',
    display: !bothEnds,
    stacked: stacks !== undefined,
    grid: { color: palette.grid, drawTicks: false },
    border: { display: false },
    ticks: {
      color: palette.ink2,
      font,
      maxTicksLimit: 7,
      // Numbers that are beside each other are not to be read as one.
      ...(spec.lying && { autoSkipPadding: 14 }),
      padding: 6,
      ...(spec.decimals === 0 && { precision: 0 }),
      callback: (tick: string | number, _at: number, ticks: readonly { value: number }[]) =>
        formatValue(mirrored ? Math.abs(Number(tick)) : Number(tick), placesOf(ticks), locale),
    },
    title: { display: spec.lying && unit.length > 0, text: unit, color: palette.ink3, font },
  }
  // Gaps alone: an axis of invented numbers would say something that nobody knows.
  if (numbers.length === 0)
    return { ...base, min: mirrored ? -1 : 0, max: 1, grid: { display: false }, ticks: { display: false } } as never
  if (mirrored) {
    // More than the longest bar: its value is beyond its end.
    const edge = niceCeiling(most * 1.2)
    const step = spec.decimals > 0 || Number.isInteger(edge / 2) ? edge / 2 : edge
    return { ...base, ticks: { ...base.ticks, stepSize: step }, min: -edge, max: edge } as never
  }
  // No bar is cut off. Of shares the axis goes the whole way, to 100, once a figure passes the middle.
  const { whole } = spec
  if (whole !== null && most > whole / 2 && most <= whole && Math.min(0, ...numbers) === 0)
    return { ...base, min: 0, max: whole } as never
  // Beyond a lying bar below zero is its value, and beyond that are the names.
  const below = spec.lying && Math.min(...numbers) < 0
  return {
    ...base,
    beginAtZero: !isBroken(spec),
    grace: hasBars(spec) && !below ? 0 : '10%',
    // Chart.js looks at the figures alone: their intervals, their targets and what is asked need room too.
    ...(!stacks && { suggestedMin: Math.min(...numbers), suggestedMax: Math.max(...numbers) }),
  } as never
}

/** The unit, and that the axis is broken. */
export function axisTitle(spec: ChartSpec, locale: Locale): string[] {
  const unit = inLocale(spec.unit, locale)
  const broken = showsBreak(spec) ? inLocale(BROKEN_AXIS, locale) : ''
  return [unit, broken].filter((line) => line !== '')
}

function numbersOf(spec: ChartSpec): number[] {
  const points = spec.series.flatMap((series) =>
    series.points.flatMap(({ value, low, high, targets }) => [
      value,
      low,
      high,
      ...(targets ?? []).map((one) => one.value),
    ]),
  )
  return [...points, ...(spec.limits ?? []).map(({ value }) => value)].filter((value) => value !== null)
}

/** The least of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten that is not below `value`; 1 for nothing. */
export function niceCeiling(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= value)!
  return Math.max(1, step * power)
}

/** As many places as the one that needs most of them: 0.8 is below 1.0. */
function placesOf(ticks: readonly { value: number }[]): number {
  return Math.max(...ticks.map(({ value }) => String(+value.toFixed(6)).split('.')[1]?.length ?? 0))
}
