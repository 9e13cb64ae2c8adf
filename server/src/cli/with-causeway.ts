import type { Causeway } from '../causeway.ts'
import { readConfig, type Config } from '../config.ts'
import { settleKeeping } from '../figures/exact-sets.ts'
import { openCauseway } from '../open-causeway.ts'
import { PROJECT_ROOT } from '../project-root.ts'

/** Opens the database of the settings for the length of one command. */
export async function withCauseway<T>(work: (causeway: Causeway, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env, PROJECT_ROOT)
  const causeway = await openCauseway(config, { threaded: false })
  try {
    return await work(causeway, config)
  } finally {
    await settleKeeping(causeway.database)
    await causeway.database.close()
  }
}
