import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkZip } from '@causeway/server/records/import/readers/zip-file'
import { openFile } from '@causeway/server/records/import/readers/open-file'
import { columnLetters } from '@causeway/server/records/import/ground/source-row'
import { inputOf, KINDS } from '../../check-fuzz/kinds.ts'
import { folderOfFile } from '../../support/folders.ts'
import { chainedXls, greedyXlsb, workbookOf, xlsxOf } from '../../support/hostile-workbooks.ts'
import { mutate } from '../../support/mutate.ts'
import { processorSeconds, residentMegabytes } from '../../support/watch-memory.ts'
import { seededRandom } from '../../support/random.ts'

const folder = folderOfFile()

const MOST_ADDED = 512

interface Outcome {
  /** How many rows its sheets have, or the code it is refused with. */
  rows: number | string
  /** The most that this process and those it began had in memory beyond what was there before, in megabytes. */
  added: number
}

async function readWatched(name: string, bytes: Uint8Array): Promise<Outcome> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const before = residentMegabytes(process.pid)
  let added = 0
  const watch = setInterval(() => {
    const all = [process.pid, ...ownChildren()].reduce((sum, pid) => sum + residentMegabytes(pid), 0)
    added = Math.max(added, all - before)
  }, 20)
  try {
    return { rows: await countRows(path), added }
  } catch (error) {
    return { rows: (error as { code?: string }).code ?? String(error), added }
  } finally {
    clearInterval(watch)
    rmSync(path)
  }
}

async function countRows(path: string): Promise<number> {
  const file = await openFile(path)
  try {
    let count = 0
    for (const table of file.tables) for await (const rows of table.rows()) count += rows.length
    return count
  } finally {
    await file.close()
  }
}

function ownChildren(): number[] {
  return readdirSync('/proc/self/task').flatMap((thread) => {
    try {
      return readFileSync(`/proc/self/task/${thread}/children`, 'latin1').split(' ').filter(Boolean).map(Number)
    } catch {
      return []
    }
  })
}

const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`
const row = (cells: string) => `<row>${cells}</row>`
const random = seededRandom(1)
/** What does not pack, so that its size is no reason to refuse it. */
const noise = (length: number) => {
  let words = ''
  while (words.length < length) words += random().toString(36).slice(2)
  return words.slice(0, length)
}

describe('whatever a workbook holds, reading it adds at most 512 MB to what is in memory', () => {
  test('60,000 rows of 15 cells are read', { timeout: 300_000 }, async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) =>
      row(
        Array.from({ length: 15 }, (__, k) =>
          k % 3 ? text(`第${i}行第${k}列的文字`) : `<c><v>${i * 15 + k}</v></c>`,
        ).join(''),
      ),
    )
    const read = await readWatched('large.xlsx', xlsxOf([`<sheetData>${rows.join('')}</sheetData>`]))
    expect(read.rows).toBe(60_000)
    expect(read.added).toBeLessThan(MOST_ADDED)
  })

  const everyRow = (cell: (row: number) => string, count: number) =>
    `<sheetData>${Array.from({ length: count }, (_, i) => `<row r="${i + 1}">${cell(i + 1)}</row>`).join('')}</sheetData>`
  const files: [string, () => Uint8Array, number | string][] = [
    ['five kilobytes that ask for four thousand million arrays', greedyXlsb, 'FILE_TOO_LARGE'],
    [
      'half a million texts that are shared',
      () => {
        const strings = Array.from({ length: 500_000 }, (_, i) => `<si><t>${noise(24)}${i}</t></si>`).join('')
        return xlsxOf(['<sheetData/>'], { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` })
      },
      0,
    ],
    [
      'cells at the far end of every row',
      () => xlsxOf([everyRow((r) => `<c r="XFD${r}"><v>${r}</v></c>`, 3_000)]),
      'FILE_TOO_LARGE',
    ],
    [
      'ranges merged over all the sheet',
      () =>
        xlsxOf([
          `${everyRow((r) => `<c r="A${r}"><v>${r}</v></c>`, 2_000)}<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(500)}</mergeCells>`,
        ]),
      'FILE_TOO_LARGE',
    ],
    ['more sheets than anybody looks at', () => xlsxOf(Array<string>(2_000).fill('<sheetData/>')), 'FILE_TOO_LARGE'],
    ['a text that never ends', () => xlsxOf([`<sheetData>${row(text(noise(4_000_000)))}</sheetData>`]), 'DAMAGED_FILE'],
    [
      'a row of longest cells',
      () => xlsxOf([`<sheetData>${row(text(noise(30_000)).repeat(600))}</sheetData>`]),
      'CELL_TOO_LONG',
    ],
    ['elements in elements', () => xlsxOf([`<sheetData>${'<row>'.repeat(300_000)}${noise(500_000)}`]), 'DAMAGED_FILE'],
    [
      'entities that grow',
      () => {
        const lol = '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        return xlsxOf(['<sheetData/>'], { 'xl/sharedStrings.xml': `${lol}<sst><si><t>&b;</t></si></sst>` })
      },
      'DAMAGED_FILE',
    ],
  ]
  test.each(files)('%s', { timeout: 300_000 }, async (_what, make, rows) => {
    const read = await readWatched('hostile.xlsx', make())
    expect(read.rows).toBe(rows)
    expect(read.added).toBeLessThan(MOST_ADDED)
  })
})

