import { dayWords } from '@causeway/shared/day'
import { formatValue } from '@causeway/shared/format-figure'
import { fill, type Locale, type Words, inBoth, joinWords } from '@causeway/shared/words/words'
import { basisWords, scopeWords } from '@causeway/shared/words/terms'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readFiguresThen, readSeries } from '../../figures/read-series.ts'
import { readsOf } from '../../figures/indicators/reads.ts'
import type { FormLine } from '../../figures/indicators/form-line.ts'
import type { LineContent } from './fill-form.ts'
import { shownDecimals } from './form-words.ts'
import { valueOf } from './line-figure.ts'
import { countBatchesSince, findStateOn } from './store.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/**
 * Why a filed value is not what the records give now.
 *
 * | cause | |
 * |---|---|
 * | LATER_RECORDS | there were no records of it on the day of filing |
 * | REVISED | the records gave what was filed, and were changed since |
 * | OTHER_DEFINITION | it is what the records give on another basis or scope |
 * | NEVER | the records never gave it: neither on the day of filing nor now |
 */
export type FiledCause = 'LATER_RECORDS' | 'REVISED' | 'OTHER_DEFINITION' | 'NEVER'

export interface FiledDifference {
  /** The computed value less the filed one. */
  difference: number
  cause: FiledCause
  words: Words
}

/** True where a filed value is the computed one as somebody wrote it down: rounded to as many decimals as it has. */
function isAsFiled(computed: number, filed: number): boolean {
  const decimals = (String(filed).split('.')[1] ?? '').length
  return Math.abs(computed - filed) <= 0.5 * 10 ** -decimals + 1e-9
}

/** How a line's value differs from what was filed for it, and why. Null: nothing was filed, it is no number, or it is the same. */
export async function explainFiled(
  causeway: Causeway,
  institution: string,
  line: FormLine,
  content: LineContent,
): Promise<FiledDifference | null> {
  const { value, filed, figures } = content
  if (value === null || filed?.value == null || isAsFiled(value, filed.value) || figures.length === 0) return null
  const { database } = causeway
  const viewer: Viewer = { role: 'reader', institution }
  const reads = [...new Set(figures.flatMap(({ declaration }) => readsOf(declaration)))]
  const batches = await countBatchesSince(database.quick, institution, filed.filledOn, reads)
  const state = await findStateOn(database.quick, institution, filed.filledOn)
  const difference = value - filed.value
  const because = (cause: FiledCause, words: Words): FiledDifference => ({ difference, cause, words })
  const then = state && (await valueThen(causeway, viewer, line, figures, state))
  const since = fill(REFUSALS.CHANGED_SINCE, { batches, batchesEn: batches === 1 ? 'import' : 'imports' })
  const day = inBoth((locale) => dayWords(filed.filledOn, locale))
  if (then === null) {
    return because('LATER_RECORDS', {
      zh: `${day.zh}上报时尚无有关台账；${since.zh}。`,
      en: `There were no records of it when it was filed on ${day.en}; ${since.en}.`,
    })
  }
  if (isAsFiled(then, filed.value)) {
    return because('REVISED', {
      zh: `${day.zh}上报时与台账一致；${since.zh}。`,
      en: `It was what the records said when it was filed on ${day.en}; ${since.en}.`,
    })
  }
  const other = await findOtherReading(causeway, viewer, figures, filed.value)
  if (other) {
    return because('OTHER_DEFINITION', fill(REFUSALS.OTHER_DEFINITION, { otherZh: other.zh, otherEn: other.en }))
  }
  const said = (locale: Locale) =>
    formatValue(then, shownDecimals(line, { ...content, source: 'computed', value: then }), locale)
  return because('NEVER', {
    zh: `台账从未得出过已报数：${day.zh}上报时台账为 ${said('ZH')}。`,
    en: `The records never said what was filed: on ${day.en} they said ${said('EN')}.`,
  })
}

async function valueThen(
  causeway: Causeway,
  viewer: Viewer,
  line: FormLine,
  figures: LineContent['figures'],
  state: { revision: number; dataDate: string },
): Promise<number | null> {
  const then = []
  for (const { question, request } of figures) {
    const [figure] = await readFiguresThen(causeway, viewer, request, state)
    then.push({ question, figure: figure! })
  }
  return valueOf(line, then).value
}

/** The basis and scope of a line's one indicator on which it gives what was filed; null: none does. */
async function findOtherReading(
  causeway: Causeway,
  viewer: Viewer,
  figures: LineContent['figures'],
  filed: number,
): Promise<Words | null> {
  const [only, ...others] = figures
  if (!only || others.length > 0 || only.question.part) return null
  const { declaration, request, series } = only
  const scopes = declaration.scope ? ([null, 'ABROAD', 'BORDER'] as const) : [null]
  for (const basis of declaration.bases) {
    for (const scope of scopes) {
      if (basis === series.basis && (scope ?? declaration.scope?.default ?? null) === series.scope) continue
      const other = await readSeries(causeway, viewer, { ...request, basis, scope, at: null, profile: 'EXACT' })
      const value = other.figures[0]?.value
      if (value == null || !isAsFiled(value, filed)) continue
      const words = [basisWords[basis], ...(other.scope ? [scopeWords[other.scope]] : [])]
      return joinWords(words)
    }
  }
  return null
}
