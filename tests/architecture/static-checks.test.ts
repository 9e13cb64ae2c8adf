import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './source-files.ts'

/** What the program complained about; empty: nothing. */
function complaints(program: string, ...args: string[]): string {
  const bin = join(ROOT, 'node_modules', '.bin')
  // A program that soon ends collects no garbage below three gigabytes: that was a third of what checking types took.
  const roomy = { GOGC: 'off', GOMEMLIMIT: '3GiB' }
  const env = { ...process.env, ...roomy, PATH: `${bin}:${process.env.PATH}`, NO_COLOR: '1' }
  const run = spawnSync(join(bin, program), args, { cwd: ROOT, env, encoding: 'utf8' })
  if (run.error) throw run.error
  return run.status === 0 ? '' : `${run.stdout}${run.stderr}` || `${program} ended with ${run.status}`
}

test('every type holds', () => {
  // Several checkers would each check again what files share.
  expect(complaints('tsc', '--noEmit', '-p', 'tsconfig.json', '--checkers', '1')).toBe('')
})

test('the linter has nothing to say', () => {
  expect(complaints('oxlint', '--deny-warnings')).toBe('')
})

test('every file is formatted', () => {
  expect(complaints('oxfmt', '--check')).toBe('')
})
