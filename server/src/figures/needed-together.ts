import type { Basis } from '@causeway/shared/period'
import { disclosureClass } from './disclosure/disclosure-class.ts'
import { tiedBefore, type Tied } from './disclosure/ties.ts'
import type { Declaration } from './indicators/definition.ts'
import { sameCounts, type SameCount } from './indicators/same-count.ts'
import { holdsPersons } from '../records/record-types.ts'

/** An indicator on a basis: its tables are hidden in together. */
export interface OnBasis {
  declaration: Declaration
  basis: Basis
}

/** Whether nothing is hidden of it, so that each of its tables can be known without the others. */
export const isOfThings = (declaration: Declaration): boolean => disclosureClass(declaration, holdsPersons) === 'things'

export const grows = ({ kind }: Declaration): boolean => kind === 'CUMULATIVE'

/** Those that count the same persons, and say what is hidden of them. */
export const leadersOf = (indicators: readonly Declaration[], { declaration, basis }: OnBasis): SameCount[] =>
  sameCounts(indicators, declaration).filter(({ leader }) => leader.bases.includes(basis))

/** Those that count some of the same persons, and that it gives way to. */
export const othersOf = (indicators: readonly Declaration[], { declaration, basis }: OnBasis): Tied[] =>
  tiedBefore(indicators, declaration).filter(({ other }) => other.bases.includes(basis))

/** An indicator, itself first, with all that what is hidden of it depends on. */
export function allNeeded(indicators: readonly Declaration[], asked: OnBasis): OnBasis[] {
  if (isOfThings(asked.declaration)) return [asked]
  const needed: OnBasis[] = []
  const add = (declaration: Declaration, basis: Basis) => {
    if (needed.some((one) => one.declaration === declaration && one.basis === basis)) return
    const one = { declaration, basis }
    needed.push(one)
    for (const beside of basesBeside(one)) add(declaration, beside)
    for (const { leader } of leadersOf(indicators, one)) add(leader, basis)
    for (const { other } of othersOf(indicators, one)) add(other, basis)
  }
  add(asked.declaration, asked.basis)
  return needed
}

/** Of a count that only grows the usual basis has its days too: they are between those of any other. */
function basesBeside({ declaration, basis }: OnBasis): Basis[] {
  return grows(declaration) ? [...new Set([basis, declaration.bases[0]!])] : [basis]
}
