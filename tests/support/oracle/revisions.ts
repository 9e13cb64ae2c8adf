import { kept } from '@causeway/server/ground/kept'
import { naturalKey } from '@causeway/server/records/natural-key'
import { recordTypeOf } from '@causeway/server/records/record-types'
import { createRandom } from '../random.ts'
import { makeBatches, makeDecisions, type Place } from './nasty-records.ts'
import { putTogether, toWorld, type Batch, type Records, type Rec, type Stored, type World } from './world.ts'

/** One thing that happens to an institution: batches come, or those of an earlier event are taken back. */
export type Event = { name: string; batches: Batch[] } | { name: string; takesBack: string }

/** Types of which records come late. */
const LATE = 'enrolment mobility training-session assessment-result graduate-outcome adoption certificate-award course'

/** The records of a place as they came: at first, late, taken back, corrected, decided to be one thing, under other settings. */
export function makeEvents(seed: string, place: Place): Event[] {
  const { institution } = place
  const all = makeBatches(seed, { ...place, decides: undefined })
  const isFirst = ({ dataDate }: Batch) => dataDate === '2023-08-31'
  const first = all.filter(isFirst)
  const [moved, kept] = [place.dataDate, '2023-12-01'].map((day) => all.filter((batch) => batch.dataDate === day))
  const standing = new Map(first.map(({ type, rows }) => [type, rows] as [string, Stored[]]))
  // Of records that are not taken back: something decided rests on them.
  const decisions = makeDecisions(createRandom(`decisions ${seed}`), new Map(standing))
  const known = (type: string, rows: readonly Stored[]) =>
    new Set(rows.map((row) => naturalKey(recordTypeOf(type), row)))
  const late = (name: string): Batch[] => {
    const others = makeBatches(`${seed} ${name}`, { ...place, size: place.size * 0.4 }).filter(isFirst)
    return others.flatMap(({ type, rows, ...batch }) => {
      if (!LATE.split(' ').includes(type)) return []
      const there = known(type, standing.get(type) ?? [])
      const fresh = rows.filter((row) => !there.has(naturalKey(recordTypeOf(type), row)))
      standing.set(type, [...(standing.get(type) ?? []), ...fresh])
      return fresh.length > 0 ? [{ ...batch, type, rows: fresh }] : []
    })
  }
  const home = first.find(({ type }) => type === 'institution')!
  const batch = (type: string, rows: Stored[]): Batch => ({ type, institution, dataDate: '2023-08-31', rows })
  return [
    { name: 'first', batches: first },
    { name: 'late', batches: late('late') },
    { name: 'later', batches: late('later') },
    { name: 'taken back', takesBack: 'late' },
    { name: 'corrected', batches: moved! },
    { name: 'decided', batches: [batch('same-as', decisions)] },
    { name: 'settled', batches: [batch('institution', [{ ...home.rows[0]!, school_year_start: '08-15' }])] },
    { name: 'corrected again', batches: kept! },
  ]
}

/** What holds after so many events. */
export function recordsAfter(institution: string, events: readonly Event[]): Records {
  const gone = new Set(events.flatMap((event) => ('takesBack' in event ? [event.takesBack] : [])))
  const held = events.flatMap((event) => ('batches' in event && !gone.has(event.name) ? event.batches : []))
  return putTogether(institution, held)
}

const OF_HOME = ['institution', 'same-as']

type Steps = [cause: string, world: World][]
const made = new WeakMap<Records, Map<Records, Steps>>()

/** The worlds between two revisions, each with the cause that makes it of the one before; made once, for what the oracle keeps of each. */
export function worldsBetween(institution: string, from: Records, to: Records): Steps {
  const known = made.get(from) ?? new Map<Records, Steps>()
  made.set(from, known)
  return kept(known, to, () => makeWorlds(institution, from, to))
}

function makeWorlds(institution: string, from: Records, to: Records): Steps {
  const blend = (whole: Records, besides: Records, home: Records, decided: Records): World => {
    const types = new Set([...from.byType.keys(), ...to.byType.keys()])
    const byType: Records['byType'] = new Map()
    for (const type of types) {
      const own = OF_HOME.includes(type) ? [] : [besides.byType.get(type), whole.byType.get(type)]
      byType.set(type, new Map<string, Rec>(own.flatMap((one) => [...(one ?? [])])))
    }
    byType.set('institution', home.byType.get('institution')!)
    byType.set('same-as', decided.byType.get('same-as') ?? new Map())
    return toWorld(institution, { byType, dataDate: home.dataDate })
  }
  return [
    ['', blend(from, from, from, from)],
    ['LATE', blend(from, to, from, from)],
    ['CORRECTED', blend(to, from, from, from)],
    ['WITHDRAWN', blend(to, to, from, from)],
    ['IDENTITY', blend(to, to, from, to)],
    ['SETTING', blend(to, to, to, to)],
  ]
}
