import type { Question } from '../../figures/check-request.ts'
import { inOtherUnit } from './counting-unit.ts'
import type { LawfulValue } from './lawful-values.ts'
import type { State, StateReader } from './state.ts'

/** What is changed from one state to the next. */
type Aspect = 'DEFINITION' | 'PERIOD' | 'SCOPE' | 'FILTER' | 'UNIT'

/** From one state to the next by one aspect. */
export interface Step {
  aspect: Aspect
  from: State
  to: State
}

/** From the reference to another value, one aspect at a time, so that each difference has one cause. */
export async function walkPath(states: StateReader, reference: LawfulValue, other: LawfulValue): Promise<Step[]> {
  const start = reference.question
  const end = other.question
  const steps: Step[] = []
  let state = await states.read(start)
  const go = async (aspect: Aspect, question: Question) => {
    const next = await states.read(question)
    if (next !== state) steps.push({ aspect, from: state, to: next })
    state = next
  }
  if (other.unit !== null) {
    await go('UNIT', { ...start, declaration: inOtherUnit(start.declaration)!.sameRecords })
    await go('PERIOD', end)
    return steps
  }
  const { declaration } = end
  await go('DEFINITION', { ...start, declaration, filters: [], scope: declaration.scope ? start.scope : null })
  await go('PERIOD', { ...state.question, basis: end.basis, at: end.at, from: end.from, to: end.to })
  await go('SCOPE', { ...state.question, scope: end.scope })
  await go('FILTER', end)
  return steps
}
