import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import type { Declaration } from '@causeway/server/figures/indicators/definition'
import type { Basis } from '@causeway/shared/period'
import { createRandom } from '../support/random.ts'

export interface Question {
  declaration: Declaration
  basis: Basis
  by: string | null
  from: number
  to: number
}

/** Ten years of so many indicators, each another, as anybody may ask: what is broken down on its first basis. */
export function drawQuestions(seed: string, count: number, among: readonly Declaration[] = CATALOGUE): Question[] {
  const random = createRandom(seed)
  const left = [...among]
  return Array.from({ length: count }, () => {
    const declaration = random.take(left)
    const from = random.whole(2009, 2015)
    const by = random.pick([null, ...Object.keys(declaration.dimensions)])
    const basis = by === null ? random.pick(declaration.bases) : declaration.bases[0]!
    return { declaration, basis, by, from, to: from + 9 }
  })
}

/** Of the whole, as a dashboard asks. */
export const toGraph = (questions: Question[], institution: string, wanted = 'revision figures { value gap }') =>
  `{ ${questions.map(({ declaration, basis, from, to }, at) => `q${at}: indicator(id: "${declaration.id}") { series(institution: "${institution}", basis: ${basis}, from: ${from}, to: ${to}) { ${wanted} } }`).join(' ')} }`

const CHOSEN = Array.from({ length: 12 }, (_, at) => `i${at}`)
const OF_ONE =
  'series(institution: "demo", from: $from, to: $to) { revision figures { period { year label } value gap } }'
const DASHBOARD = `query Dashboard($from: Int!, $to: Int!, ${CHOSEN.map((name) => `$${name}: ID!`).join(', ')}) {
  ${CHOSEN.map((name, at) => `q${at}: indicator(id: $${name}) { ${OF_ONE} }`).join(' ')} }`

export interface Dashboard {
  query: string
  variables: Record<string, string | number>
}

/** Ten years of these indicators, or of as many of them as a dashboard has. */
export const toDashboard = (ids: readonly string[], from: number): Dashboard => ({
  query: DASHBOARD,
  variables: { from, to: from + 9, ...Object.fromEntries(CHOSEN.map((name, at) => [name, ids[at % ids.length]!])) },
})

/** Another choice of the whole catalogue each time. */
export function drawDashboards(seed: string): (from: number) => Dashboard {
  const random = createRandom(seed)
  return (from) => {
    const left = CATALOGUE.map(({ id }) => id)
    return toDashboard(
      CHOSEN.map(() => random.take(left)),
      from,
    )
  }
}

export const toAddress = ({ declaration, basis, by, from, to }: Question, format: string) =>
  `/i/${declaration.id}.${format}?institution=demo&basis=${basis}&from=${from}&to=${to}${by === null ? '' : `&by=${by}`}`

export const describe = ({ declaration, basis, by, from, to }: Question) =>
  `${declaration.code} ${basis}${by === null ? '' : ` by ${by}`} ${from}-${to}`
