import type { Words } from '@causeway/shared/words/words'
import { fill } from '@causeway/shared/words/words'
import { shownText, type FoundControl, type FoundControls } from '../docx/find-controls.ts'
import { controlXml, lookOf } from '../docx/write-controls.ts'
import { ancestorOf, edited, elementsOf, type Edit, type XmlElement } from '../docx/xml-places.ts'
import { tagOf, type RememberedLoop, type RememberedValue, type ReportMemory } from '../memory.ts'
import { withoutPlace } from '../place-of-loop.ts'
import { pathKey } from '../report.ts'
import WORDS from '../words.json' with { type: 'json' }
import { containerOf, isKept, turnIn } from './loops.ts'
import { membersToday, textToday, type Today } from './today.ts'

/** What came of turns that a loop has more or fewer of than when the report was filled. */
export interface TurnChanges {
  edits: Map<string, Edit[]>
  /** Those that are new. */
  values: RememberedValue[]
  /** Controls that go with their turn. */
  removed: Set<FoundControl>
  said: Words[]
  loops: RememberedLoop[]
}

/** Adds and removes turns at the end of loops. What a person typed into a row is neither copied nor taken away. */
export function planTurns(
  { controls, roots }: FoundControls,
  memory: ReportMemory,
  today: Today,
  numbers: () => number,
): TurnChanges {
  const changes: TurnChanges = { edits: new Map(), values: [], removed: new Set(), said: [], loops: [] }
  const nextId = idsAfter(memory)
  for (const known of memory.loops) {
    const members = membersToday(today, known.path) ?? known.members
    if (known.isCondition) {
      planCondition(known, members)
      continue
    }
    // Of a report that remembers nothing nobody knows how many there were.
    const [was, is] = [known.members.length || members.length, members.length]
    const ofTurn = (turn: number) => controls.filter((one) => turnIn(one.value.path, known.path) === turn)
    let kept = was
    if (is < was) kept = removeTurns(known, ofTurn, is)
    if (is > was) kept = addTurns(known, ofTurn, members)
    const after = members.slice(0, Math.max(kept, Math.min(is, was)))
    changes.loops.push({ path: known.path, members: after })
  }
  for (const path of memory.leftOut ?? []) {
    const said = textToday(today, path)
    if (said && said.gap === null)
      changes.said.push(fill(WORDS.turns.nowKnown, { question: path.at(-1)!, text: said.text }))
  }
  return changes

  /** What a condition wrote is a person's to take away; what it left out nobody can write in their place. */
  function planCondition(known: RememberedLoop, members: string[]): void {
    const [was, is] = [known.members.length > 0, members.length > 0]
    if (was !== is)
      changes.said.push(fill(is ? WORDS.turns.holdsNow : WORDS.turns.holdsNoMore, { loop: known.path.at(-1)! }))
    changes.loops.push({ ...known, members })
  }

  function add(part: string, ...edits: Edit[]): void {
    changes.edits.set(part, [...(changes.edits.get(part) ?? []), ...edits])
  }

  /** @param of whose turns they are: names are those of today, of what is gone those that it had */
  function say(
    template: Words,
    known: RememberedLoop,
    turns: readonly string[],
    of: readonly string[] = known.members,
  ): void {
    const names = turns.map((one) => nameOf(known, of.indexOf(one)) ?? one)
    changes.said.push(fill(template, { loop: withoutPlace(known.path.at(-1)!), turns: names.join(', ') }))
  }

  function nameOf(known: RememberedLoop, turn: number): string | null {
    const label = memory.values.find(({ kind, path }) => kind === 'LABEL' && turnIn(path, known.path) !== null)
    const path = label?.path.with(known.path.length, String(turn))
    const was = memory.values.find((value) => JSON.stringify(value.path) === JSON.stringify(path))
    return (path && textToday(today, path)?.text) ?? was?.text ?? null
  }

  function removeTurns(known: RememberedLoop, ofTurn: (turn: number) => FoundControl[], is: number): number {
    for (let turn = known.members.length - 1; turn >= is; turn--) {
      const gone = ofTurn(turn)
      if (gone.length === 0) continue
      const wholes = new Map(gone.map((one) => [containerOf(one, known.path, controls), one]))
      const isTyped = isKept(today, [...known.path, String(turn)])
      const isWhole = [...wholes.keys()].every((one) => one && !hasTyped(one, controls))
      const piece = isWhole ? null : pieceAfter(ofTurn(turn - 1), gone)
      if (isTyped || !(isWhole || piece)) {
        say(WORDS.turns.keptRow, known, [known.members[turn]!])
        continue
      }
      if (piece) add(gone[0]!.part, { ...piece, text: '' })
      else for (const [element, { part }] of wholes) add(part, { start: element!.start, end: element!.end, text: '' })
      for (const one of gone) changes.removed.add(one)
      say(WORDS.turns.removed, known, [known.members[turn]!])
    }
    return is
  }

  /** After the last turn that is there, as the last that is not a person's. */
  function addTurns(known: RememberedLoop, ofTurn: (turn: number) => FoundControl[], members: string[]): number {
    const was = known.members.length
    const fresh = members.slice(was)
    const shown = [...known.members.keys()].filter((turn) => ofTurn(turn).length > 0)
    const model = shown.findLast((turn) => !today.turnsByHand.has(pathKey([...known.path, turn]))) ?? -1
    const [own, before, last] = [model, model - 1, shown.at(-1) ?? -1].map(ofTurn) as [Turn, Turn, Turn]
    const [wholes, ends] = [own, last].map((turn) => [
      ...new Set(turn.map((one) => containerOf(one, known.path, controls))),
    ]) as [Container[], Container[]]
    const isInline = wholes.includes(null)
    // Of a paragraph with a single turn nobody knows which of its words are the turn's.
    const isUnclear = before.length === 0 && wholes.some((one) => one?.nodeName !== 'w:tr')
    const isAtEnd = isInline ? model === shown.at(-1) && pieceAfter(before, own) : !ends.includes(null)
    if (own.length === 0 || isUnclear || !isAtEnd || wholes.some((one) => one && hasTyped(one, controls))) {
      say(WORDS.turns.notAdded, known, fresh, members)
      return was
    }
    const { part } = last[0]!
    const { xml } = roots.get(part)!
    const [from, to] = [own[0]!.element.start, own.at(-1)!.element.end]
    const end = isInline ? to : Math.max(...ends.map((one) => one!.end))
    for (let turn = was; turn < members.length; turn++) {
      const gap = isInline ? xml.slice(before.at(-1)!.element.end, from) : ''
      const pieces = isInline ? [{ start: from, end: to }] : (wholes as XmlElement[])
      const copies = pieces.map((one) => {
        const inside = own.filter(({ element }) => element.start >= one.start && element.end <= one.end)
        return copyOf(xml, one.start, one.end, inside, known, turn)
      })
      add(part, { start: end, end, text: gap + copies.join('') })
    }
    say(WORDS.turns.added, known, fresh, members)
    return members.length
  }

  /** The same piece of the document, its controls those of another turn. */
  function copyOf(
    xml: string,
    start: number,
    end: number,
    inside: readonly FoundControl[],
    known: RememberedLoop,
    turn: number,
  ): string {
    const edits = inside.map((one): Edit => {
      const path = one.value.path.with(known.path.length, String(turn))
      const said = textToday(today, path)
      const text = said?.text ?? ''
      const value = changes.values.find(({ tag }) => tag === tagOf(path)) ?? {
        ...{ id: nextId(), tag: tagOf(path), path, kind: one.value.kind, text, gap: said?.gap ?? null },
      }
      if (!changes.values.includes(value)) changes.values.push(value)
      const facts = { ...value, title: said?.title ?? '', number: numbers() }
      const control = controlXml(facts, memory.storeId, text, lookOf(xml, one))
      return { start: one.element.start - start, end: one.element.end - start, text: control }
    })
    return edited(xml.slice(start, end), edits)
  }
}

