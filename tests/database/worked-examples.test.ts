import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answerExample } from '@causeway/server/answers/answer-example'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { forEachDatabase } from '../support/databases.ts'

const folder = mkdtempSync(join(tmpdir(), 'causeway-examples-'))
afterAll(() => rmSync(folder, { recursive: true }))

forEachDatabase((name, open) => {
  // Each is a college of one database: making a database for each took longer than its answer.
  test('every worked example comes out, from its rows as a person types them', async () => {
    const database = await open()
    const secretFile = join(folder, name)
    for (const [n, declaration] of CATALOGUE.entries()) {
      const { code, example } = declaration
      const { problems, figure } = await answerExample(database, declaration, { institution: `X${n}`, secretFile })
      expect.soft(problems, code).toEqual([])
      if (typeof example!.expect === 'number') expect.soft(figure?.value, code).toBeCloseTo(example!.expect, 6)
      else expect.soft(figure?.gap, code).toBe(example!.expect)
    }
  })
})
