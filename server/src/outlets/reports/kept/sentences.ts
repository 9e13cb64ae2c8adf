import { strToU8 } from 'fflate'
import { fill, type Words } from '@causeway/shared/words/words'
import { addComment } from '../docx/comments.ts'
import { findControls, shownText, type FoundControl } from '../docx/find-controls.ts'
import type { FreeNumbers } from '../docx/free-numbers.ts'
import { findMarks, type FoundMark } from '../docx/sentences.ts'
import { MAIN_PART, textOfPart, type WordParts } from '../docx/word-package.ts'
import { controlXml, deletedRun, runXml, trackedAs, type Stamp } from '../docx/write-controls.ts'
import { ancestorOf, childOf, edited, type Edit, type XmlElement } from '../docx/xml-places.ts'
import { tagOf, type RememberedSentence, type ReportMemory } from '../memory.ts'
import WORDS from '../words.json' with { type: 'json' }
import type { Widened } from './columns.ts'
import { inLanguage, isHiddenToday, membersToday, TAG, textToday, type Today } from './today.ts'
import { idsAfter } from './turns.ts'

interface Remaking {
  today: Today
  /** Write over what was typed by hand. */
  take: boolean
  tracked: boolean
  numbers: FreeNumbers
  stamp: Stamp
}

interface Remade extends Widened {
  /** The bookmarks of sentences that a person edited. */
  byHand: ReadonlySet<string>
}

/** A condition that is not what it was when the report was filled, and where its sentence is. */
interface Changed {
  sentence: RememberedSentence
  found: FoundMark
  holds: boolean
  isEdited: boolean
}

/**
 * Writes what conditions write that hold by now, and takes out what those wrote that hold no more. What a person edited stays, with a
 * comment beside it, and so do the sentences of its paragraph: one that says the contrary is in the comment.
 */
export function remakeSentences({ parts, memory, said }: Widened, remaking: Remaking): Remade {
  const { today, take } = remaking
  const all = memory.sentences ?? []
  const marks = findMarks(
    parts,
    all.flatMap(({ mark, around = mark }) => [mark, around]),
  )
  const byHand = new Set(all.filter((one) => isByHand(one, marks.get(one.mark))).map(({ mark }) => mark))
  const changed = all.flatMap((sentence): Changed[] => {
    const [held, holds] = [memory, null].map((of) => holdsIn(of, today, sentence.path)) as [boolean, boolean]
    if (held === holds) return []
    const place = marks.get(sentence.around ?? '')
    const isSaid = holds || sentence.text === ''
    if (isSaid && place && !marks.has(sentence.mark)) return [{ sentence, found: place, holds, isEdited: true }]
    const found = marks.get(sentence.mark)
    // What it would write over several paragraphs is not known, nor what of them is its own.
    const isWhole = sentence.runs === null || found?.start.parentNode !== found?.end.parentNode
    if (!found || (isWhole && holds)) return []
    return [{ sentence, found, holds, isEdited: isWhole || (!take && byHand.has(sentence.mark)) }]
  })
  const written: WordParts = { ...parts }
  const edits = new Map<string, Edit[]>()
  const add = (part: string, list: Edit[]) => void edits.set(part, [...(edits.get(part) ?? []), ...list])
  const { controls } = findControls(parts, memory)
  const made = new Map(memory.values.map((value) => [value.tag, value]))
  const nextId = idsAfter(memory)
  const gone = new Set<FoundControl>()
  const remade = new Set<string>()
  /** The values that what is written has. */
  const shown = new Set<string>()
  const notes = [...said]
  const say = (words: Words, { sentence }: Changed) => notes.push(fill(words, { loop: sentence.path.at(-1)! }))

  for (const together of Map.groupBy(changed, ({ found }) => paragraphOf(found)).values()) {
    const kept = together.filter(({ isEdited }) => isEdited)
    const [beside] = kept
    for (const one of together) if (!beside) remake(one)
    if (!beside) continue
    const now = together.filter(({ holds }) => holds).map(({ sentence }) => textOf(sentence, today))
    const said = saidOf(beside.sentence, now)
    const words = fill(WORDS.sentences[said], { today: now.join(''), loop: beside.sentence.path.at(-1)! })
    if (beside.found.part === MAIN_PART)
      add(MAIN_PART, addComment(written, commentedOf(beside.found), inLanguage(words, memory), remaking.stamp))
    for (const one of together) say(WORDS.sentences.kept, one)
  }
  const handled = new Set(changed.map(({ sentence }) => JSON.stringify(sentence.path)))
  for (const [part, list] of edits) written[part] = strToU8(edited(textOfPart(written, part), list))
  const stays = new Set(controls.filter((one) => !gone.has(one)).map(({ value }) => value.id))
  const left = new Set([...gone].map(({ value }) => value.id))
  return {
    parts: written,
    memory: {
      ...memory,
      values: [...made.values()].filter(({ id }) => shown.has(id) || stays.has(id) || !left.has(id)),
      loops: memory.loops.map((loop) =>
        handled.has(JSON.stringify(loop.path)) ? { ...loop, members: membersToday(today, loop.path)! } : loop,
      ),
    },
    said: notes,
    byHand: new Set([...byHand].filter((mark) => !remade.has(mark))),
  }

  function remake(one: Changed): void {
    const { sentence, found, holds } = one
    const runs = sentence.runs ?? []
    remade.add(sentence.mark)
    const { start, end } = rangeOf(found)
    const isHere = ({ part, element }: FoundControl) =>
      part === found.part && element.start >= start && element.end <= end
    const here = controls.filter(isHere)
    for (const control of here) gone.add(control)
    // A deleted run would still have what is hidden now.
    const isHidden = here.some(({ value }) => textToday(today, value.path)?.gap === 'SUPPRESSED')
    const tracks = remaking.tracked && !isHidden
    const inside = piecesBetween(found)
    const old = tracks && inside.length > 0 ? deletedRun(found.text, runs[0]?.look ?? '', remaking.stamp) : ''
    const fresh = holds ? runs.map(runsOf).join('') : ''
    const text = tracks && fresh !== '' ? trackedAs('ins', fresh, remaking.stamp) : fresh
    add(found.part, [
      ...inside.map((one, at) => ({ start: one.start, end: one.end, text: at === 0 ? old : '' })),
      { ...placeWithin(found), text },
    ])
    say(holds ? WORDS.sentences.written : WORDS.sentences.takenOut, one)
  }

  /** Programs write bookmarks that meet in another order: where no other sentence is. */
  function placeWithin({ part, start, end }: FoundMark): { start: number; end: number } {
    const isInOther = all.some(({ mark }) => {
      const other = marks.get(mark)
      return other && other.part === part && other.start.end < start.end && start.end < other.end.end
    })
    const at = isInOther ? end.start : start.end
    return { start: at, end: at }
  }

  /** A run of the template with today's figures, each in its control. */
  function runsOf({ look, text }: { look: string; text: string }): string {
    return text
      .split(TAG)
      .map((piece, at) => (at % 2 === 0 ? runXml(piece, look) : controlOf([piece], look)))
      .join('')
  }

  function controlOf(path: string[], look: string): string {
    const now = textToday(today, path)
    if (!now || now.text === '') return ''
    const { kind, text, gap, title } = now
    const value = made.get(tagOf(path)) ?? { id: nextId(), tag: tagOf(path), path, kind, text, gap }
    made.set(value.tag, value)
    shown.add(value.id)
    return controlXml({ ...value, title, number: remaking.numbers.control() }, memory.storeId, text, look)
  }
}

