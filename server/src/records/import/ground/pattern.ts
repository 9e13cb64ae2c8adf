import { fill, type Words } from '@causeway/shared/words/words'
import vm from 'node:vm'
import { ImportRefused } from './import-refused.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** A regular expression out of a mapping file: it can be wrong, and it can be slow, but it cannot hang the import. */
interface Pattern {
  /** Null: no match. Throws `PATTERN_TOO_SLOW`. */
  match(text: string): RegExpExecArray | null
}

const TIMEOUT_MS = 250
/** Of that the processor is busy at least so much with a pattern that is slow: what is more, a machine did that had other work. */
const LEAST_BUSY_MS = TIMEOUT_MS / 2
/** What a pattern may take in all: so much, and a millisecond more for each cell that it was tried on. */
const SECONDS_IN_ALL = 3
/** How long a text may be before a pattern with so many open quantifiers runs under a clock: the work grows with a power of it. */
const UNTIMED_LENGTH = [4_000, 2_000, 250, 70]
/** With more of them in alternatives, though few in each, there is a clock too. */
const MOST_UNTIMED = 30
/** `{0,4}` does as much as the text of a few alternatives. */
const FEW = 9

/** `/u`, and `^` and `$` are the ends of the cell. Throws the engine's own message where it is no regular expression. */
export function compilePattern(source: string): Pattern {
  const expression = new RegExp(source, 'u')
  const untimed = isTame(source) ? untimedLength(source) : 0
  let timed: ((text: string) => RegExpExecArray | null) | undefined
  return {
    match(text) {
      if (text.length <= untimed) return expression.exec(text)
      timed ??= makeTimed(expression)
      return timed(text)
    },
  }
}

function makeTimed(expression: RegExp): (text: string) => RegExpExecArray | null {
  const context = vm.createContext({ expression, text: '' })
  const script = new vm.Script('expression.exec(text)')
  const { source } = expression
  let left = SECONDS_IN_ALL * 1000
  const matchWithin = (timeout: number): RegExpExecArray | null => {
    const began = busyMs()
    try {
      return script.runInContext(context, { timeout }) as RegExpExecArray | null
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
      if (busyMs() - began >= LEAST_BUSY_MS) throw tooSlow(fill(REFUSALS.PATTERN_TOO_SLOW, { source, TIMEOUT_MS }))
      return matchWithin(2 * timeout)
    }
  }
  return (text) => {
    context.text = text
    const began = busyMs()
    const found = matchWithin(TIMEOUT_MS)
    left += 1 - (busyMs() - began)
    if (left < 0) throw tooSlow(fill(REFUSALS.PATTERN_SLOW_IN_ALL, { source, SECONDS_IN_ALL }))
    return found
  }
}

/** What the processor has done for this thread, in milliseconds. */
function busyMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function tooSlow(words: Words): ImportRefused {
  return new ImportRefused('PATTERN_TOO_SLOW', words)
}

/** Where no repeated group holds a repetition or a choice, and nothing is referred back to, the work is at worst polynomial. */
function isTame(source: string): boolean {
  if (/\\[1-9]|\\k</.test(source)) return false
  const bare = stripClasses(source)
  const open: boolean[] = []
  for (let i = 0; i < bare.length; i++) {
    const char = bare[i]!
    if (char === '(') open.push(false)
    else if (char === ')') {
      const wild = open.pop() ?? false
      const repeated = /^(?:[*+]|\{\d+,?\d*\})/.test(bare.slice(i + 1))
      if (wild && repeated) return false
      if (open.length > 0 && (wild || repeated)) open[open.length - 1] = true
    } else if (
      open.length > 0 &&
      (char === '*' || char === '+' || char === '|' || (char === '{' && /^\{\d+,/.test(bare.slice(i))))
    ) {
      open[open.length - 1] = true
    }
  }
  return true
}

/** Of alternatives only one is tried at a time, so that the one with most open quantifiers says how the work grows. */
function untimedLength(source: string): number {
  const levels = [{ most: 0, here: 0 }]
  let all = 0
  const close = () => {
    const { most, here } = levels.pop()!
    return Math.max(most, here)
  }
  const bare = stripClasses(source)
  for (let i = 0; i < bare.length; i++) {
    const level = levels.at(-1)!
    if (bare[i] === '(') levels.push({ most: 0, here: 0 })
    else if (bare[i] === ')' && levels.length > 1) {
      const inside = close()
      levels.at(-1)!.here += inside
    } else if (bare[i] === '|') Object.assign(level, { most: Math.max(level.most, level.here), here: 0 })
    else if (isOpenAt(bare, i)) {
      level.here++
      all++
    }
  }
  return all > MOST_UNTIMED ? 0 : (UNTIMED_LENGTH[close()] ?? 0)
}

function isOpenAt(bare: string, at: number): boolean {
  if (bare[at] === '*' || bare[at] === '+') return true
  const [, most] = /^\{\d+,(\d*)\}/.exec(bare.slice(at, at + 20)) ?? []
  return most !== undefined && (most === '' || Number(most) > FEW)
}

/** The pattern with each escaped character and each class as one plain letter. */
function stripClasses(source: string): string {
  return source.replaceAll(/\\[pPu]\{[^}]*\}|\\./gsu, 'x').replaceAll(/\[[^\]]*\]/g, 'x')
}
