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

export const toAddress = ({ declaration, basis, by, from, to }: Question, format: string) =>
  `/i/${declaration.id}.${format}?institution=demo&basis=${basis}&from=${from}&to=${to}${by === null ? '' : `&by=${by}`}`

export const describe = ({ declaration, basis, by, from, to }: Question) =>
  `${declaration.code} ${basis}${by === null ? '' : ` by ${by}`} ${from}-${to}`
