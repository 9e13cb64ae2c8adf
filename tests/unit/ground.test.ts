import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { NO_TURN, Turns } from '@causeway/server/ground/under-way'
import { momentWords } from '@causeway/server/ground/downloads'
import { FOLDER_OF_HASHES } from '@causeway/server/desk/evidence/evidence-files'
import { noteUnfinished, partialName, removeLeftIn, removeUnfinished } from '@causeway/server/ground/files'
import { Memory } from '@causeway/server/figures/memory'
import { folderOfFile } from '../support/folders.ts'

it('so many work at once, the others follow in the order they came, and one that fails holds nobody up', async () => {
  const turns = new Turns(2)
  const log: string[] = []
  let atOnce = 0
  const work = (name: string) =>
    turns.take(async () => {
      expect(++atOnce).toBeLessThanOrEqual(2)
      log.push(name)
      await new Promise((resolve) => setImmediate(resolve))
      atOnce--
      if (name === 'b') throw new Error('b')
      return name
    })
  const all = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map(work))
  expect(all.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual(['a', 'failed', 'c', 'd', 'e'])
  expect(log).toEqual(['a', 'b', 'c', 'd', 'e'])
})

it('who waits for a turn no longer than so long leaves the row, and the next is taken', async () => {
  const turns = new Turns(1)
  const first = Promise.withResolvers<string>()
  const held = turns.take(() => first.promise)
  const late = turns.take(async () => 'late', { withinMs: 5 })
  const next = turns.take(async () => 'next', { withinMs: 60_000 })
  await expect(late).rejects.toBe(NO_TURN)
  first.resolve('first')
  expect(await Promise.all([held, next])).toEqual(['first', 'next'])
  expect(await turns.take(async () => 'again')).toBe('again')
})

it('a moment is said by the clock of the college, with its zone; without one by that of Shanghai', () => {
  const iso = '2024-11-20T20:32:10.000Z'
  expect(momentWords(iso, {})).toBe('2024-11-21 04:32 (Asia/Shanghai, UTC+08:00)')
  expect(momentWords(iso, { timeZone: 'Europe/Madrid' })).toBe('2024-11-20 21:32 (Europe/Madrid, UTC+01:00)')
  expect(momentWords('2024-11-20T00:05:00.000Z', { timeZone: 'UTC' })).toBe('2024-11-20 00:05 (UTC)')
})

const folder = folderOfFile()

/** The number of a process that has ended. */
const ended = String(spawnSync('node', ['-e', '']).pid)
const by = (pid: string, path: string) => partialName(path).replace(`-${process.pid}-`, `-${pid}-`)
const at = (...path: string[]) => join(folder, ...path)

it('what a process that was killed left half-written is taken away, and nothing else', async () => {
  mkdirSync(at('ab'))
  mkdirSync(at('other'))
  const gone = [by(ended, at('ab', 'file')), by(ended, at('.coming'))]
  const stays = [
    by(String(process.ppid), at('ab', 'file')),
    by(ended, at('other', 'file')),
    at('ab', 'a'.repeat(64)),
    at('letter.partial-1-2.docx'),
  ]
  for (const path of [...gone, ...stays]) writeFileSync(path, 'half')
  await removeLeftIn(folder, FOLDER_OF_HASHES)
  expect([gone.map(existsSync), stays.map(existsSync)]).toEqual([gone.map(() => false), stays.map(() => true)])
})

it('a backup that was killed is found by its note wherever it was to be, and only what is half-written goes', async () => {
  const notes = at('.unfinished')
  mkdirSync(notes)
  const [half, whole] = [by(ended, at('college.backup')), at('whole.backup')]
  for (const path of [half, whole]) {
    writeFileSync(path, 'half')
    writeFileSync(by(ended, join(notes, 'note')), path)
  }
  const mine = by(String(process.ppid), at('mine.backup'))
  writeFileSync(mine, 'half')
  writeFileSync(by(String(process.ppid), join(notes, 'note')), mine)
  const forget = await noteUnfinished(notes, at('x'))
  await forget()
  await removeUnfinished(notes)
  expect([half, whole, mine].map(existsSync)).toEqual([false, true, true])
  expect(readdirSync(notes)).toHaveLength(1)
})

it('what was asked for longest ago is forgotten first, and never more is remembered than may be', () => {
  const memory = new Memory<string>(10)
  memory.set('a', 'A', 4)
  memory.set('b', 'B', 4)
  expect(memory.get('a')).toBe('A')
  memory.set('c', 'C', 4)
  expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual(['A', undefined, 'C'])
  memory.set('a', 'again', 6)
  expect([memory.get('a'), memory.get('c'), memory.weight]).toEqual(['again', 'C', 10])
  memory.set('c', 'too heavy', 11)
  expect([memory.get('c'), memory.weight]).toEqual([undefined, 6])
})

it('lines of the log are all written, in their order, whenever the process ends', () => {
  const log = new URL('../../server/src/ground/log.ts', import.meta.url).href
  const say = ['info one', 'warn two', 'info three'].map((line) => line.split(' '))
  const program = `import { logToConsole } from '${log}'
    for (const [level, message] of ${JSON.stringify(say)}) logToConsole({ level, message })
    process.exit(0)`
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { time: string; level: string; message: string })
  expect(lines.map(({ level, message }) => [level, message])).toEqual(say)
  for (const { time } of lines) expect(Math.abs(Date.parse(time) - Date.now())).toBeLessThan(60_000)
})
