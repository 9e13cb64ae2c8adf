import type { View } from '../address/view.ts'
import { SHOWN_OF_EACH, SHOWN_OF_ONE } from './subject-query.ts'

/** Which records that name a thing the address asks for: some of each type, or a page of one. */
export function mentionsAsked({ type, tab, after }: View) {
  return {
    type,
    field: type === null ? null : tab,
    first: type === null ? SHOWN_OF_EACH : SHOWN_OF_ONE,
    after: type === null ? null : after,
  }
}
