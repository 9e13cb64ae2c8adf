import { CellProblem } from '../../records/import/ground/row-problem.ts'
import { parseNumber } from '../../records/import/cells/parse-cell.ts'
import { QuestionError } from '../../ground/question-error.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** A number as somebody wrote it down, with how precisely. */
export interface WrittenNumber {
  number: number
  /** Of its last place: 0.1 of 34.6, 1 of 81, 1000 of 6.3万. */
  step: number
  /** Places behind the point; below 0: it ends before the point. */
  decimals: number
  /** As it was written, without what surrounded it. */
  text: string
}

/** One number and what is around it: `约81人`, `34.6 %`, `1,391 person-days`. */
const IN_TEXT = /^(\D*?)([+-]?\d[\d,\s'’]*(?:\.\d+)?)(\D*)$/

/** Words of a hundred and a thousand that are no part of a unit: 百分点, 百帕, 千克, 千米, 千瓦. */
const SMALL = '十|百(?!分[点之比数率位制]|帕)|千(?!分[点之率位]|[克米瓦卡焦赫帕伏])'
const LARGE = '万[亿億]|[万萬](?!分[点之])|[亿億]'
const ENGLISH = '(?:hundred|thousand|million|billion|trillion)s?'
/** 万, 百万, 千多亿; （万元） of a table's head. */
const TIMES_ZH = new RegExp(`^\\s*(?:\\((?:单位:?)?)?[余多来]?(${SMALL})?\\s*[余多]?(${LARGE})?`)
const TIMES_EN = new RegExp(`^[\\s-]*(?:(${ENGLISH})\\b(?:\\s+(${ENGLISH})\\b)?|(k|mn|mln|bn)\\b)`, 'i')
/** Noughts that a word represents. */
const NOUGHTS: Record<string, number> = {
  ...{ 十: 1, 百: 2, 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8, 万亿: 12, 万億: 12 },
  ...{ hundred: 2, thousand: 3, million: 6, billion: 9, trillion: 12, k: 3, mn: 6, mln: 6, bn: 9 },
}
/** What may be part of the number and is not read: better no number than another one. */
const CUT_BEFORE = /[十百千万萬亿億.,]$/
const CUT_BEHIND = new RegExp(
  `^\\s*(?:[余多来]?(?:${SMALL}|${LARGE}|[〇零一二两三四五六七八九])|个[亿億]|m\\b)|(?<!\\bper )\\b(?:${ENGLISH}|dozens?|lakhs?|crores?)\\b`,
  'i',
)
const MOST = 60

/** @throws QuestionError BAD_NUMBER */
export function readWrittenNumber(raw: string): WrittenNumber {
  const text = raw.normalize('NFKC').replaceAll('−', '-').trim()
  const [, before = '', digits, behind = ''] = (text.length <= MOST && IN_TEXT.exec(text)) || []
  if (digits === undefined) throw badNumber(raw)
  const times = readTimes(behind)
  if (CUT_BEFORE.test(before) || CUT_BEHIND.test(behind.slice(times.length))) throw badNumber(raw)
  const written = digits.trim()
  const places = written.split('.')[1]?.length ?? 0
  const whole = places > 15 ? null : parseNumber(written, 10 ** places)
  if (whole === null || whole instanceof CellProblem) throw badNumber(raw)
  const decimals = places - times.noughts
  const number = decimals < 0 ? whole * 10 ** -decimals : whole / 10 ** decimals
  if (!Number.isSafeInteger(Math.trunc(number))) throw badNumber(raw)
  return { number, step: 10 ** -decimals, decimals, text: written + times.text }
}

/** The words right behind a number that represent noughts of it. */
function readTimes(behind: string): { noughts: number; length: number; text: string } {
  for (const times of [TIMES_ZH, TIMES_EN]) {
    const [all = '', ...words] = times.exec(behind) ?? []
    const found = words.filter((word) => word !== undefined)
    const noughts = found.reduce((sum, word) => sum + NOUGHTS[word.toLowerCase().replace(/s$/, '')]!, 0)
    const space = times === TIMES_EN && /^\s/.test(all) ? ' ' : ''
    if (noughts > 0) return { noughts, length: all.length, text: space + found.join(times === TIMES_EN ? ' ' : '') }
  }
  return { noughts: 0, length: 0, text: '' }
}

function badNumber(raw: string): QuestionError {
  return new QuestionError('BAD_NUMBER', { ...REFUSALS.ONE_NUMBER, facts: { number: raw.slice(0, MOST) } })
}
