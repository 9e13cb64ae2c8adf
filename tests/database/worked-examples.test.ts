import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { readSeries } from '@causeway/server/figures/read-series'
import { importFile } from '@causeway/server/import/import-file'
import { CATALOGUE } from '@causeway/server/indicators/catalogue/catalogue'
import type { Declaration } from '@causeway/server/indicators/definition'
import { RECORD_TYPES } from '@causeway/server/records/record-types'
import { openSecret } from '@causeway/server/records/secret'
import { forEachDatabase } from '../support/databases.ts'

const folder = mkdtempSync(join(tmpdir(), 'causeway-examples-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

forEachDatabase((name, open) => {
  test.each(CATALOGUE.map((declaration) => [declaration.code, declaration] as const))(
    'the worked example of %s comes out, from its rows as a person types them',
    async (_code, declaration) => {
      const database = await open()
      const secret = await openSecret(database, join(folder, `${name}-${declaration.id}.key`))
      const put = async (type: string, rows: Record<string, string | number>[], institution?: string) => {
        const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
        const path = join(folder, `${type}.csv`)
        writeFileSync(
          path,
          [columns.join(','), ...rows.map((row) => columns.map((column) => row[column] ?? '').join(','))].join('\n'),
        )
        const report = await importFile(database, secret, { path, as: type, institution, dataDate: '2026-08-31' })
        expect(report.problems, type).toEqual([])
      }
      await put('institution', [{ code: 'X', name_zh: '学院', country: 'CN' }])
      for (const { name: type } of inOrder(declaration)) await put(type, declaration.example.records[type]!, 'X')
      const { year, category, ...ask } = declaration.example.ask
      const causeway = { database, indicators: CATALOGUE, publicReading: true }
      const series = await readSeries(causeway, OPERATOR, {
        indicator: declaration.code,
        institution: 'X',
        from: year,
        to: year,
        ...ask,
      })
      const figure = series.figures.find((it) => it.category === (category ?? null))
      const { expect: expected } = declaration.example
      if (typeof expected === 'number') expect(figure?.value).toBeCloseTo(expected, 6)
      else expect(figure?.gap).toBe(expected)
    },
  )
})

/** Record types that others point to stand first in their list. */
function inOrder({ example }: Declaration) {
  return RECORD_TYPES.filter(({ name }) => example.records[name])
}