test('who reads it is ended in time, however busy the one is who asked for it', { timeout: 60_000 }, async () => {
  const path = join(folder, 'chained.xls')
  writeFileSync(path, chainedXls(20_000))
  const before = ownChildren()
  const reading = countRows(path).catch((error: { code?: string }) => error.code)
  let child: number | undefined
  await expect.poll(() => (child = ownChildren().find((pid) => !before.includes(pid)))).toBeDefined()
  // It has its order: from here on nothing of this process runs until the other has ended.
  await new Promise((resolve) => setTimeout(resolve, 300))
  let most = 0
  const until = Date.now() + 20_000
  const clock = new Int32Array(new SharedArrayBuffer(4))
  for (let now = 1; now > 0 && Date.now() < until; Atomics.wait(clock, 0, 0, 1))
    most = Math.max(most, (now = residentMegabytes(child!, 'VmHWM')))
  expect(most).toBeGreaterThan(100)
  expect(most).toBeLessThan(MOST_ADDED)
  expect(await reading).toBe('FILE_TOO_LARGE')
})

test('a workbook that the library reads for ever is given up after ten seconds of processor', async () => {
  const path = join(folder, 'endless.xls')
  // Found by `npm run check:fuzz`: a formula that ends beyond its record.
  writeFileSync(path, inputOf(await KINDS['xls']!(folder), 'xls', 1, 510))
  let seconds = 0
  const watch = setInterval(() => {
    for (const child of ownChildren()) seconds = Math.max(seconds, processorSeconds(child))
  }, 20)
  await expect(countRows(path)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
  clearInterval(watch)
  expect(seconds).toBeGreaterThan(8)
  expect(seconds).toBeLessThan(12)
})

test('an entry of a zip that ends before it begins is damaged', async () => {
  const bytes = Buffer.from(xlsxOf(['<sheetData/>']))
  const entry = bytes.readUInt32LE(bytes.length - 6)
  for (const packed of [0, 1, bytes.length]) {
    bytes.writeUInt32LE(packed, entry + 20)
    const path = join(folder, 'early.xlsx')
    writeFileSync(path, bytes)
    await expect(checkZip(path, 1_000_000), `${packed} bytes`).rejects.toMatchObject({
      code: packed === bytes.length ? 'ZIP_BOMB' : 'DAMAGED_FILE',
    })
  }
})

describe('a damaged workbook is read, or refused with a code, and nothing else', () => {
  const table = [['学号', '方向', '开始日期'], ...Array.from({ length: 20 }, (_, i) => [`S${i}`, '派出', 44_000 + i])]
  const cells = (values: readonly unknown[], r: number) =>
    values
      .map((value, c) => `<c r="${columnLetters(c)}${r}" t="inlineStr"><is><t>${String(value)}</t></is></c>`)
      .join('')
  const whole: [string, Uint8Array][] = [
    ['a.xls', workbookOf(table, 'xls')],
    ['b.xls', workbookOf(table, 'biff5')],
    ['c.xlsb', workbookOf(table, 'xlsb')],
    [
      'd.xlsx',
      xlsxOf([
        `<sheetData>${table.map((values, i) => `<row r="${i + 1}">${cells(values, i + 1)}</row>`).join('')}</sheetData>`,
      ]),
    ],
  ]
  const CODES =
    /^(\d+|DAMAGED_FILE|WRONG_FILE_KIND|ZIP_BOMB|FILE_TOO_LARGE|PASSWORD_PROTECTED|EMPTY_FILE|CELL_TOO_LONG|UNKNOWN_ENCODING|TOO_MANY_COLUMNS)$/
  const TIMES = Number(process.env['CAUSEWAY_MUTATIONS'] ?? 8)

  test.each(whole)('%s', { timeout: 20_000 + TIMES * 3_000 }, async (name, bytes) => {
    for (let seed = 0; seed < TIMES; seed++) {
      const path = join(folder, name)
      writeFileSync(path, mutate(bytes, seededRandom(seed)))
      const outcome = await countRows(path).catch((error: { code?: string }) => error.code ?? String(error))
      expect(String(outcome), `${name}, mutation ${seed}`).toMatch(CODES)
    }
  })
})
