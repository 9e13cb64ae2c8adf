import type { Kind } from '../ground/database/columns.ts'
import type { Connection } from '../ground/database/database.ts'
import { countPointing } from '../ground/database/revert-versions.ts'
import type { CheckedRow, CodeInUse } from './batch-writer.ts'
import type { Chunk } from './chunk.ts'
import { isKnownByCode } from './record-type.ts'
import { referencesTo } from './record-types.ts'
import { findByCode, findCurrent, recordTable } from './store.ts'

/** Lets a chunk know what is there of its records. `suspects`: rows whose record may be there. */
export async function lookUp(
  db: Connection,
  kind: Kind,
  chunk: Chunk,
  suspects: readonly CheckedRow[],
): Promise<Chunk> {
  const keys = suspects.map(({ institution, key }) => [institution, key])
  for (const record of await findCurrent(db, kind, recordTable(chunk.type), keys)) chunk.know(record)
  await knowCodes(db, kind, chunk)
  await knowUses(db, chunk)
  return chunk
}

async function knowCodes(db: Connection, kind: Kind, chunk: Chunk): Promise<void> {
  if (!isKnownByCode(chunk.type)) return
  const codes = chunk.rows.flatMap(({ institution, values }) =>
    typeof values['code'] === 'string' ? [[institution, values['code']]] : [],
  )
  for (const owner of await findByCode(db, kind, recordTable(chunk.type), codes))
    chunk.knowCode(owner.institution, owner.code, owner.key)
}

/** Only for rows that give a code up: what points to it is looked for in whole tables. */
async function knowUses(db: Connection, chunk: Chunk): Promise<void> {
  const givenUp = chunk.rows.flatMap((row) => {
    const code = chunk.givenUpCode(row)
    return code === null ? [] : [{ institution: row.institution, code }]
  })
  const uses = new Map<string, CodeInUse['uses']>()
  for (const [institution, list] of Map.groupBy(givenUp, (one) => one.institution)) {
    const codes = list.map(({ code }) => code)
    const own = chunk.rows.filter((row) => row.institution === institution).map(({ key }) => key)
    for (const { from, field } of referencesTo(chunk.type)) {
      const asked = { institution, codes, except: from === chunk.type ? own : [] }
      for (const { code, count } of await countPointing(db, { ...recordTable(from), field }, asked)) {
        const name = `${institution}\n${code}`
        uses.set(name, [...(uses.get(name) ?? []), { recordType: from.name, count }])
      }
    }
  }
  chunk.knowUses(uses)
}
