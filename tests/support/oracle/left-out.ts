import type { Base, Branch, Cond, Declaration, PlainSet } from '@causeway/server/figures/indicators/definition'
import { isOfPeriod } from './cover.ts'
import { allHold, timeHolds, type Moment } from './holds.ts'
import { refOf, type Part } from './members.ts'
import { plainRow, readPath, type Stretch, type Row } from './read.ts'
import { fieldOf, recordsOf, type Rec } from './world.ts'

type Country = 'known' | 'unknown'

interface Place {
  part: Part
  path: string
  of: PlainSet | Branch
  common: Cond[]
  besides: Cond[]
}

/** Does a row of this part belong to the cell that is asked? */
type IsIn = (row: Row, part: Part) => boolean

/** A record of the period that would be counted if only somebody knew its country. */
export interface Unplaced {
  record: Rec
  row: Row
  part: Part
}

/** Whatever cell is asked. Null: no scope acts. */
export function unplacedOf(moment: Moment, declaration: Declaration): Unplaced[] | null {
  if (!declaration.scope || moment.scope === null) return null
  return placesOf(declaration).flatMap((place) =>
    recordsOf(moment.world, place.of.of).flatMap((record) => {
      const row = rowOf(record, place.of)
      const own = 'as' in place.of ? plainRow(record) : row
      const meets =
        allHold(moment, own, asking(place.of.where)) &&
        allHold(moment, row, [...asking(place.common), ...asking(place.besides)]) &&
        timeHolds(moment, own, place.of.time)
      return meets && countryOf(moment, row, place.path) === 'unknown' ? [{ record, row, part: place.part }] : []
    }),
  )
}

/** Where a record of the period is from, whatever the conditions and the cell. `part`: null where it is of no cell. */
export interface Placed {
  country: Country
  row: Row
  part: Part | null
}

export function placedOf(
  moment: Moment,
  declaration: Declaration,
  stretch: Stretch,
  cumulative: boolean,
): readonly Placed[] {
  if (!declaration.scope || moment.scope === null) return []
  return declaration.base.flatMap((base) => [...countriesOf(moment, declaration, stretch, cumulative, base)])
}

/** Whether nobody knows where any of them is from; or where any of the cell is. */
export function isAllUnknown(placed: readonly Placed[], isIn: IsIn): boolean {
  const ofCell = placed.filter(({ row, part }) => part !== null && isIn(row, part))
  return [placed, ofCell].some((some) => some.length > 0 && some.every(({ country }) => country === 'unknown'))
}

function* countriesOf(
  moment: Moment,
  declaration: Declaration,
  stretch: Stretch,
  cumulative: boolean,
  base: Base,
): Generator<Placed> {
  const [of, where] = typeof base === 'string' ? [base, []] : [base.of, base.where]
  const { window } = stretch
  const until = cumulative ? { ...stretch, window: { ...window, last: window.day } } : stretch
  const places = placesOf(declaration)
  const own = places.filter((place) => place.of.of === of)
  const ways = new Set(own.map((place) => String(renamed(place))))
  for (const record of recordsOf(moment.world, of)) {
    if (!allHold(moment, plainRow(record), where)) continue
    if (!isOfPeriod(moment.world, record, until, cumulative)) continue
    const through =
      ways.size > 1 ? own.filter((place) => allHold(moment, plainRow(record), place.of.where)) : own.slice(0, 1)
    for (const place of through) {
      const row = rowOf(record, place.of)
      yield { row, part: place.part, country: countryOf(moment, row, place.path) }
    }
    if (own.length > 0) continue
    for (const place of places) {
      const [head, tail] = place.path.split('.') as [string, string?]
      if (tail !== undefined && fieldOf(place.of.of, head)?.to === of)
        yield { row: plainRow(record), part: null, country: countryOf(moment, plainRow(record), tail) }
    }
  }
}

function placesOf({ scope, set, measure }: Declaration): Place[] {
  const parts: { part: Part; set: PlainSet | { union: Branch[]; where?: Cond[] }; besides: Cond[] }[] = []
  const filled = (of: typeof measure): Cond[] =>
    'mean' in of ? [{ field: of.mean, filled: true }] : 'median' in of ? [{ field: of.median, filled: true }] : []
  if ('ratio' in measure)
    for (const part of ['numerator', 'denominator'] as const)
      parts.push({ part, set: measure.ratio[part].set, besides: filled(measure.ratio[part].measure) })
  else if ('share' in measure && refOf(scope!, 'denominator') === undefined)
    parts.push({ part: 'numerator', set: set!, besides: measure.share })
  else
    parts.push({
      part: 'share' in measure || 'weighted' in measure ? 'denominator' : 'numerator',
      set: set!,
      besides: filled(measure),
    })
  return parts.flatMap(({ part, set: one, besides }) => {
    const path = refOf(scope!, part)
    if (typeof path !== 'string') return []
    const branches = 'union' in one ? one.union : [one]
    return branches.map((of) => ({ part, path, of, common: 'union' in one ? (one.where ?? []) : [], besides }))
  })
}

const asking = (list: readonly Cond[] = []): Cond[] =>
  list.filter((cond) => !('inScope' in cond && cond.inScope === 'SCOPE'))

function rowOf(record: Rec, of: PlainSet | Branch): Row {
  return { record, names: { as: 'as' in of ? of.as : undefined, joins: 'joins' in of ? of.joins : undefined } }
}

function renamed({ of, path }: Place): string {
  const as = 'as' in of ? of.as?.[path] : undefined
  return typeof as === 'string' ? as : path
}

/** A record that names no site has no country that could be unknown. */
function countryOf({ world }: Moment, row: Row, path: string): Country {
  const as = row.names.as?.[path]
  const [head, tail] = (typeof as === 'string' ? as : path).split('.') as [string, string?]
  const isReference = tail !== undefined && !row.names.joins?.[head]
  if (isReference && readPath(world, row, head) === null) return 'known'
  const country = readPath(world, row, path)
  return country === null || country === 'unknown' ? 'unknown' : 'known'
}
