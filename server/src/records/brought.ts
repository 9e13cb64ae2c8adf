import { UNKNOWN } from '@causeway/shared/unknown'
import type { Column } from '../ground/database/columns.ts'
import type { RecordType } from './record-type.ts'

/** What is in the versions of a type that a batch began: where none of them has a thing, no query looks for it. */
export class Brought {
  /** Columns that are filled in some; in which some say `unknown`. */
  readonly filled = new Set<string>()
  readonly unknown = new Set<string>()
  /** The latest first day, and the most days from the first to the last. */
  latest = -Infinity
  longest = -Infinity

  /** `rows` hold the columns' values in their order. */
  add({ type, columns }: { type: RecordType; columns: readonly Column[] }, rows: readonly unknown[][]): void {
    const placeOf = (column: string) => columns.findIndex(({ name }) => name === column)
    for (const [i, { name }] of columns.entries())
      if (!this.filled.has(name) && rows.some((row) => row[i] != null)) this.filled.add(name)
    for (const { name, i } of type.fields.flatMap(({ kind, name }) =>
      kind === 'country' ? [{ name, i: placeOf(name) }] : [],
    ))
      if (!this.unknown.has(name) && rows.some((row) => row[i] === UNKNOWN)) this.unknown.add(name)
    const [first, last] = [placeOf('first_day'), placeOf('last_day')]
    for (const row of rows) {
      const [begin, end] = [row[first], row[last]] as (number | null)[]
      if (begin != null && begin > this.latest) this.latest = begin
      if (begin != null && end != null && end - begin >= this.longest) this.longest = end - begin + 1
    }
  }
}
