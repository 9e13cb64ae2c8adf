import { sql } from 'kysely'
import type { Cond, Measure, SetOf } from '../definition.ts'
import type { Compilation } from './compilation.ts'
import { allOf, once, type Sql } from './sql.ts'
import { dayOf, P } from './dates.ts'
import { aggregate } from './aggregate.ts'
import { members, type Cut } from './members.ts'
import { keyText, valueOf } from './values.ts'

/**
 * Matched pairs. A pair belongs to the period of its `after`; `before` is of all history. Lost are the befores of the period that
 * have no after by its last day. The categories of a pair are its after's.
 */
export function pairs(
  compilation: Compilation,
  set: SetOf,
  measure: Extract<Measure, { pairs: unknown }>,
  cut: Cut,
): Sql[] {
  if ('union' in set || !('fallsIn' in set.time) || (set.onePer && set.onePer.pick !== 'first')) {
    throw new Error('pairs are made in one record type, by a date, of the first of a key')
  }
  const date = set.time.fallsIn
  const side = (which: Cond[], asked: Cut, timeless: boolean) =>
    members(compilation, set, asked, {
      part: 'numerator',
      also: which,
      timeless,
      columns: (source) => ({
        pair_key: keyText(source, measure.pairs),
        value: sql`cast(${valueOf(source, measure.value).expression} as bigint)`,
        most: measure.max ? sql`cast(${valueOf(source, measure.max).expression} as bigint)` : sql`cast(null as bigint)`,
        scale: keyText(source, measure.scale),
        held_on: dayOf(source, date),
      }),
    })
  const whole: Cut = { scope: cut.scope, by: null, across: null, filters: [] }
  const gain = sql.ref('m.gain')
  const room = measure.gain === 'normalised' ? sql`b.most is not null` : allOf([])
  const matched = sql`select a.year as year, a.category as category, a.across as across, a.person as person, a.heads as heads,
    a.group_heads as group_heads, a.value - b.value as gain, b.most - b.value as room, a.scale as scale
    from (${side(measure.after, cut, false)}) as a join (${once(side(measure.before, whole, true))}) as b
      on a.pair_key = b.pair_key
    where ${room}`
  // The afters are gathered once: looked for row by row, they would be picked anew for each before.
  const lost = sql`select b.year as year, b.category as category, b.across as across, b.person as person, b.heads as heads,
    b.group_heads as group_heads from (${side(measure.before, cut, false)}) as b join period as p on p.year = b.year
    left join (select pair_key, min(held_on) as held_on from (${side(measure.after, whole, true)}) as every group by pair_key) as a
      on a.pair_key = b.pair_key
    where a.held_on is null or a.held_on > ${P.last}`
  return [
    aggregate('numerator', matched, {
      n: sql`count(*)`,
      total: sql`sum(${gain})`,
      other: sql`sum(m.room)`,
      squares: sql`cast(sum(${gain} * ${gain}) as text)`,
      low: sql`min(m.scale)`,
      high: sql`max(m.scale)`,
    }),
    aggregate('lost', lost, { total: sql`count(*)` }),
  ]
}
