import { strToU8 } from 'fflate'
import type { Words } from '@causeway/shared/words/words'
import { rawText, type FoundControls } from '../docx/find-controls.ts'
import { freeNumbers } from '../docx/free-numbers.ts'
import { withMemory } from '../docx/memory-part.ts'
import { placeOf } from '../docx/tag-place.ts'
import { packWord, type WordParts } from '../docx/word-package.ts'
import { controlXml } from '../docx/write-controls.ts'
import { ancestorOf, childOf, edited, elementsOf, type Edit, type XmlElement } from '../docx/xml-places.ts'
import { escapeXml } from '../shipped/xml.ts'
import type { RememberedValue, ReportMemory } from '../memory.ts'
import { textToday, type Today } from './today.ts'

/** A number typed by hand that figures of the report have too, or almost. */
export interface UnboundNumber {
  place: Words
  /** As it is in the text, with its unit. */
  text: string
  isEqual: boolean
  /** The figures that it may be, as the report asks them, with what they are today. */
  figures: { question: string; today: string }[]
  /** Where it can be bound; null: it is spread over several pieces, or may be several figures. */
  at: { part: string; text: XmlElement; start: number; end: number; value: RememberedValue } | null
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g
/** What looks like a year or a small count says nothing alone: its unit has to follow. */
const LEAST_ALONE = 3
/** Of the figure: what was rounded otherwise, or is out of date by little. */
const NEARLY = 0.01
const LEAST_NEARLY = 100

interface Candidate {
  value: RememberedValue
  text: string
  number: number
  unit: string
}

export function findUnbound({ roots, controls }: FoundControls, memory: ReportMemory, today: Today): UnboundNumber[] {
  const candidates = candidatesOf(memory, today)
  const ours = new Set(controls.map(({ element }) => element))
  const found: UnboundNumber[] = []
  for (const [part, { root }] of roots)
    for (const text of elementsOf(root, 'w:t')) {
      if (ancestorOf(text, 'mc:Fallback', 'w:del') || isWithin(text, ours)) continue
      const letters = rawText(text)
      for (const match of letters.matchAll(NUMBER)) {
        const rest = letters.slice(match.index + match[0].length)
        const number = Number(match[0].replaceAll(',', ''))
        const isAlone = match[0].replaceAll(/\D/g, '').length >= LEAST_ALONE && !/^(19|20)\d\d$/.test(match[0])
        const fits = (one: Candidate) => isAlone || (one.unit !== '' && rest.trimStart().startsWith(one.unit.trim()))
        const equal = candidates.filter((one) => one.number === number && fits(one))
        const nearly = candidates.filter((one) => isNearly(one.number, number) && fits(one))
        const list = equal.length > 0 ? equal : nearly
        if (list.length === 0) continue
        const whole = equal.filter((one) => letters.startsWith(one.text, match.index))
        const [only] = whole
        const end = match.index + (only?.text.length ?? match[0].length)
        found.push({
          ...{ place: placeOf(text), text: letters.slice(match.index, end), isEqual: equal.length > 0 },
          figures: list.map(({ value, text: own }) => ({ question: value.tag, today: own })),
          at: only && whole.length === 1 ? { part, text, start: match.index, end, value: only.value } : null,
        })
      }
    }
  return found
}

/** Figures outside loops, each once: a turn of a loop is not asked alone. */
function candidatesOf(memory: ReportMemory, today: Today): Candidate[] {
  return memory.values.flatMap((value) => {
    const said = value.kind === 'FIGURE' && value.path.length === 1 ? textToday(today, value.path) : null
    const [, digits, unit] = /^(\d[\d,]*(?:\.\d+)?)(\D*)$/.exec(said?.text ?? '') ?? []
    return digits === undefined
      ? []
      : [{ value, text: said!.text, number: Number(digits.replaceAll(',', '')), unit: unit! }]
  })
}

function isNearly(figure: number, typed: number): boolean {
  return figure >= LEAST_NEARLY && Math.abs(figure - typed) <= NEARLY * figure
}

function isWithin(text: XmlElement, ours: ReadonlySet<XmlElement>): boolean {
  for (let one = text.parentNode; one; one = one.parentNode) if (ours.has(one)) return true
  return false
}

/** Each number that is one figure's alone gets a control. */
export function bindNumbers(
  parts: WordParts,
  { roots }: FoundControls,
  memory: ReportMemory,
  unbound: readonly UnboundNumber[],
): { report: Buffer; count: number } {
  const written = { ...parts }
  const edits = Map.groupBy(
    unbound.flatMap(({ at }) => at ?? []),
    ({ text }) => text,
  )
  const byPart = new Map<string, Edit[]>()
  const numbers = freeNumbers(parts)
  for (const [text, places] of edits) {
    const run = text.parentNode
    const { part } = places[0]!
    if (run?.nodeName !== 'w:r') continue
    const { xml } = roots.get(part)!
    const properties = childOf(run, 'w:rPr')
    const look = properties ? xml.slice(properties.start, properties.end) : ''
    const letters = rawText(text)
    let at = 0
    let markup = ''
    const plain = (from: number, to: number) => `<w:t xml:space="preserve">${escapeXml(letters.slice(from, to))}</w:t>`
    for (const { start, end, value } of places) {
      const facts = { ...value, title: value.tag, number: numbers.control() }
      const control = controlXml(facts, memory.storeId, letters.slice(start, end), look)
      markup += `${plain(at, start)}</w:r>${control}<w:r>${look}`
      at = end
    }
    const edit = { start: text.start, end: text.end, text: markup + plain(at, letters.length) }
    byPart.set(part, [...(byPart.get(part) ?? []), edit])
  }
  for (const [part, list] of byPart) written[part] = strToU8(edited(roots.get(part)!.xml, list))
  const count = [...edits.values()].reduce((sum, places) => sum + places.length, 0)
  return { report: packWord(withMemory(written, memory)), count }
}
