import type { Causeway } from '../../figures/causeway.ts'
import { readConfig, type Config } from '../../ground/config.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'

/** Opens the database of the settings for the length of one command. */
export async function withCauseway<T>(work: (causeway: Causeway, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env, PROJECT_ROOT)
  // Only when there is something to do: help and wrong usage answer at once.
  const { openCauseway } = await import('../../figures/open-causeway.ts')
  const { settleKeeping } = await import('../../figures/keep-later.ts')
  const causeway = await openCauseway(config, { threaded: false })
  try {
    return await work(causeway, config)
  } finally {
    await settleKeeping(causeway.database)
    await causeway.database.close()
  }
}
