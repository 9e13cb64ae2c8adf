import { CellProblem } from '../import/row-problem.ts'
import { parseNumber } from '../import/parse-number.ts'
import { QuestionError } from '../question-error.ts'

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

/** What stands around a number in a sentence or a cell: `约81人`, `34.6 %`, `1,391 person-days`, `6.3万人`, `1.2 million`. */
const IN_TEXT = /^[^\d]*?([+-]?\d[\d,\s'’]*(?:\.\d+)?)(\s*(?:万|千|百|亿|(?:k|thousand|million)\b))?[^\d]*$/i
/** Noughts that a word stands for. */
const NOUGHTS: Record<string, number> = { 百: 2, 千: 3, k: 3, thousand: 3, 万: 4, million: 6, 亿: 8 }
const MOST = 60

/** @throws QuestionError BAD_NUMBER */
export function readWrittenNumber(raw: string): WrittenNumber {
  const text = raw.normalize('NFKC').replaceAll('−', '-').trim()
  const [, digits, times = ''] = (text.length <= MOST && IN_TEXT.exec(text)) || []
  if (digits === undefined) throw badNumber(raw)
  const written = digits.trim()
  const places = written.split('.')[1]?.length ?? 0
  const whole = places > 15 ? null : parseNumber(written, 10 ** places)
  if (whole === null || whole instanceof CellProblem) throw badNumber(raw)
  const decimals = places - (NOUGHTS[times.trim().toLowerCase()] ?? 0)
  const number = decimals < 0 ? whole * 10 ** -decimals : whole / 10 ** decimals
  return { number, step: 10 ** -decimals, decimals, text: written + times }
}

function badNumber(raw: string): QuestionError {
  return new QuestionError(
    'BAD_NUMBER',
    { zh: '请写一个数字，如 81、1,391 或 34.6%。', en: 'Write one number, as 81, 1,391 or 34.6%.' },
    { number: raw.slice(0, MOST) },
  )
}
