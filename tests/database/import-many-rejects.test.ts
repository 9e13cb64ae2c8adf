import { createWriteStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { openDeskWithCollege } from '../support/import-desk.ts'

const ROWS = 200_000

// None of the rows reaches the database.
onOneDatabase((_name, open) => {
  test('200,000 wrong rows are counted, bounded in the report and all in the rejects', async () => {
    const desk = await openDeskWithCollege(await open())
    const path = join(desk.folder, 'wrong.csv')
    const file = createWriteStream(path)
    file.write('person,direction,audience,purpose,country,start,end\n')
    for (let i = 0; i < ROWS; i += 1_000) {
      const rows = Array.from(
        { length: 1_000 },
        (_, j) => `L${i + j},out,student,study,Nowhere${i + j},2023-09-01,2023-10-01\n`,
      ).join('')
      if (!file.write(rows)) await once(file, 'drain')
    }
    await new Promise((done) => file.end(done))
    const rejects = join(desk.folder, 'rejects.csv')
    let peak = 0
    const before = process.memoryUsage.rss()
    const report = await desk.import(path, 'mobility', {
      rejects,
      onProgress: () => (peak = Math.max(peak, process.memoryUsage.rss())),
    })
    expect(report).toMatchObject({ refused: true, rejected: ROWS, accepted: 0 })
    expect(report.problems.length).toBeLessThanOrEqual(1_001)
    expect(report.problems.at(-1)).toMatchObject({
      code: 'MORE_PROBLEMS',
      value: String(ROWS - (report.problems.length - 1)),
      message: { en: expect.stringContaining(`UNKNOWN_COUNTRY ${ROWS}`) },
    })
    const { size, mode } = statSync(rejects)
    expect(size).toBeGreaterThan(20_000_000)
    // Persons are in it by their own numbers.
    expect(mode & 0o077).toBe(0)
    expect((peak - before) / 1e6).toBeLessThan(400)
  })
})
