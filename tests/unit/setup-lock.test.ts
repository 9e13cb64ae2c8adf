import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROOT } from '../architecture/source-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const LOCK = join(ROOT, 'server', 'setup', 'lock.mjs')

/** A process that takes the lock, notes that it is in, stays for a while, notes that it is out. */
function worker(name: string): Promise<number> {
  const script = `
    const { withLock } = await import(${JSON.stringify(LOCK)})
    const { appendFileSync } = await import('node:fs')
    const note = (text) => appendFileSync(${JSON.stringify(join(folder, 'log'))}, text + '\\n')
    await withLock(${JSON.stringify(join(folder, 'lock'))}, () => {}, async () => {
      note('in ${name}')
      await new Promise((resolve) => setTimeout(resolve, 80))
      note('out ${name}')
    })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
  return new Promise((resolve) => child.once('close', (code) => resolve(code!)))
}

function expectOneAtATime(names: string[]): void {
  const lines = readFileSync(join(folder, 'log'), 'utf8').trim().split('\n')
  expect(lines).toHaveLength(names.length * 2)
  for (let at = 0; at < lines.length; at += 2) expect(lines[at + 1]).toBe(lines[at]!.replace('in', 'out'))
}

test('set-ups that begin at once go one after another', async () => {
  const names = ['a', 'b', 'c', 'd']
  expect(await Promise.all(names.map(worker))).toEqual([0, 0, 0, 0])
  expectOneAtATime(names)
  expect(existsSync(join(folder, 'lock'))).toBe(false)
})

test('the lock of a set-up that died is taken over, by one of those that wait', async () => {
  const dead = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => dead.once('close', resolve))
  writeFileSync(join(folder, 'lock'), String(dead.pid))
  const names = ['a', 'b', 'c']
  expect(await Promise.all(names.map(worker))).toEqual([0, 0, 0])
  expectOneAtATime(names)
})
