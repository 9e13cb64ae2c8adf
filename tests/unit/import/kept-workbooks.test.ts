import { execFile, type ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Workbook } from '@cj-tech-master/excelts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFile } from '@causeway/server/records/import/readers/open-file'
import type { SourceFile } from '@causeway/server/records/import/readers/open-file'
import { folderOfFile } from '../../support/folders.ts'
import { xlsxOf } from '../../support/hostile-workbooks.ts'

const folder = folderOfFile()
let begun: ChildProcess[]
const note = (message: unknown) => begun.push((message as { process: ChildProcess }).process)

beforeEach(() => {
  begun = []
  subscribe('child_process', note)
})
afterEach(() => unsubscribe('child_process', note))

/** Of 1,200 rows, which are read in several parts. */
async function write(name: string, says: string): Promise<string> {
  const book = new Workbook()
  const sheet = book.addWorksheet('data')
  for (let row = 0; row < 1200; row++) sheet.addRow([says, row])
  const path = join(folder, name)
  writeFileSync(path, new Uint8Array(await book.xlsx.writeBuffer()))
  return path
}

async function read(file: SourceFile): Promise<string[]> {
  const rows: string[] = []
  for await (const chunk of file.tables[0]!.rows()) rows.push(...chunk.map(({ cells }) => String(cells[0])))
  return rows
}

async function readWhole(path: string): Promise<string[]> {
  const file = await openFile(path)
  const rows = await read(file)
  await file.close()
  return rows
}

const lives = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null

test('the same bytes are read by the process that read them before, from where they are now', async () => {
  const first = await write('a.xlsx', 'same')
  expect(new Set(await readWhole(first))).toEqual(new Set(['same']))
  const second = join(folder, 'b.xlsx')
  renameSync(first, second)
  for (let again = 0; again < 3; again++) expect(await readWhole(second)).toHaveLength(1200)
  expect(begun).toHaveLength(1)
})

test('no process reads two files, of the same name and place neither, and none is kept beside one that begins', async () => {
  for (const says of ['one', 'two', 'three']) {
    const path = await write('c.xlsx', says)
    expect(new Set(await readWhole(path))).toEqual(new Set([says]))
  }
  expect(begun.map(lives)).toEqual([false, false, true])
})

test('one that is read by two at once has two processes', async () => {
  const path = await write('d.xlsx', 'twice')
  const [first, second] = [await openFile(path), await openFile(path)]
  expect([(await read(first)).length, (await read(second)).length]).toEqual([1200, 1200])
  await first.close()
  await second.close()
  expect(begun).toHaveLength(2)
})

test('what is closed twice is not closed for who reads it by then', async () => {
  const path = await write('h.xlsx', 'closed')
  const before = await openFile(path)
  await before.close()
  const now = await openFile(path)
  const rows = now.tables[0]!.rows()[Symbol.asyncIterator]()
  await rows.next()
  await before.close()
  expect((await rows.next()).done).toBe(false)
  expect(begun.map(lives)).toEqual([true])
  await rows.return!()
  await now.close()
})

test('what is closed before it was read to its end ends', async () => {
  const path = await write('e.xlsx', 'half')
  const file = await openFile(path)
  const rows = file.tables[0]!.rows()[Symbol.asyncIterator]()
  await rows.next()
  await file.close()
  expect(begun.map(lives)).toEqual([false])
  await expect(rows.next()).rejects.toThrow('closed')
})

test('one that ended while nobody asked is begun anew', async () => {
  const path = await write('f.xlsx', 'ended')
  await readWhole(path)
  begun[0]!.kill('SIGKILL')
  await once(begun[0]!, 'exit')
  expect(await readWhole(path)).toHaveLength(1200)
  expect(begun.map(lives)).toEqual([false, true])
})

test('two that are asked again by turns are read by the two that read them before, a third is not kept beside them', async () => {
  const paths = await Promise.all(['x', 'y', 'z'].map((says) => write(`${says}.xlsx`, says)))
  const together = async (...some: string[]) => {
    const files = await Promise.all(some.map((path) => openFile(path)))
    for (const file of files) await read(file)
    for (const file of files) await file.close()
  }
  await together(paths[0]!, paths[1]!)
  await together(paths[0]!, paths[1]!)
  expect(begun.map(lives)).toEqual([true, true])
  await together(...paths)
  expect(begun.filter(lives)).toHaveLength(2)
})

test('one that took much is not kept', async () => {
  const path = join(folder, 'large.xlsx')
  const texts = Array.from({ length: 700_000 }, (_, at) => `<si><t>one of very many texts: ${at * 7919}</t></si>`)
  writeFileSync(path, xlsxOf(['<sheetData/>'], { 'xl/sharedStrings.xml': `<sst>${texts.join('')}</sst>` }))
  expect(await readWhole(path)).toEqual([])
  expect(begun.map(lives)).toEqual([false])
})

test('a program that only reads workbooks reads all of them, and ends', async () => {
  const paths = await Promise.all(['1', '2', '3', '4'].map((says) => write(`${says}.xlsx`, says)))
  const program = `
    import { openFile } from ${JSON.stringify(import.meta.resolve('@causeway/server/records/import/readers/open-file'))}
    for (const path of process.argv.slice(1)) {
      const file = await openFile(path)
      for await (const rows of file.tables[0].rows()) void rows
      await file.close()
    }
    console.log('whole')`
  const run = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, ...paths])
  expect(run.stdout).toBe('whole\n')
})

test('what is no workbook leaves none behind', async () => {
  const path = await write('g.xlsx', 'cut')
  await readWhole(path)
  writeFileSync(path, Buffer.from('PK\x03\x04 and nothing of a workbook'))
  await expect(openFile(path)).rejects.toThrow()
  expect(begun.map(lives)).toEqual([false, false])
})
