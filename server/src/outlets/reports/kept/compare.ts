import type { Words } from '@causeway/shared/words/words'
import { drawingsOf, type Drawing } from '../docx/drawings.ts'
import { findControls, type FoundControl, type FoundControls } from '../docx/find-controls.ts'
import { chartInDocument } from '../docx/chart-caches.ts'
import { placeOf } from '../docx/tag-place.ts'
import type { WordParts } from '../docx/word-package.ts'
import { ancestorOf, type XmlElement } from '../docx/xml-places.ts'
import type { RememberedDrawing, RememberedValue, ReportMemory } from '../memory.ts'
import type { ReportChart, ReportText } from '../report.ts'
import WORDS from '../words.json' with { type: 'json' }
import { isKept, loopsAround } from './loops.ts'
import { altToday, chartToday, textToday, type Today } from './today.ts'

/**
 * `moved`: as it was filled, and the data say another thing. `edited`: typed by hand. `hidden`: it had a number, which is a small group
 * now. `gone`: its control was deleted, or the data have no number for it any more.
 */
export type FigureState = 'same' | 'moved' | 'edited' | 'hidden' | 'gone'

/** One figure at one place of a report: as it was filled, as it is in the document, and as the data have it. */
export interface ComparedFigure {
  place: Words
  question: string
  locked: string | null
  inDocument: string | null
  today: string | null
  state: FigureState
  /** What a reader has to know beside the state; null: nothing. */
  remark: Words | null
  at:
    | { is: 'control'; control: FoundControl; text: ReportText | null }
    | { is: 'deleted'; value: RememberedValue }
    | {
        is: 'chart'
        drawing: Drawing
        remembered: RememberedDrawing
        data: ReportChart | null
        other: ReportChart | null
      }
    | { is: 'alt'; drawing: Drawing; remembered: RememberedDrawing }
    | { is: 'drawing'; remembered: RememberedDrawing }
}

export interface Comparison {
  figures: ComparedFigure[]
  found: FoundControls
}

export function compareReport(parts: WordParts, memory: ReportMemory, today: Today): Comparison {
  const found = findControls(parts, memory)
  const labels = found.controls.filter(({ value }) => value.kind === 'LABEL')
  const figures = found.controls.map((control) => compareControl(control, labels, today))
  const there = new Set(found.controls.map(({ value }) => value.id))
  for (const value of memory.values) if (!there.has(value.id)) figures.push(compareDeleted(value, today))
  figures.push(...compareDrawings(parts, memory, today))
  return { figures, found }
}

/** What a reader is shown: the second writing of a text box is the first one again. */
export function countedOnce(figures: readonly ComparedFigure[]): ComparedFigure[] {
  return figures.filter(({ at }) => at.is !== 'control' || !at.control.isCopy)
}

function compareControl(control: FoundControl, labels: readonly FoundControl[], today: Today): ComparedFigure {
  const { value, text: inDocument, element } = control
  const text = textToday(today, value.path)
  const compared = {
    ...{ place: placeOf(element), question: value.tag, locked: value.text, inDocument, today: text?.text ?? null },
    at: { is: 'control' as const, control, text },
  }
  // Who deletes its text in LibreOffice leaves the control.
  if (inDocument === '' && value.text !== null && value.text !== '')
    return { ...compared, inDocument: null, state: 'gone', remark: WORDS.remarks.deleted }
  const misplaced = isBesideAnotherLabel(control, labels)
  if (misplaced) return { ...compared, state: 'edited', remark: WORDS.remarks.besideAnother }
  if (inDocument === text?.text) return { ...compared, state: 'same', remark: null }
  if (isInKeptRow(control, today)) return { ...compared, state: 'edited', remark: WORDS.remarks.rowKept }
  if (inDocument !== value.text)
    return { ...compared, state: 'edited', remark: isNameless(control, labels) ? WORDS.remarks.nameless : null }
  const state = lostState(value, text)
  return { ...compared, state: state ?? 'moved', remark: text === null ? WORDS.remarks.notAsked : null }
}

/** A number that is none any more; null: it still is one. */
function lostState(value: RememberedValue, text: ReportText | null): 'hidden' | 'gone' | null {
  if (text === null) return 'gone'
  const gap = text.gap
  if (value.kind !== 'FIGURE' || gap === null || value.gap !== null) return null
  return gap === 'SUPPRESSED' ? 'hidden' : 'gone'
}

function compareDeleted(value: RememberedValue, today: Today): ComparedFigure {
  return {
    ...{ place: WORDS.nowhere, question: value.tag, locked: value.text, inDocument: null },
    ...{ today: textToday(today, value.path)?.text ?? null, state: 'gone', remark: WORDS.remarks.deleted },
    at: { is: 'deleted', value },
  }
}

/** A label and a number of one loop in one row, or one paragraph, and of different turns. */
function isBesideAnotherLabel(control: FoundControl, labels: readonly FoundControl[]): boolean {
  if (control.value.kind !== 'FIGURE') return false
  const around = rowOf(control.element)
  // Within a paragraph all turns are beside it: one whose name was deleted is where it was.
  if (around?.nodeName === 'w:p' && isNameless(control, labels)) return false
  const turns = turnsBeside(
    control,
    labels.filter(({ element, part }) => part === control.part && rowOf(element) === around),
  )
  return turns.some((own) => own.length > 0 && !own.includes(true))
}

