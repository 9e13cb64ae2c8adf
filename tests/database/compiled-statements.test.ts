import { expect, test } from 'vitest'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import type { DimensionId } from '@causeway/server/figures/indicators/definition'
import { evaluate } from '@causeway/server/figures/indicators/evaluate'
import { forEachDatabase } from '../support/databases.ts'

const home = { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2026-08-31' }

forEachDatabase((name, open) => {
  test(`every indicator, basis, dimension and scope compiles to a statement that ${name} runs`, async () => {
    const database = await open()
    for (const declaration of CATALOGUE) {
      for (const basis of declaration.bases) {
        for (const by of [null, ...(Object.keys(declaration.dimensions) as DimensionId[])]) {
          for (const scope of declaration.scope ? (['ABROAD', 'BORDER', null] as const) : [null]) {
            const answers = await database.snapshot((db) =>
              evaluate(db, {
                declaration,
                home,
                basis,
                at: '09-01',
                from: 2023,
                to: 2026,
                scope,
                by,
                across: null,
                filters: [],
                cumulativeFrom: null,
                revision: null,
              }),
            )
            expect(
              answers.map((it) => it.absent.gap),
              `${declaration.code} ${basis} ${by} ${scope}`,
            ).toEqual(Array(4).fill('NO_RECORDS'))
          }
        }
      }
    }
  })
})
