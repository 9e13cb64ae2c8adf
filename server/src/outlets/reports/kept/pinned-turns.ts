import { findControls, shownText, type FoundControl } from '../docx/find-controls.ts'
import type { WordParts } from '../docx/word-package.ts'
import { ancestorOf, elementsOf, type XmlElement } from '../docx/xml-places.ts'
import type { RememberedLoop, ReportMemory } from '../memory.ts'
import { PATH_MARK, pathKey, type ReportValue } from '../report.ts'
import { inside, tidy, wordOf } from '../tags/spoken.ts'
import { containerOf, isWithin, turnIn } from './loops.ts'
import { membersToday, type Today } from './today.ts'

/**
 * The data of today, by position, but for rows in which a person wrote, or that a person took out: each of those stays of its member,
 * and the others take the rest of the members in order. So no word or number of a person comes beside another name.
 */
export function pinTurns(parts: WordParts, memory: ReportMemory, today: Today): Today {
  const moved = memory.loops.filter(({ path, members, isCondition }) => {
    const now = membersToday(today, path)
    return !isCondition && members.length > 0 && now !== null && now.join(PATH_MARK) !== members.join(PATH_MARK)
  })
  if (moved.length === 0) return today
  const { controls } = findControls(parts, memory)
  let pinned = today
  for (const known of moved.toSorted((a, b) => a.path.length - b.path.length)) {
    const own = turnsByHand(known, controls, memory)
    if (own.size > 0) pinned = withOrder(pinned, known, own)
  }
  return pinned
}

/** Which turns of a loop have what a person typed in their row, or have no row any more. */
function turnsByHand(
  { path: loop, members }: RememberedLoop,
  controls: readonly FoundControl[],
  memory: ReportMemory,
): Set<number> {
  const seen = controls.filter(({ isCopy }) => !isCopy)
  const byTurn = Map.groupBy(seen, ({ value }) => turnIn(value.path, loop))
  const own = new Set<number>()
  if (byTurn.size <= Number(byTurn.has(null))) return own
  const there = new Set(controls.map(({ value }) => value.id))
  for (const { id, path, text } of memory.values) {
    const turn = turnIn(path, loop)
    if (turn !== null && text !== null && text !== '' && !there.has(id)) own.add(turn)
  }
  const said = members.map((_, turn) => wordsAround(byTurn.get(turn) ?? [], loop, seen))
  const usual = mostCommon(said.filter((one) => one !== null))
  members.forEach((_, turn) => {
    const isEdited = ({ text, value }: FoundControl) => value.text !== null && text !== value.text
    if (said[turn] !== usual || byTurn.get(turn)?.some(isEdited)) own.add(turn)
  })
  return own
}

/** What is beside the controls of a turn, in its row or its paragraph, or up to the next control; null: it has none. */
function wordsAround(
  turn: readonly FoundControl[],
  loop: readonly string[],
  all: readonly FoundControl[],
): string | null {
  if (turn.length === 0) return null
  const ours = new Set(all.map(({ element }) => element))
  const isBeside = (one: XmlElement) => {
    for (let at: XmlElement | undefined = one; at; at = at.parentNode) if (ours.has(at)) return false
    return true
  }
  const pieces = new Map<XmlElement, string>()
  for (const one of turn) {
    const whole = containerOf(one, loop, all)
    const element = whole ?? ancestorOf(one.element, 'w:p')
    if (!element || pieces.has(element)) continue
    const within = turn.filter((other) => isWithin(other.element, element))
    const [from, last] = [within[0]!.element.start, within.at(-1)!.element.end]
    const next = all.find((other) => other.element.start >= last && isWithin(other.element, element))
    const to = next?.element.start ?? last
    const isOfTurn = (piece: XmlElement) => whole !== null || (piece.start >= from && piece.end <= to)
    const cells = whole?.nodeName === 'w:tr' ? [...elementsOf(whole, 'w:tc')] : [element]
    const texts = cells.map((cell) => shownText(cell, (piece) => isBeside(piece) && isOfTurn(piece)))
    pieces.set(element, texts.join(PATH_MARK))
  }
  return [...pieces.values()].join(PATH_MARK)
}

/** Of as many, the shortest: a person adds. */
function mostCommon(texts: readonly string[]): string | undefined {
  const counts = [...Map.groupBy(texts, (one) => one)].map(([text, all]) => ({ text, count: all.length }))
  return counts.toSorted((a, b) => b.count - a.count || a.text.length - b.text.length)[0]?.text
}

/** A loop in another order of its members: turns by hand have theirs. */
function withOrder(today: Today, { path, members: was }: RememberedLoop, own: ReadonlySet<number>): Today {
  const members = membersToday(today, path)!
  const pinned = new Map<number, number>()
  const kept = new Set(today.keptTurns)
  for (const turn of own) {
    const at = turn < members.length ? members.indexOf(was[turn]!) : -1
    if (at >= 0) pinned.set(turn, at)
    else kept.add(pathKey([...path, turn]))
  }
  const rest = members.flatMap((_, at) => ([...pinned.values()].includes(at) ? [] : [at]))
  /** By turn: which of the members of today it is of; null: of none. */
  const sources: (number | null)[] = []
  while (rest.length > 0 || [...pinned.keys()].some((turn) => turn >= sources.length)) {
    const turn = sources.length
    sources.push(pinned.get(turn) ?? (kept.has(pathKey([...path, turn])) ? null : rest.shift()!))
  }
  const start = `${pathKey(path)}${PATH_MARK}`
  const values = new Map<string, ReportValue>()
  const turnsOf = Map.groupBy([...today.values], ([key]) =>
    key.startsWith(start) ? Number(key.slice(start.length).split(PATH_MARK)[0]) : null,
  )
  for (const [key, value] of turnsOf.get(null) ?? []) values.set(key, value)
  const move = (from: number, to: number, isMoved: (name: string) => boolean) => {
    for (const [key, value] of turnsOf.get(from) ?? []) {
      const rest = key.slice(start.length).split(PATH_MARK).slice(1)
      if (isMoved(rest[0]!)) values.set(pathKey([...path, to, ...rest]), value)
    }
  }
  // What is between turns is of its place: "and" before the last.
  const isBetween = (name: string) => wordOf(tidy(name), inside) === 'and'
  sources.forEach((from, turn) => {
    if (from !== null) move(from, turn, (name) => !isBetween(name))
    const isLast = turn === sources.length - 1
    move(isLast ? members.length - 1 : Math.min(turn, Math.max(0, members.length - 2)), turn, isBetween)
  })
  const order = sources.map((from, turn) => (from === null ? was[turn]! : members[from]!))
  const loop = today.values.get(pathKey(path))!
  values.set(pathKey(path), { ...loop, turns: order.length, members: order } as ReportValue)
  const byHand = [...own].map((turn) => pathKey([...path, turn]))
  return { ...today, values, turnsByHand: new Set([...today.turnsByHand, ...byHand]), keptTurns: kept }
}