/** The name of its turn was deleted, of another one not. */
function isNameless(control: FoundControl, labels: readonly FoundControl[]): boolean {
  return turnsBeside(control, labels).some((own) => own.length > 0 && !own.includes(true))
}

/** Of each loop around a control: whether each of the labels is of its turn. */
function turnsBeside(control: FoundControl, labels: readonly FoundControl[]): boolean[][] {
  return loopsAround(control.value.path).map(({ loop, turn }) =>
    labels.flatMap(({ value }) =>
      loopsAround(value.path).flatMap((one) => (one.loop === loop ? [one.turn === turn] : [])),
    ),
  )
}

/** It is beside another name than the data have there. */
export function isOfAnotherMember(control: FoundControl, { controls }: FoundControls, today: Today): boolean {
  const labels = controls.filter(({ value }) => value.kind === 'LABEL')
  return isBesideAnotherLabel(control, labels) || isInKeptRow(control, today)
}

/** In the row of a member that the data have no more, kept for what a person wrote in it. */
function isInKeptRow({ value }: FoundControl, today: Today): boolean {
  return loopsAround(value.path).some(({ path, turn }) => isKept(today, [...path, String(turn)]))
}

export function rowOf(element: XmlElement): XmlElement | undefined {
  return ancestorOf(element, 'w:tr') ?? ancestorOf(element, 'w:p')
}

function compareDrawings(parts: WordParts, memory: ReportMemory, today: Today): ComparedFigure[] {
  const drawings = drawingsOf(parts)
  return memory.drawings.flatMap((remembered): ComparedFigure[] => {
    const { name, chart, alt } = remembered
    const drawing = drawings.find((one) => one.name === name)
    if (!drawing) {
      const question = chart?.path.at(-1) ?? alt!.template
      const what = {
        ...{ place: WORDS.nowhere, question, locked: null, inDocument: null, today: null },
        state: 'gone' as const,
      }
      return [{ ...what, remark: WORDS.remarks.noDrawing, at: { is: 'drawing', remembered } }]
    }
    const place = { zh: `图“${name}”`, en: `drawing “${name}”` }
    return [
      ...(chart ? [{ ...compareChart(parts, drawing, remembered, memory, today), place }] : []),
      ...(alt ? [{ ...compareAlt(drawing, remembered, today), place }] : []),
    ]
  })
}

function compareChart(
  parts: WordParts,
  drawing: Drawing,
  remembered: RememberedDrawing,
  memory: ReportMemory,
  today: Today,
): Omit<ComparedFigure, 'place'> {
  const { path, data: locked } = remembered.chart!
  const inDocument = chartInDocument(parts, drawing)
  const data = chartToday(today, path)
  const isOwn = inDocument && [locked, data].some((one) => one && isSameChart(inDocument, one))
  const isShown = ({ chart }: RememberedDrawing) => chart && inDocument && isSameChart(inDocument, chart.data)
  const other = (!isOwn && memory.drawings.find(isShown)?.chart?.data) || null
  const compared = {
    ...{ question: path.at(-1)!, locked: chartText(locked), inDocument: inDocument && chartText(inDocument) },
    ...{ today: data && chartText(data), remark: null },
    at: { is: 'chart' as const, drawing, remembered, data, other },
  }
  if (!inDocument) return { ...compared, state: 'gone', remark: WORDS.remarks.noChart }
  if (data && isSameChart(inDocument, data)) return { ...compared, state: 'same' }
  // LibreOffice mixes charts up when one is cut and pasted: that is nobody's edit.
  if (other && data) return { ...compared, state: 'moved', remark: WORDS.remarks.otherChart }
  if (!isSameChart(inDocument, locked)) return { ...compared, state: 'edited' }
  if (!data) return { ...compared, state: 'gone', remark: WORDS.remarks.notAsked }
  const isHidden = today.figures.some(({ gap, tags }) => gap === 'SUPPRESSED' && tags.includes(`{${path.at(-1)}}`))
  const lost = numbersOf(data).length < numbersOf(locked).length
  return { ...compared, state: lost ? (isHidden ? 'hidden' : 'gone') : 'moved' }
}

function compareAlt(drawing: Drawing, remembered: RememberedDrawing, today: Today): Omit<ComparedFigure, 'place'> {
  const { template, text } = remembered.alt!
  const now = altToday(today, remembered.alt!)
  const state: FigureState =
    drawing.alt === now ? 'same' : drawing.alt !== text ? 'edited' : now === null ? 'gone' : 'moved'
  return {
    ...{ question: template, locked: text, inDocument: drawing.alt, today: now, state, remark: null },
    at: { is: 'alt', drawing, remembered },
  }
}

const numbersOf = ({ series }: ReportChart) => series.flatMap(({ values }) => values.filter((one) => one !== null))

/** Numbers alone, and what they are of: programs write them in more letters or fewer. */
function isSameChart(one: ReportChart, other: ReportChart): boolean {
  const of = ({ categories, series }: ReportChart) =>
    JSON.stringify([categories, series.map(({ values }) => values.map((value) => value?.toPrecision(12) ?? null))])
  return of(one) === of(other)
}

function chartText({ series }: ReportChart): string {
  return series.map(({ name, values }) => `${name}: ${values.map((value) => value ?? '—').join(', ')}`).join('; ')
}
