import type { Day } from '@causeway/shared/day'

/** A value on a plan's way, and the last day of the period it is of. */
export interface Waypoint {
  value: number
  day: Day
}

/** What one target is held against. All values are unrounded, in the indicator's unit. */
export interface Attempt {
  /** The figure that the target speaks of; null: it has none. */
  actual: number | null
  target: Waypoint
  betterWhen: 'HIGHER' | 'LOWER' | null
  /** Where the plan began; null: it does not say. */
  base: Waypoint | null
  /** The plan's last value before the target: the base, or another target. */
  before: Waypoint | null
  /** First day of the stretch over which the figure grows from nothing; null: a level, that is as it is on any day. */
  growsFrom: Day | null
  /** The day up to which the figure speaks: the last of its period, or the data date. */
  asOf: Day
}

export interface Progress {
  /** In %, 100 is the target; null: there is no figure, or no way from where the plan began to where it wants to be. */
  progress: number | null
  /** What `progress` would be by now on a straight way, by calendar days; null: nothing says where the way began. */
  due: number | null
  reached: boolean | null
  /** 达到序时进度: the figure is where a straight way would have it by now, or beyond. */
  onCourse: boolean | null
}

/**
 * How far a figure has come towards a target (完成率) and how far it should have. With a base: (actual - base) / (target - base).
 * Without one: actual / target, or target / actual where less is better. A figure that grows within its period, as a count of what
 * happened, begins at nothing, so its base waits until the period is over and what is due is the share of days gone.
 */
export function measureProgress(attempt: Attempt): Progress {
  const { actual, target } = attempt
  const expected = expectedBy(attempt)
  const share = shareOf(attempt)
  return {
    progress: actual === null ? null : share(actual),
    due: expected === null ? null : share(expected),
    reached: actual === null ? null : isAtLeast(attempt, actual, target.value),
    onCourse: actual === null || expected === null ? null : isAtLeast(attempt, actual, expected),
  }
}

function expectedBy({ target, before, growsFrom, asOf }: Attempt): number | null {
  if (asOf >= target.day) return target.value
  if (growsFrom !== null) return (target.value * Math.max(0, asOf - growsFrom + 1)) / (target.day - growsFrom + 1)
  if (before === null) return null
  const gone = Math.max(0, asOf - before.day) / (target.day - before.day)
  return before.value + (target.value - before.value) * gone
}

function shareOf({ target, base, growsFrom, asOf, betterWhen }: Attempt): (value: number) => number | null {
  const isUnderWay = growsFrom !== null && asOf < target.day
  if (base !== null && !isUnderWay) {
    const way = target.value - base.value
    return (value) => (way === 0 ? null : (100 * (value - base.value)) / way)
  }
  // A share of nothing, or of a loss, is none.
  if (target.value <= 0) return () => null
  if (betterWhen === 'LOWER') return (value) => (value <= 0 ? null : (100 * target.value) / value)
  return (value) => (100 * value) / target.value
}

function isAtLeast({ betterWhen, base, target }: Attempt, value: number, wanted: number): boolean {
  const isDownward = betterWhen === null ? base !== null && target.value < base.value : betterWhen === 'LOWER'
  return isDownward ? value <= wanted : value >= wanted
}
