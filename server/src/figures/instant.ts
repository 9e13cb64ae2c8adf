import { isIsoDate } from '@causeway/shared/day'
import { minutesAheadIn, USUAL_ZONE } from '@causeway/shared/moment'

const TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d(?:\.\d{1,9})?))?)?(Z|[+ -]\d\d:?\d\d)?$/i

/** The instants that a text may mean, ISO date-times in UTC: the same twice, or the ends of a day. */
export interface Instants {
  from: string
  to: string
}

/**
 * `2024-12-31T17:00+08:00`, `2024-12-31 17:00:00` by the clock of a zone, or `2024-12-31`, which is the whole day there. A blank before
 * an offset is the `+` of an address that was not written as `%2B`. Null: it is none of these.
 */
export function toInstant(text: string, timeZone: string = USUAL_ZONE): Instants | null {
  const [, day, minute, second = '00', offset] = TIME.exec(text.trim()) ?? []
  if (!day || !isIsoDate(day) || (minute === undefined && offset !== undefined)) return null
  if (minute === undefined) {
    const from = byClock(`${day}T00:00:00.000`, timeZone)
    return from === null ? null : { from, to: byClock(`${day}T23:59:59.999`, timeZone)! }
  }
  const local = `${day}T${minute}:${second}`
  const instant =
    offset === undefined ? byClock(local, timeZone) : utc(`${local}${offset.replace(' ', '+').toUpperCase()}`)
  return instant === null ? null : { from: instant, to: instant }
}

function utc(text: string): string | null {
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** A time by the clock of a zone: of two that it shows alike the first, of one that it leaves out the one an hour later. */
function byClock(local: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return null
  const shown = (time: number) => time + offsetAt(time, timeZone)
  const [first = asUtc - offsetAt(asUtc - DAY_MS, timeZone)] = [-DAY_MS, DAY_MS]
    .map((about) => asUtc - offsetAt(asUtc + about, timeZone))
    .filter((time) => shown(time) === asUtc)
    .toSorted((a, b) => a - b)
  return new Date(first).toISOString()
}

const DAY_MS = 86_400_000

/** Milliseconds that the clock of the zone is ahead of UTC. */
const offsetAt = (time: number, timeZone: string): number => Math.round(minutesAheadIn(timeZone, time) * 60_000)
