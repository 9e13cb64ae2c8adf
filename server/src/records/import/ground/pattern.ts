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
/** What a pattern may take in all: so much, and a millisecond more for each cell that it was tried on. */
const SECONDS_IN_ALL = 3
/** How long a text may be before a pattern with so many open quantifiers runs under a clock: the work grows with a power of it. */
const UNTIMED_LENGTH = [4_000, 2_000, 250, 70]

/** `/u`, and `^` and `$` are the ends of the cell. Throws the engine's own message where it is no regular expression. */
export function compilePattern(source: string): Pattern {
  const expression = new RegExp(source, 'u')
  const untimed = isTame(source) ? (UNTIMED_LENGTH[countOpenQuantifiers(source)] ?? 0) : 0
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
  return (text) => {
    context.text = text
    const began = performance.now()
    try {
      const found = script.runInContext(context, { timeout: TIMEOUT_MS }) as RegExpExecArray | null
      left += 1 - (performance.now() - began)
      if (left < 0) throw tooSlow(fill(REFUSALS.PATTERN_SLOW_IN_ALL, { source, SECONDS_IN_ALL }))
      return found
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
      throw tooSlow(fill(REFUSALS.PATTERN_TOO_SLOW, { source, TIMEOUT_MS }))
    }
  }
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

function countOpenQuantifiers(source: string): number {
  return stripClasses(source).match(/[*+]|\{\d+,\d*\}/g)?.length ?? 0
}

/** The pattern with each escaped character and each class as one plain letter. */
function stripClasses(source: string): string {
  return source.replaceAll(/\\[pPu]\{[^}]*\}|\\./gsu, 'x').replaceAll(/\[[^\]]*\]/g, 'x')
}
