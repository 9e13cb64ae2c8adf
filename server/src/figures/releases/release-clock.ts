import type { Database } from '../../ground/database/database.ts'
import { selectReleaseTimes, type ReleaseTimes } from './store.ts'

let latest = 0

/** Now, ISO date-time: never before what it said last, whatever becomes of the machine's clock. */
export function clock(): string {
  latest = Math.max(latest, Date.now())
  return new Date(latest).toISOString()
}

/**
 * Returns the same database, whose state also counts the releases that are out. It so becomes another state when the minute of a release
 * passes, though nothing is committed then, and stays that state when the first reader stores that the minute has passed: no answer of
 * before, nor its ETag, is ever valid again.
 */
export function withReleaseClock(database: Database): Database {
  let known: { state: string; releases: ReleaseTimes } | null = null
  const say = (state: string, { out, minutes }: ReleaseTimes) => {
    const now = clock()
    return `${state} @${out + minutes.filter((minute) => minute <= now).length}`
  }
  const look = async (state: string) => {
    const releases = await selectReleaseTimes(database.quick)
    known = { state, releases }
    return say(state, releases)
  }
  return {
    kind: database.kind,
    address: database.address,
    get quick() {
      return database.quick
    },
    state() {
      const state = database.state()
      if (typeof state === 'string') return known?.state === state ? say(state, known.releases) : look(state)
      return state.then((now) => (known?.state === now ? say(now, known.releases) : look(now)))
    },
    snapshot: (read) => database.snapshot(read),
    write: (work, options) => database.write(work, options),
    close: () => database.close(),
  }
}
