import type { Interval } from '@causeway/shared/figure'
import type { Declaration, Key, SetOf } from '@causeway/server/figures/indicators/definition'
import type { Moment } from './holds.ts'
import type { Part } from './members.ts'
import { readKey, type Row } from './read.ts'
import { headsOf, isGroup } from './world.ts'

/** What a measure says of its rows before coverage is asked. Null: it cannot be said (NOT_APPLICABLE). */
export interface Said {
  value: number | null
  numerator?: number | null
  denominator?: number | null
  interval?: Interval | null
  coverage?: number | null
  lost?: number | null
  effect?: number | null
  /** Persons or objects behind it; absent: as `behind` counts them. */
  size?: number
  /** The rows it was counted from. */
  rows: Row[]
  /** Where they are not `rows`: the rows of each part, whose categories occur. */
  parts?: { part: Part; rows: Row[] }[]
}

export interface Asked {
  moment: Moment
  declaration: Declaration
  /** The cell: does a row of this part belong to it? */
  isIn: (row: Row, part: Part) => boolean
  /** The rows of a set in the period; of all history. */
  membersOf: (set: SetOf, part: Part) => Row[]
  everMembersOf: (set: SetOf, part: Part) => Row[]
  cumulative: boolean
}

/** Persons where the rows speak of persons, else records. */
export function behind(asked: Asked, rows: Row[]): number {
  const speaks = rows.some(({ record }) => record.values['person'] != null || isGroup(record))
  return speaks ? personsOf(asked, rows) : rows.length
}

export function heads(rows: Row[]): number {
  return rows.reduce((sum, { record }) => sum + headsOf(record), 0)
}

/** Of persons, the headcounts of group rows come on top. */
export function distinct(rows: Row[], keyOf: (row: Row) => string | null, key: Key): number {
  const found = new Set<string>()
  let groups = 0
  for (const row of rows) {
    if (key === 'persons' && isGroup(row.record)) groups += headsOf(row.record)
    else {
      const text = keyOf(row)
      if (text !== null) found.add(text)
    }
  }
  return found.size + groups
}

export function personsOf({ moment: { world, window } }: Asked, rows: Row[]): number {
  return distinct(rows, (row) => readKey(world, row, 'persons', window), 'persons')
}
