import type { Database } from '@causeway/server/ground/database/database'
import { headerWithoutFile } from '@causeway/server/records/batch-writer'
import { commitBatch } from '@causeway/server/records/commit'
import { naturalKey } from '@causeway/server/records/natural-key'
import { recordTypeOf } from '@causeway/server/records/record-types'
import { revertBatch, RevertRefused } from '@causeway/server/records/revert'
import { makeBatches, type Place } from './oracle/nasty-records.ts'
import { putRecords, type Values } from './put-records.ts'
import type { Random } from './random.ts'

const PLACE: Omit<Place, 'size'> = { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-03-15' }

/** A college whose records come, are corrected, withdrawn, taken back and decided to be one thing. */
export async function openHistory(database: Database, seed: string, random: Random, size: number) {
  const done: { batch: string; type: string; rows: Values[] }[] = []
  const put = async (type: string, rows: Values[], dataDate: string | null = null) => {
    const { batch } = await putRecords(database, type, type === 'institution' ? null : 'X', rows, { dataDate })
    if (batch) done.push({ batch, type, rows })
    return type
  }
  for (const { type, rows, dataDate } of makeBatches(seed, { ...PLACE, size })) await put(type, rows, dataDate)
  const more = makeBatches(`more ${seed}`, { ...PLACE, size, decides: true }).filter(
    ({ type, rows }) => rows.length > 0 && type !== 'institution',
  )
  const bring = () => {
    const { type, rows } = random.pick(more)
    const first = random.whole(0, rows.length - 1)
    return put(type, rows.slice(first, first + random.whole(1, 2)))
  }
  const withdraw = async () => {
    const { type, rows } = random.pick(done.filter((one) => one.rows.length > 0 && one.type !== 'institution'))
    const [recordType, row] = [recordTypeOf(type), random.pick(rows)]
    const header = headerWithoutFile({ recordType: type, doneBy: 'withdraw', institution: 'X' }, row)
    await commitBatch(database, header, async (writer) => {
      await writer.withdraw([['X', naturalKey(recordType, row)]])
      return 'keep'
    })
    return type
  }
  const takeBack = async () => {
    const { batch, type } = done.splice(random.whole(Math.max(1, done.length - 5), done.length - 1), 1)[0]!
    await revertBatch(database, batch).catch((error: unknown) => {
      if (!(error instanceof RevertRefused)) throw error
    })
    return type
  }
  /** Decides the data date. */
  const decide = async () => {
    const header = headerWithoutFile({ recordType: 'unit', doneBy: 'data-date', institution: 'X' }, null)
    const dataDate = random.pick(['2024-03-15', '2024-09-15', '2023-09-02'])
    await commitBatch(database, { ...header, dataDate, decides: true }, async (writer) => {
      await writer.touch('X')
      return 'keep'
    })
    return 'institution'
  }
  return () => random.pick([bring, bring, bring, bring, withdraw, withdraw, takeBack, decide])()
}
