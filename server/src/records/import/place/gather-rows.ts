import { fill } from '@causeway/shared/words/words'
import { NOTHING_CHOSEN, type ChosenReading } from '../columns/chosen-reading.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import type { Entry } from '../mapping/mapping.ts'
import type { SettledRow } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

const MOST_GATHERED = 300_000

/** Rows alike that a mapping makes one of. */
export interface Gatherer {
  /** True where the row was taken in, to come out at the end. False: it goes on by itself; null: an earlier one represents it. */
  take(row: SettledRow): boolean | null
  /** What was taken in, in the order of the file. */
  drain(): SettledRow[]
}

/** `chosen`: what a person said instead of a mapping, or beside one that gathers nothing. */
export function makeGatherer(entry: Entry | null, chosen: ChosenReading = NOTHING_CHOSEN): Gatherer | null {
  if (entry?.one_per) return onePer(entry.one_per.fields, entry.one_per.keep)
  if (entry?.add_up || chosen.addUp) return addUp(entry?.add_up ?? 'headcount')
  return null
}

/** Rows alike in every other field: one, with the field added up; rows that lack it are none. Only whole rows that passed their checks come here. */
function addUp(field: string): Gatherer {
  const groups = new Map<string, SettledRow>()
  return {
    take(row) {
      if (typeof row.values[field] !== 'number') return false
      const key = JSON.stringify([row.institution, { ...row.values, [field]: 0 }])
      const group = groups.get(key)
      if (!group) {
        limit(groups.size)
        groups.set(key, row)
        return true
      }
      group.values[field] = Number(group.values[field] ?? 0) + Number(row.values[field] ?? 0)
      return null
    },
    drain: () => [...groups.values()],
  }
}

function onePer(fields: string[], keep: 'first' | 'last'): Gatherer {
  const kept = new Map<string, SettledRow | null>()
  return {
    take(row) {
      const key = JSON.stringify([row.institution, ...fields.map((field) => row.values[field] ?? null)])
      const known = kept.has(key)
      if (!known) limit(kept.size)
      if (keep === 'last') {
        kept.set(key, row)
        return known ? null : true
      }
      if (!known) kept.set(key, null)
      return known ? null : false
    },
    drain: () => [...kept.values()].filter((row) => row !== null).sort((a, b) => a.source.row - b.source.row),
  }
}

function limit(size: number): void {
  if (size < MOST_GATHERED) return
  throw new ImportRefused('TOO_MANY_GROUPS', {
    ...fill(REFUSALS.TOO_MANY_GROUPS, { MOST_GATHERED: MOST_GATHERED.toLocaleString('en') }),
  })
}
