import type { Form } from './form.ts'
import { heightOnAxes, LEAST_HEIGHT } from '../measures.ts'

/** What came in to the left, what went out to the right: `mirrored.ts` makes it of two series. */
export const mirroredBars: Form = {
  marks: 'bars',
  stacks: 'sides',
  height: (spec, width) => heightOnAxes(spec, width, { least: LEAST_HEIGHT }),
  // On a page it is between two columns.
  stillWidth: 560,
  gives: 'nothing',
}
