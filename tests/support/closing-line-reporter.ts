import { writeSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/**
 * Ends the run with `N passed, M failed`, and `, K skipped` where some were, after the reasons that they gave. A file that does
 * not load and an error outside every test count as failed: a run that broke must not read as one that passed.
 */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const reasons: string[] = []
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const result = test.result()
        count[result.state === 'pending' ? 'skipped' : result.state] += 1
        if (result.state === 'skipped' && result.note) reasons.push(`Skipped: ${test.name}: ${result.note}\n`)
      }
      for (const suite of module.children.allSuites()) count.failed += suite.errors().length
      count.failed += module.errors().length
    }
    // At the very end: other reporters and the teardown still have things to say, and may still fail.
    process.once('exit', (code) => {
      if (code !== 0 && count.failed === 0) count.failed = 1
      const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
      writeSync(1, `\n${reasons.join('')}${count.passed} passed, ${count.failed} failed${skipped}\n`)
    })
  }
}
