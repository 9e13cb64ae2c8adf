import type { NamedIndicator, GapSeries, TargetFacts, YearSeries } from '../../graph/generated.ts'

/** What asks for a decision: a rule that is not met, or a plan that is behind. */
export interface Matter {
  indicator: NamedIndicator
  figure: YearSeries['figures'][number]
  /** What the rule says; null: no rule. */
  rule: string | null
  /** The target that is behind; null: none is. */
  target: TargetFacts | null
}

/** Rules first, then targets, each in the order of the catalogue. What both concern is one matter. */
export function listMatters(judged: YearSeries[]): Matter[] {
  const matters = judged.flatMap(({ indicator, figures: [figure] }): Matter[] => {
    if (!figure) return []
    const rule = figure.threshold && !figure.threshold.met ? figure.threshold.words : null
    const target = figure.targets.find(({ onCourse }) => onCourse === false) ?? null
    return rule === null && target === null ? [] : [{ indicator, figure, rule, target }]
  })
  return [...matters.filter(({ rule }) => rule !== null), ...matters.filter(({ rule }) => rule === null)]
}

/**
 * How many targets are where they should be by now, of those of which that is known. `over`: their periods are, so that they
 * are reached or are not.
 */
export function countOnCourse(judged: YearSeries[]): {
  onCourse: number
  known: number
  /** Of few people, or added up over years: what is held against them is shown to those alone who may read the records. */
  hidden: number
  over: boolean
} {
  const all = judged.flatMap(({ figures: [figure] }) =>
    (figure?.targets ?? []).map((target) => ({ ...target, ...figure?.period, gap: figure?.gap })),
  )
  const said = all.filter(({ onCourse }) => onCourse !== null)
  const hidden = all.filter(
    ({ onCourse, actual, cumulative, gap }) =>
      onCourse === null && actual === null && (gap === 'SUPPRESSED' || (cumulative && gap === null)),
  )
  return {
    onCourse: said.filter(({ onCourse }) => onCourse).length,
    known: said.length,
    hidden: hidden.length,
    over: !said.some(({ partial }) => partial),
  }
}

/** Whether any rule or target speaks of a figure of the year: where none does, none is met either. */
export function isMeasured(judged: YearSeries[]): boolean {
  return judged.some(({ figures: [figure] }) => figure && (figure.threshold !== null || figure.targets.length > 0))
}

/** Indicators without a figure in the year, by the reason. */
export function listGaps(all: GapSeries[], gap: 'NO_RECORDS' | 'SUPPRESSED'): GapSeries['indicator'][] {
  return all.filter(({ figures: [figure] }) => figure?.gap === gap).map(({ indicator }) => indicator)
}
