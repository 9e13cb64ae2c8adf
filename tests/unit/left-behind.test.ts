import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { FOLDER_OF_HASHES } from '@causeway/server/desk/evidence/evidence-files'
import { noteUnfinished, partialName, removeLeftIn, removeUnfinished } from '@causeway/server/ground/files'

const folder = mkdtempSync(join(tmpdir(), 'causeway-left-behind-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The number of a process that has ended. */
const ended = String(spawnSync('node', ['-e', '']).pid)
const by = (pid: string, path: string) => partialName(path).replace(`-${process.pid}-`, `-${pid}-`)
const at = (...path: string[]) => join(folder, ...path)

test('what a process that was killed left half-written is taken away, and nothing else', async () => {
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

test('a backup that was killed is found by its note wherever it was to be, and only what is half-written goes', async () => {
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
