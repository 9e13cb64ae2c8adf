import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../architecture/source-files.ts'
import { folderOfEachTest } from '../support/folders.ts'
import SECONDS from '../support/file-seconds.json' with { type: 'json' }

const at = folderOfEachTest()

const LOCK = join(ROOT, 'server', 'setup', 'lock.mjs')

/** A process that takes the lock, notes that it is in, stays for a while, notes that it is out. */
function worker(name: string): Promise<number> {
  const script = `
    const { withLock } = await import(${JSON.stringify(LOCK)})
    const { appendFileSync } = await import('node:fs')
    const note = (text) => appendFileSync(${JSON.stringify(at('log'))}, text + '\\n')
    await withLock(${JSON.stringify(at('lock'))}, () => {}, async () => {
      note('in ${name}')
      await new Promise((resolve) => setTimeout(resolve, 80))
      note('out ${name}')
    })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
  return new Promise((resolve) => child.once('close', (code) => resolve(code!)))
}

function expectOneAtATime(names: string[]): void {
  const lines = readFileSync(at('log'), 'utf8').trim().split('\n')
  expect(lines).toHaveLength(names.length * 2)
  for (let at = 0; at < lines.length; at += 2) expect(lines[at + 1]).toBe(lines[at]!.replace('in', 'out'))
}

test('set-ups that begin at once go one after another', async () => {
  const names = ['a', 'b', 'c', 'd']
  expect(await Promise.all(names.map(worker))).toEqual([0, 0, 0, 0])
  expectOneAtATime(names)
  expect(existsSync(at('lock'))).toBe(false)
})

test('the lock of a set-up that died is taken over, by one of those that wait', async () => {
  const dead = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => dead.once('close', resolve))
  writeFileSync(at('lock'), String(dead.pid))
  const names = ['a', 'b', 'c']
  expect(await Promise.all(names.map(worker))).toEqual([0, 0, 0])
  expectOneAtATime(names)
})

type Judge = (components: object[]) => { byLicence: Map<string, string[]>; unfit: string[] }
// A plain script without types, as all of the set-up.
const script = join(ROOT, 'server', 'setup', 'licences.mjs')
const { judgeLicences } = (await import(script)) as { judgeLicences: Judge }

const of = (name: string, ...licenses: object[]) => ({ name, version: '1.0.0', licenses })

test('a package whose licence asks for more than its name, or that has none, may not be used', () => {
  const { byLicence, unfit } = judgeLicences([
    of('free', { license: { id: 'MIT' } }),
    of('either', { expression: '(MIT OR GPL-3.0-or-later)' }),
    of('both', { expression: '(MIT AND Zlib)' }),
    of('half', { expression: '(MIT AND GPL-3.0-only)' }),
    of('strict', { license: { id: 'AGPL-3.0-only' } }),
    of('named', { license: { name: 'my own' } }),
    of('silent'),
    of('twice', { license: { id: 'MIT' } }, { license: { id: 'SSPL-1.0' } }),
    of('lightningcss', { license: { id: 'MPL-2.0' } }),
    of('another', { license: { id: 'MPL-2.0' } }),
    { ...of('server'), group: '@causeway' },
  ])
  expect(unfit).toEqual([
    'half@1.0.0: (MIT AND GPL-3.0-only)',
    'strict@1.0.0: AGPL-3.0-only',
    'named@1.0.0: my own',
    'silent@1.0.0: none',
    'twice@1.0.0: MIT AND SSPL-1.0',
    'another@1.0.0: MPL-2.0',
  ])
  expect(byLicence.get('MIT')).toEqual(['free@1.0.0'])
})

test('files that a run begins with are there', () => {
  const missing = Object.keys(SECONDS).filter((file) => !existsSync(join(ROOT, 'tests', `${file}.test.ts`)))
  expect(missing).toEqual([])
})
