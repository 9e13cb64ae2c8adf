import type { RememberedValue, ReportMemory } from '../memory.ts'
import type { FoundControl } from '../docx/find-controls.ts'
import { ancestorOf, type XmlElement } from '../docx/xml-places.ts'
import { pathKey } from '../report.ts'
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

export function turnIn(path: readonly string[], loop: readonly string[]): number | null {
  const name = JSON.stringify(loop)
  return loopsAround(path).find((one) => one.loop === name)?.turn ?? null
}

/** The row or paragraph that one turn has for itself; null: it shares one with others. */
export function containerOf(
  control: FoundControl,
  loop: readonly string[],
  all: readonly FoundControl[],
): XmlElement | null {
  const turn = turnIn(control.value.path, loop)
  for (const name of ['w:tr', 'w:p']) {
    const element = ancestorOf(control.element, name)
    if (!element) continue
    const inside = all.filter((one) => one.part === control.part && isWithin(one.element, element))
    if (inside.every(({ value }) => turnIn(value.path, loop) === turn)) return element
  }
  return null
}

export function isWithin(one: XmlElement, element: XmlElement): boolean {
  return one.start >= element.start && one.end <= element.end
}

/** A turn whose row a person wrote in, and whose member the data have no more. */
export function isKept({ keptTurns }: Today, turn: readonly string[]): boolean {
  return keptTurns.has(pathKey(turn))
}
