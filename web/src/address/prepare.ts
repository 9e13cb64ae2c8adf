import { partsOf } from './parts.ts'
import { parsePlace, type PageName } from '@causeway/shared/pages'

/** `lost`: it can be had by loading the address anew, and in no other way. */
export type Prepare = () => Promise<unknown> | 'ready' | 'lost'

let prepare: (page: PageName) => ReturnType<Prepare> = () => 'ready'

/** Anyone who knows the pages says how one is made ready to be shown. */
export function prepareWith(given: typeof prepare): void {
  prepare = given
}

/** Makes ready what an address shows, for somebody who is about to go there. */
export function prepareAddress(href: string): ReturnType<Prepare> {
  return prepare(parsePlace(partsOf(href).path).page)
}
