import type { Database } from './database.ts'

/** True until the first import, and the first filling with the demonstration college: it is not filled in again once removed. */
export async function isUntouched(database: Database): Promise<boolean> {
  const [batch, demonstration] = await Promise.all([
    database.quick.selectFrom('batch').select('id').limit(1).executeTakeFirst(),
    database.quick.selectFrom('setting').select('value').where('name', '=', 'demonstration').executeTakeFirst(),
  ])
  return batch === undefined && demonstration === undefined
}
