import { describe, expect, it } from 'vitest'
import { clearlyMeant, recogniseTypes } from '@causeway/server/records/import/recognise-types'
import type { SourceRow, SourceTable } from '@causeway/server/records/import/source-row'
import { templateColumns, exampleOf } from '@causeway/server/records/example-row'
import { RECORD_TYPES } from '@causeway/server/records/record-types'

function tableOf(...rows: string[][]): SourceTable {
  return {
    name: null,
    hidden: false,
    async *rows() {
      yield rows.map((cells, i): SourceRow => ({ row: i + 1, cells }))
    },
  }
}

describe('what a file is recognised as', () => {
  for (const locale of ['zh', 'en'] as const)
    it.each(RECORD_TYPES.map((type) => [type.name, type] as const))(
      `is %s where its headers are those of that template, in ${locale}`,
      async (name, type) => {
        const columns = templateColumns(type)
        const rows = [columns.map(({ label }) => label[locale]), columns.map((field) => exampleOf(field)[locale])]
        const ranked = await recogniseTypes([tableOf(['某校统计表'], ...rows)])
        expect(ranked[0]?.type.name).toBe(name)
        expect(clearlyMeant(ranked)?.type.name).toBe(name)
      },
    )
})
