import { readShippedMapping } from '@causeway/server/records/import/mapping/read-mapping'
import { NOTHING_CHOSEN } from '@causeway/server/records/import/columns/chosen-reading'
import { findHeader } from '@causeway/server/records/import/sheets/find-header'
import {
  searchFor,
  clearlyMeant,
  recogniseTypes,
  type RecognisedType,
} from '@causeway/server/records/import/saved/recognise-types'
import {
  columnsOfPlan,
  matchColumns,
  type MatchedColumn,
} from '@causeway/server/records/import/columns/matched-columns'
import { planMappedFile } from '@causeway/server/records/import/mapping/plan-mapped-file'
import { openFile } from '@causeway/server/records/import/readers/open-file'
import { headOf, pickTables, readHeads } from '@causeway/server/records/import/sheets/table-heads'
import { ImportRefused } from '@causeway/server/records/import/ground/import-refused'
import { recordTypeOf } from '@causeway/server/records/record-types'

export interface OfferedColumn {
  header: string
  /** The field that it is read as or, failing that, offered for; null: it is left to the person. */
  field: string | null
  /** Of a field that is read without asking. */
  read: boolean
  mayHold: string[]
  /** Fields that its values alone speak for. */
  fits: string[]
}

/** What the page offers for the columns of a file as records of a type; `mapping`: one that ships. Null: no header was found. */
export async function offersFor(path: string, typeName: string, mapping?: string): Promise<OfferedColumn[] | null> {
  return onFile(path, async (tables) => {
    const type = recordTypeOf(typeName)
    const heads = await readHeads(pickTables(tables))
    const known = mapping === undefined ? null : await readShippedMapping(mapping, type)
    try {
      const header = await findHeader(tables, searchFor(type, known))
      return (
        known
          ? columnsOfPlan(planMappedFile(known, header), header)
          : matchColumns(type, header, NOTHING_CHOSEN.columns, headOf(header.table, heads))
      ).map(toOffered)
    } catch (error) {
      if (error instanceof ImportRefused && error.code === 'NO_HEADER') return null
      throw error
    }
  })
}

/** What a file is recognised as without a word from anybody; null: that is left to the person. */
export function recognisedAs(path: string): Promise<RecognisedType | null> {
  return onFile(path, async (tables) => clearlyMeant(await recogniseTypes(await readHeads(pickTables(tables)))))
}

async function onFile<T>(
  path: string,
  look: (tables: Awaited<ReturnType<typeof openFile>>['tables']) => Promise<T>,
): Promise<T> {
  const file = await openFile(path, () => undefined)
  try {
    return await look(file.tables)
  } finally {
    await file.close()
  }
}

function toOffered({ header, field, suggestions, mayHold, fits }: MatchedColumn): OfferedColumn {
  return {
    header,
    field: (field ?? suggestions[0])?.name ?? null,
    read: field !== null,
    mayHold: mayHold.map(({ name }) => name),
    fits: fits.map(({ name }) => name),
  }
}
