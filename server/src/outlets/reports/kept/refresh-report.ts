import { strToU8 } from 'fflate'
import { fill, type Words } from '@causeway/shared/words/words'
import type { Viewer } from '../../../access/viewer.ts'
import type { Causeway } from '../../../figures/causeway.ts'
import { momentOf } from '../../../figures/moment.ts'
import { QuestionError } from '../../../ground/question-error.ts'
import { giveWay } from '../../../ground/under-way.ts'
import { addComment } from '../docx/comments.ts'
import { freeNumbers } from '../docx/free-numbers.ts'
import { withMemory } from '../docx/memory-part.ts'
import { refillCharts, type RefilledChart } from '../docx/refill-charts.ts'
import { packWord, textOfPart, type WordParts } from '../docx/word-package.ts'
import { bound, rewritten, tracked, unbound, type Stamp } from '../docx/write-controls.ts'
import { attributePlace, edited, type Edit } from '../docx/xml-places.ts'
import { lockOf, writeWithLock, type ReportLock } from '../lock.ts'
import type { ExpectedReport, ReportMemory } from '../memory.ts'
import { escapeXml } from '../shipped/xml.ts'
import { noteProgress, READ, WRITTEN } from '../../../desk/progress.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }
import WORDS from '../words.json' with { type: 'json' }
import { causesOf } from './causes.ts'
import { addColumns } from './columns.ts'
import { compareReport, countedOnce, type ComparedFigure } from './compare.ts'
import { loopsAround } from './loops.ts'
import { openReport } from './open-report.ts'
import { pinTurns } from './pinned-turns.ts'
import { remakeSentences, sentencesIn } from './sentences.ts'
import { altToday, inLanguage, membersToday, readToday, textToday, type AskedTime, type Today } from './today.ts'
import { planTurns, type TurnChanges } from './turns.ts'
import { listFigure, type ListedFigure } from './verify-report.ts'

/** What became of a figure: `commented` where a sentence was kept, and what the data say now is beside it. */
export type Outcome = 'none' | 'written' | 'kept' | 'commented' | 'dropped'

export interface RefreshOrder extends ExpectedReport, AskedTime {
  report: string
  out: string
  /** Write over what was typed by hand, and what is hidden or gone. */
  take: boolean
  tracked: boolean
}

export interface RefreshedReport {
  figures: (ListedFigure & { outcome: Outcome })[]
  /** Turns that loops have more or fewer of. */
  said: Words[]
  lock: ReportLock
  lockFile: string
}

const AUTHOR = 'Causeway'

/**
 * The same document with the figures of today: what a person wrote stays, letter by letter.
 * @throws QuestionError those of `openReport`, OUT_IS_REPORT, FIGURES_LOST
 */
export async function refreshReport(given: Causeway, viewer: Viewer, order: RefreshOrder): Promise<RefreshedReport> {
  const { report, out, take, release, asOf } = order
  if (out === report) throw new QuestionError('OUT_IS_REPORT', REFUSALS.OUT_IS_REPORT)
  const { name, parts: before, memory: filled } = await openReport(report, order)
  const today = pinTurns(before, filled, await readToday(given, viewer, filled, { release, asOf }))
  noteProgress(READ)
  await giveWay()
  const numbers = freeNumbers(before)
  const stamp: Stamp = { author: AUTHOR, date: `${new Date().toISOString().slice(0, 19)}Z`, next: numbers.mark }
  const widened = addColumns(before, filled, today, numbers)
  const remade = remakeSentences(widened, { today, take, tracked: order.tracked, numbers, stamp })
  const { parts, memory, said } = remade
  const { figures, found } = compareReport(parts, memory, today)
  if (!take) refuseLost(name, figures, today)
  const turns = planTurns(found, memory, today, numbers.control)
  const written: WordParts = { ...parts }
  const edits = new Map<string, Edit[]>()
  const add = (part: string, list: Edit[]) => void edits.set(part, [...(edits.get(part) ?? []), ...list])
  const charts = new Map<string, RefilledChart>()
  const storeId = memory.storeId

  const outcomeOf = (one: ComparedFigure): Outcome => {
    const { at, state } = one
    if (at.is === 'deleted' || at.is === 'drawing') return 'dropped'
    if (at.is === 'control') {
      const { control, text } = at
      if (turns.removed.has(control)) return 'dropped'
      if (one.inDocument === null) {
        add(control.part, unbound(control))
        return 'dropped'
      }
      if (state === 'same') {
        add(control.part, bound(control, control.value.id, storeId))
        return 'none'
      }
      const isKept = text === null || (state === 'edited' && (one.remark !== null || !take))
      if (!isKept) {
        const { xml } = found.roots.get(control.part)!
        // A deleted run would still have what is hidden now.
        const isTracked = order.tracked && text.gap !== 'SUPPRESSED'
        const changes = isTracked ? tracked(xml, control, text.text, stamp) : null
        add(control.part, [...bound(control, control.value.id, storeId), ...(changes ?? rewritten(control, text.text))])
        return 'written'
      }
      add(control.part, unbound(control))
      const isSaid = text !== null && control.value.kind === 'SENTENCE' && text.text !== control.value.text
      if (!isSaid || control.isCopy || control.part !== 'word/document.xml') return 'kept'
      const words = inLanguage(fill(WORDS.comment, { today: text.text }), memory)
      add(control.part, addComment(written, control.element, words, stamp))
      return 'commented'
    }
    if (state === 'same') return 'none'
    if (state === 'edited' && !take) return 'kept'
    if (at.is === 'chart') {
      if (!at.data || !at.drawing.chart) return 'kept'
      charts.set(at.drawing.chart, { data: at.data, insteadOf: at.other?.title ?? null })
      return 'written'
    }
    const place = attributePlace(at.drawing.properties, 'descr')
    if (one.today === null || !place) return 'kept'
    add(at.drawing.part, [{ start: place[0], end: place[1], text: escapeXml(one.today) }])
    return 'written'
  }
  const outcomes = new Map(figures.map((one) => [one, outcomeOf(one)]))
  for (const [part, list] of turns.edits) add(part, list)
  for (const [part, list] of edits)
    if (list.length > 0) written[part] = strToU8(edited(textOfPart(written, part), list))
  await giveWay()
  const refreshed = await remembered(given, memory, today, turns, outcomes, order)
  refreshed.sentences = sentencesIn(written, remade, today)
  const document = withMemory(await refillCharts(written, charts), refreshed)

  noteProgress(WRITTEN)
  const causeOf = causesOf(given, viewer, memory, today, { release, asOf })
  const listed: RefreshedReport['figures'] = []
  for (const one of countedOnce(figures))
    listed.push({ ...(await listFigure(one, causeOf)), outcome: outcomes.get(one)! })
  const lock = lockOf(viewer, today.institution, refreshed, today.figures, [])
  const lockFile = await writeWithLock(out, packWord(document), lock)
  return { figures: listed, said: [...said, ...turns.said], lock, lockFile }
}

