import type { Words } from '@causeway/shared/words/words'
import type { FigureTarget } from '../../graph/generated.ts'
import { INDICATOR_WORDS } from './words.ts'

type TargetState = 'reached' | 'onCourse' | 'behind' | 'notReached'

/** Whether a target is met; of one whose period is not over also whether it is where it should be by now. */
export function targetState(
  { reached, onCourse }: Pick<FigureTarget, 'reached' | 'onCourse'>,
  over: boolean,
): TargetState {
  if (reached) return 'reached'
  if (over || onCourse === null) return 'notReached'
  return onCourse ? 'onCourse' : 'behind'
}

export const TARGET_STATES: Record<TargetState, Words> = {
  reached: INDICATOR_WORDS.reached,
  onCourse: INDICATOR_WORDS.onCourse,
  behind: INDICATOR_WORDS.behind,
  notReached: INDICATOR_WORDS.notReached,
}
