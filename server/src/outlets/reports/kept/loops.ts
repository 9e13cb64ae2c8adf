import type { RememberedValue, ReportMemory } from '../memory.ts'
import { membersToday, textToday, type Today } from './today.ts'

export interface LoopAround {
  /** Of its path, as text. */
  loop: string
  path: string[]
  turn: number
}

/** What the innermost turn around a tag that is of another member now was called, and is; null: all are of the same. */
export function otherMember(
  path: readonly string[],
  memory: ReportMemory,
  today: Today,
): { was: string; is: string } | null {
  for (const { loop, path: own, turn } of loopsAround(path).toReversed()) {
    const was = memory.loops.find((one) => JSON.stringify(one.path) === loop)?.members[turn]
    const is = membersToday(today, own)?.[turn]
    if (was === undefined || is === undefined || was === is) continue
    const isLabel = ({ kind, path: of }: RememberedValue) =>
      kind === 'LABEL' && loopsAround(of).some((one) => one.loop === loop && one.turn === turn)
    const label = memory.values.find(isLabel)
    return { was: label?.text ?? was, is: (label && textToday(today, label.path)?.text) ?? is }
  }
  return null
}

/** The loops that a tag is within, from the outermost: a path is a loop, its turn, a loop, its turn, and the tag. */
export function loopsAround(path: readonly string[]): LoopAround[] {
  const loops: LoopAround[] = []
  for (let at = 0; at + 1 < path.length; at += 2) {
    const own = path.slice(0, at + 1)
    loops.push({ loop: JSON.stringify(own), path: own, turn: Number(path[at + 1]) })
  }
  return loops
}
