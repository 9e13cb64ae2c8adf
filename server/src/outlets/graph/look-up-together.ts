import { pageOf } from '../../records/read-together.ts'
import type { GraphContext } from './context.ts'

/** A reader of what belongs to a thing, that reads it once for all the things that were read together. */
export function lookUpTogether<Thing extends object, Found>(
  read: (things: Thing[], context: GraphContext) => Promise<Found>,
): (thing: Thing, context: GraphContext) => Promise<Found> {
  const known = new WeakMap<Thing[], Promise<Found>>()
  return (thing, context) => {
    const page = pageOf(thing)
    let found = known.get(page)
    if (!found) {
      found = read(page, context)
      known.set(page, found)
    }
    return found
  }
}