/** A number that the document shows and the data have no more is not taken away without a word. */
function refuseLost(name: string, figures: readonly ComparedFigure[], today: Today): void {
  const lost = countedOnce(figures).filter(
    ({ at, state, inDocument }) =>
      (state === 'hidden' || (state === 'gone' && inDocument !== null)) &&
      at.is !== 'deleted' &&
      at.is !== 'drawing' &&
      !isPastLoop(at, today),
  )
  if (lost.length === 0) return
  const list = (locale: 'zh' | 'en') =>
    lost
      .map(
        ({ place, question, inDocument, state }) =>
          `  ${place[locale]}　${question}：${inDocument ?? '—'}　${WORDS.states[state][locale]}`,
      )
      .join('\n')
  const template = fill(REFUSALS.FIGURES_LOST, { name, count: lost.length })
  throw new QuestionError('FIGURES_LOST', {
    ...{ zh: `${template.zh}\n${list('zh')}`, en: `${template.en}\n${list('en')}` },
    facts: { figures: lost.map(({ place, question, inDocument, state }) => ({ place, question, inDocument, state })) },
  })
}

/** A turn that its loop has no more. */
function isPastLoop(at: ComparedFigure['at'], today: Today): boolean {
  if (at.is !== 'control') return false
  return loopsAround(at.control.value.path).some(
    ({ path, turn }) => (membersToday(today, path)?.length ?? Infinity) <= turn,
  )
}

/** What the refreshed report remembers: today's text of all that it still shows. */
async function remembered(
  given: Causeway,
  memory: ReportMemory,
  today: Today,
  turns: TurnChanges,
  outcomes: ReadonlyMap<ComparedFigure, Outcome>,
  { release }: RefreshOrder,
): Promise<ReportMemory> {
  const shown = new Set<string>()
  for (const [{ at }, outcome] of outcomes)
    if (at.is === 'control' && outcome !== 'dropped') shown.add(at.control.value.id)
  const missing = [...outcomes].flatMap(([{ at }]) => (at.is === 'drawing' ? at.remembered.name : []))
  const values = memory.values.flatMap((value) => {
    const said = textToday(today, value.path)
    // A row whose name was deleted is known to have had one.
    if (!shown.has(value.id) && !(value.kind === 'LABEL' && said)) return []
    return said ? [{ ...value, text: said.text, gap: said.gap }] : [value]
  })
  const charts = new Map(
    [...outcomes.keys()].flatMap(({ at }) =>
      at.is === 'chart' && at.data ? [[at.remembered.name, at.data] as const] : [],
    ),
  )
  const drawings = memory.drawings.flatMap((one) => {
    if (missing.includes(one.name)) return []
    const data = charts.get(one.name)
    return [
      {
        ...one,
        chart: one.chart && data ? { ...one.chart, data } : one.chart,
        alt: one.alt && { ...one.alt, text: altToday(today, one.alt) ?? one.alt.text },
      },
    ]
  })
  const { institution, revision } = { ...memory, revision: today.revision }
  const { at } = await momentOf(given.database, { institution, revision })
  const loops = turns.loops
  return {
    ...memory,
    release: release ?? null,
    revision,
    asOf: at,
    values: [...values, ...turns.values],
    drawings,
    loops,
  }
}
