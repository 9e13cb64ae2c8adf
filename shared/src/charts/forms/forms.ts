import { bars } from './bars.ts'
import { dots } from './dots.ts'
import { flow } from './flow.ts'
import type { Form, SeriesForm } from './form.ts'
import { lines } from './lines.ts'
import { matrix } from './matrix.ts'
import { mirroredBars } from './mirrored-bars.ts'
import { multiples } from './multiples.ts'
import { range } from './range.ts'
import { slope } from './slope.ts'
import { stacked } from './stacked.ts'
import { timeLine } from './time-line.ts'
import type { ChartForm, ChartKind, ChartSpec } from '../spec.ts'

/** The forms that a series can be drawn in. */
export const SERIES_FORMS: Record<ChartForm, SeriesForm> = {
  lines,
  bars,
  stacked,
  multiples,
  slope,
  range,
  dots,
  matrix,
  flow,
}

const FORMS: Record<ChartKind, Form> = { ...SERIES_FORMS, 'mirrored-bars': mirroredBars, 'time-line': timeLine }

/** Everything that is different in another form is asked here. */
export function formOf({ kind }: Pick<ChartSpec, 'kind'>): Form {
  return FORMS[kind]
}