type Turn = FoundControl[]
type Container = XmlElement | null

export function idsAfter({ values }: ReportMemory): () => string {
  let last = Math.max(0, ...values.map(({ id }) => Number(id.slice(1)) || 0))
  return () => `v${++last}`
}

/** Within a paragraph: from the end of the turn before to the end of this one; null: they do not follow each other. */
function pieceAfter(before: readonly FoundControl[], turn: readonly FoundControl[]): Omit<Edit, 'text'> | null {
  const [last, end] = [before.at(-1)?.element, turn.at(-1)!.element]
  const isOne = last && ancestorOf(last, 'w:p') === ancestorOf(turn[0]!.element, 'w:p')
  const isTogether =
    isOne && last.parentNode === end.parentNode && turn.every(({ element }) => element.parentNode === end.parentNode)
  return isTogether ? { start: last.end, end: end.end } : null
}

/** Numbers outside its controls are a person's. */
function hasTyped(element: XmlElement, all: readonly FoundControl[]): boolean {
  const ours = new Set(all.map((one) => one.element))
  const isOurs = (one: XmlElement) => {
    for (let at: XmlElement | undefined = one; at && at !== element; at = at.parentNode) if (ours.has(at)) return true
    return false
  }
  return [...elementsOf(element, 'w:t')].some(
    (one) => !isOurs(one) && /\d/.test(shownText({ ...one, childNodes: [one] })),
  )
}
