import type { Database } from './database.ts'

/** True where no batch was ever imported and no institution is known. */
export async function isUntouched({ quick }: Database): Promise<boolean> {
  const batch = await quick.selectFrom('batch').select('id').limit(1).executeTakeFirst()
  const state = await quick.selectFrom('institution_state').select('institution').limit(1).executeTakeFirst()
  return batch === undefined && state === undefined
}
