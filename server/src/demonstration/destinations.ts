import type { Row } from './csv-file.ts'
import type { Learner } from './learners.ts'
import { createRandom, type Random } from './random.ts'
import { UNIT } from './units.ts'

const FIRST_NAMED_CLASS = 2020
const LAST_CLASS = 2024

interface Destination {
  status: string
  matched?: number
  pay?: number
  employer_type?: string
  country?: string
}

/** Shares of a class on 31 August, of 100. */
function statusesOf(graduated: number): Record<string, number> {
  const lean = graduated === 2020 ? 9 : graduated === 2022 ? 4 : 0
  return {
    employed: 59 + (graduated - 2016) * 0.8 - lean,
    'own-business': 3,
    flexible: 9,
    'further-study': 15 + (graduated - 2016),
    'not-employed': 10 + lean,
    unknown: 2.5,
  }
}

function settle(random: Random, graduated: number, before?: Destination): Destination {
  // By the end of the year most of those who looked for work have found some.
  if (
    before &&
    !(before.status === 'not-employed' && random.chance(0.62)) &&
    !(before.status === 'unknown' && random.chance(0.4))
  )
    return before
  const status = before ? random.weighted({ employed: 8, flexible: 2 }) : random.weighted(statusesOf(graduated))
  if (status === 'own-business' || status === 'flexible')
    return { status, matched: random.chance(0.55) ? 1 : 0, country: 'CN' }
  if (status !== 'employed') return { status }
  const employer_type = random.weighted({
    private: 56,
    state: 15,
    public: 9,
    foreign: 5,
    'going-out': 4 + (graduated - 2016) * 0.6,
    other: 5,
  })
  const abroad = employer_type === 'going-out' && random.chance(0.4)
  return {
    status,
    employer_type,
    matched: random.chance(0.64 + (graduated - 2016) * 0.015) ? 1 : 0,
    country: abroad ? random.pick(['RU', 'RU', 'KZ', 'TZ', 'LA']) : 'CN',
    pay: 3000 + (graduated - 2016) * 140 + random.whole(0, 28) * 50 + (abroad ? 1500 : 0),
  }
}

/**
 * Where graduates were on 31 August and on 31 December of their year. By name since the class of 2020; before, and of the department
 * that gives no names, as heads.
 */
export function followGraduates(learners: Learner[], heads: Row[]): { named: Row[]; counted: Row[] } {
  const random = createRandom('destinations')
  const named: Row[] = []
  const counted: Row[] = []
  const programmes = [...new Set([...learners, ...heads].map(({ programme }) => String(programme)))].sort()
  for (let graduated = 2016; graduated <= LAST_CLASS; graduated++) {
    for (const programme of programmes) {
      const ended = (row: { end?: unknown; outcome?: unknown }) =>
        row.outcome === 'completed' && row.end === `${graduated}-07-01`
      const persons = learners
        .filter((learner) => learner.programme === programme && ended(learner))
        .map(({ person }) => person)
      const nameless = heads
        .filter((row) => row.programme === programme && ended(row))
        .reduce((sum, { headcount }) => sum + Number(headcount), 0)
      const first = [...persons, ...Array.from({ length: nameless })].map(() => settle(random, graduated))
      const last = first.map((destination) => settle(random, graduated, destination))
      for (const [observation, found] of [
        ['08-31', first],
        ['12-31', last],
      ] as const) {
        const row = { programme, class: graduated, observation, nationality: 'CN', unit: UNIT.employment }
        if (nameless > 0 || graduated < FIRST_NAMED_CLASS)
          counted.push(...groupAlike(found).map((group) => ({ ...row, ...group })))
        else named.push(...found.map((destination, n) => ({ person: persons[n], ...row, ...destination })))
      }
    }
  }
  return { named, counted }
}

/** Heads of those alike, with their mean pay. */
function groupAlike(found: Destination[]): Row[] {
  const groups = new Map<string, Destination[]>()
  for (const destination of found) {
    const key = [destination.status, destination.matched, destination.employer_type, destination.country].join()
    groups.set(key, [...(groups.get(key) ?? []), destination])
  }
  return [...groups.values()].map((alike) => {
    const pays = alike.flatMap(({ pay }) => pay ?? [])
    const pay = pays.length > 0 ? Math.round(pays.reduce((sum, one) => sum + one, 0) / pays.length) : undefined
    return { ...alike[0], headcount: alike.length, pay }
  })
}
