import { compilePattern } from '../../../server/src/records/import/ground/pattern.ts'

// For a test that stops this process again and again: matches a pattern that keeps the processor busy for some hundredths of a second.

const TIMES = 6
const pattern = compilePattern('^(a+)+$')
const timeOf = (text: string) => {
  const began = performance.now()
  pattern.match(text)
  return performance.now() - began
}

let text = `${'a'.repeat(14)}!`
while (timeOf(text) < 30) text = `a${text}`
console.log('began')
const took = Array.from({ length: TIMES }, () => timeOf(text))
console.log(`none of ${TIMES} was refused, the longest took ${Math.max(...took) / 1000} s`)
