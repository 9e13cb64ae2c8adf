import type { Database } from '../../ground/database/database.ts'
import { selectMinutes } from './store.ts'

let latest = 0

/** Now, ISO date-time: never before what it said last, whatever becomes of the machine's clock. */
export function clock(): string {
  latest = Math.max(latest, Date.now())
  return new Date(latest).toISOString()
}

/**
 * The same database, whose state is another one as soon as the minute of a release is over: what was kept of the state before is asked
 * anew, though nothing was committed.
 */
export function withReleaseClock(database: Database): Database {
  let known: { state: string; minutes: string[] } | null = null
  const say = (state: string, minutes: readonly string[]) => {
    const now = clock()
    return `${state} @${minutes.filter((minute) => minute <= now).length}`
  }
  const look = async (state: string) => {
    const minutes = await selectMinutes(database.quick)
    known = { state, minutes }
    return say(state, minutes)
  }
  return {
    kind: database.kind,
    address: database.address,
    get quick() {
      return database.quick
    },
    state() {
      const state = database.state()
      if (typeof state === 'string') return known?.state === state ? say(state, known.minutes) : look(state)
      return state.then((now) => (known?.state === now ? say(now, known.minutes) : look(now)))
    },
    snapshot: (read) => database.snapshot(read),
    write: (work, options) => database.write(work, options),
    close: () => database.close(),
  }
}