/** Edited; or, where the condition did not hold, something typed in its place. */
function isByHand({ text, beside }: RememberedSentence, found: FoundMark | undefined): boolean {
  if (found?.text !== text) return true
  return text === '' && beside !== undefined && found.beside.some((words, at) => words !== beside[at])
}

/** @param now what it is to read today */
function saidOf({ runs, text }: RememberedSentence, now: readonly string[]) {
  if (runs === null) return 'noMoreHere'
  if (now.length > 0) return 'otherwise'
  return text === '' ? 'neverWritten' : 'noMore'
}

/** @param memory of when the report was filled; null: by the data of today */
function holdsIn(memory: ReportMemory | null, today: Today, path: readonly string[]): boolean {
  const name = JSON.stringify(path)
  const members = memory
    ? memory.loops.find((one) => JSON.stringify(one.path) === name)?.members
    : membersToday(today, path)
  return (members?.length ?? 0) > 0
}

function rangeOf({ start, end }: FoundMark): XmlElement {
  return { ...start, start: start.end, end: end.start }
}

/** What a comment is beside: the sentence; of an empty one its paragraph, of several paragraphs the first. */
function commentedOf(found: FoundMark): XmlElement {
  const { start, end, text } = found
  const isWithin = start.parentNode === end.parentNode && start.parentNode?.nodeName === 'w:p'
  if (isWithin && text !== '') return rangeOf(found)
  const around = ancestorOf(start, 'w:p')?.parentNode ?? start.parentNode
  const paragraph = around?.childNodes.find(
    (one): one is XmlElement => one.nodeName === 'w:p' && one.end > start.end && shownText(one as XmlElement) !== '',
  )
  if (!paragraph) return rangeOf(found)
  return { ...paragraph, start: childOf(paragraph, 'w:pPr')?.end ?? paragraph.inner[0], end: paragraph.inner[1] }
}

/** The one that a bookmark is in; of one that is around a paragraph that. */
function paragraphOf({ start }: FoundMark): XmlElement | undefined {
  const isNext = (one: { nodeName: string; start: number }) => one.nodeName === 'w:p' && one.start >= start.end
  return ancestorOf(start, 'w:p') ?? (start.parentNode?.childNodes.find(isNext) as XmlElement | undefined)
}

/** What is in a bookmark, but for other bookmarks. */
function piecesBetween({ start, end }: FoundMark): XmlElement[] {
  return (start.parentNode?.childNodes ?? []).filter(
    (one): one is XmlElement =>
      one.nodeName !== '#text' &&
      one.start >= start.end &&
      one.end <= end.start &&
      !/^w:bookmark(Start|End)$/.test(one.nodeName),
  )
}

/** As it would read today. */
function textOf({ runs }: RememberedSentence, today: Today): string {
  const whole = (runs ?? []).map(({ text }) => text).join('')
  return whole.replaceAll(TAG, (_, name: string) => textToday(today, [name])?.text ?? '')
}

/** What sentences are in a report by now; one that a person edited stays known as it was written, one of a small group is not. */
export function sentencesIn(parts: WordParts, { memory, byHand }: Remade, today: Today): RememberedSentence[] {
  const all = memory.sentences ?? []
  const marks = findMarks(
    parts,
    all.flatMap(({ mark, around = mark }) => [mark, around]),
  )
  return all.flatMap((one) => {
    const now = isHiddenToday(today, one.path) ? undefined : (marks.get(one.mark) ?? marks.get(one.around ?? ''))
    return now ? [byHand.has(one.mark) ? one : { ...one, text: now.text, beside: now.beside }] : []
  })
}
