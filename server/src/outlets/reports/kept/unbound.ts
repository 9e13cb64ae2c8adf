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
  /** It is what the report was filled with, and the data say another number now. */
  isStale: boolean
  /** The figures that it may be, as the report asks them, with what they are today. */
  figures: { question: string; today: string }[]
  /** Where it can be bound; null: it may be several figures. */
  at: { part: string; pieces: Piece[]; value: RememberedValue } | null
}

/** Some letters of an element with text. */
interface Piece {
  text: XmlElement
  start: number
  end: number
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g
/** What looks like a year or a small count says nothing alone: its unit has to follow. */
const LEAST_ALONE = 3
/** Of the figure: what was rounded otherwise, or is out of date by little. */
const NEARLY = 0.01
const LEAST_NEARLY = 100

/** A number that a figure of the report has, or had when it was filled: what was typed then may be out of date with it. */
interface Candidate {
  value: RememberedValue
  today: string
  /** Without its period or scope in brackets. */
  text: string
  number: number
  unit: string
  /** It has none in brackets: so it may be bound as it is. */
  isBare: boolean
}

export function findUnbound({ roots, controls }: FoundControls, memory: ReportMemory, today: Today): UnboundNumber[] {
  const candidates = candidatesOf(memory, today)
  const ours = new Set(controls.map(({ element }) => element))
  const found: UnboundNumber[] = []
  for (const [part, { root }] of roots) {
    const texts = [...elementsOf(root, 'w:t')].filter((one) => !ancestorOf(one, 'mc:Fallback', 'w:del', 'w:moveFrom'))
    for (const own of Map.groupBy(texts, (one) => ancestorOf(one, 'w:p')).values()) {
      const { line, piecesOf } = lineOf(own, ours)
      for (const match of line.matchAll(NUMBER)) {
        const rest = line.slice(match.index + match[0].length)
        const number = Number(match[0].replaceAll(',', ''))
        const isAlone = match[0].replaceAll(/\D/g, '').length >= LEAST_ALONE && !/^(19|20)\d\d$/.test(match[0])
        const fits = (one: Candidate) => isAlone || (one.unit !== '' && rest.trimStart().startsWith(one.unit.trim()))
        const equal = candidates.filter((one) => one.number === number && fits(one))
        const nearly = candidates.filter((one) => isNearly(one.number, number) && fits(one))
        const list = equal.length > 0 ? equal : nearly
        if (list.length === 0) continue
        const whole = equal.filter((one) => line.startsWith(one.text, match.index))
        const [only, another] = new Set(whole.flatMap(({ value, isBare }) => (isBare ? value : [])))
        const end = match.index + (whole[0]?.text ?? match[0]).length
        const pieces = piecesOf(match.index, end)
        const figures = new Map(list.map(({ value, today: text }) => [value.tag, text]))
        found.push({
          ...{ place: placeOf(pieces[0]!.text), text: line.slice(match.index, end) },
          isEqual: equal.length > 0,
          isStale: equal.length > 0 && equal.every((one) => !one.today.startsWith(one.text)),
          figures: [...figures].map(([question, text]) => ({ question, today: text })),
          at: only && !another ? { part, pieces, value: only } : null,
        })
      }
    }
  }
  return found
}

/** Between words of a person is a figure. */
const FIGURE = '\0'

/** What a person wrote in a paragraph: programs part it between letters of different kinds. */
function lineOf(texts: readonly XmlElement[], ours: ReadonlySet<XmlElement>) {
  let line = ''
  const all: Piece[] = []
  for (const text of texts) {
    const letters = isWithin(text, ours) ? FIGURE : rawText(text)
    if (letters !== FIGURE) all.push({ text, start: line.length, end: line.length + letters.length })
    line += letters
  }
  const piecesOf = (from: number, to: number): Piece[] =>
    all
      .filter(({ start, end }) => start < to && from < end)
      .map(({ text, start, end }) => ({ text, start: Math.max(from, start) - start, end: Math.min(to, end) - start }))
  return { line, piecesOf }
}

/** Figures outside loops, each once: a turn of a loop is not asked alone. */
function candidatesOf(memory: ReportMemory, today: Today): Candidate[] {
  return memory.values.flatMap((value) => {
    const said = value.kind === 'FIGURE' && value.path.length === 1 ? textToday(today, value.path) : null
    if (!said) return []
    return [...new Set([said.text, value.text ?? ''])].flatMap((whole): Candidate[] => {
      const text = whole.replace(/\s*[（(][^（(]*[）)]$/, '')
      const [, digits, unit] = /^(\d[\d,]*(?:\.\d+)?)(\D*)$/.exec(text) ?? []
      if (digits === undefined) return []
      const number = Number(digits.replaceAll(',', ''))
      return [{ ...{ value, today: said.text, text, number, unit: unit! }, isBare: text === whole }]
    })
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
  const numbers = freeNumbers(parts)
  const cuts = new Map<XmlElement, { part: string; piece: Piece; control: string }[]>()
  let count = 0
  for (const { text, at } of unbound) {
    if (!at || at.pieces.some((piece) => piece.text.parentNode?.nodeName !== 'w:r')) continue
    count++
    at.pieces.forEach((piece, n) => {
      const facts = { ...at.value, title: at.value.tag, number: numbers.control() }
      const control = n === 0 ? controlXml(facts, memory.storeId, text, lookOf(at.part, piece)) : ''
      cuts.set(piece.text, [...(cuts.get(piece.text) ?? []), { part: at.part, piece, control }])
    })
  }
  const byPart = new Map<string, Edit[]>()
  for (const [text, places] of cuts) {
    const [{ part, piece }] = places as [(typeof places)[0]]
    const look = lookOf(part, piece)
    const letters = rawText(text)
    let at = 0
    let markup = ''
    const plain = (from: number, to: number) => `<w:t xml:space="preserve">${escapeXml(letters.slice(from, to))}</w:t>`
    for (const { piece: own, control } of places) {
      markup += plain(at, own.start) + (control && `</w:r>${control}<w:r>${look}`)
      at = own.end
    }
    const edit = { start: text.start, end: text.end, text: markup + plain(at, letters.length) }
    byPart.set(part, [...(byPart.get(part) ?? []), edit])
  }
  for (const [part, list] of byPart) written[part] = strToU8(edited(roots.get(part)!.xml, list))
  return { report: packWord(withMemory(written, memory)), count }

  function lookOf(part: string, { text }: Piece): string {
    const properties = childOf(text.parentNode!, 'w:rPr')
    return properties ? roots.get(part)!.xml.slice(properties.start, properties.end) : ''
  }
}
