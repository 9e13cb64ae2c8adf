import { drawFlow, streamAt } from './draw-flow.ts'
import { drawMatrix } from './draw-matrix.ts'
import { drawPanels } from './draw-multiples.ts'
import { drawTimeLine, walkLives } from './draw-time-line.ts'
import type { DrawOwn, OwnForm } from '../marks.ts'
import type { ChartKind } from '../spec.ts'

/** Apart from the rest of the forms: a page that has none of them does not fetch it. */
export const OWN_FORMS: Partial<Record<ChartKind, OwnForm>> = {
  matrix: { draw: drawMatrix },
  flow: { draw: drawFlow, at: streamAt },
  multiples: { draw: drawPanels },
  'time-line': { draw: drawTimeLine, walk: walkLives },
}

export const drawOwn: DrawOwn = (chart, spec, ...given) => OWN_FORMS[spec.kind]!.draw(chart, spec, ...given)
