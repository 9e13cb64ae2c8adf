import { PROJECT_ROOT } from '@causeway/server/ground/files'
import { readConfig } from '@causeway/server/ground/config'
import { warmSubjects } from '@causeway/server/answers/subjects/public-subjects'
import { loadDemonstration } from '@causeway/server/desk/demonstration/load-demonstration'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { openCauseway } from '@causeway/server/figures/open-causeway'
import { warmTotals } from '@causeway/server/figures/warm'
import { openSecret } from '@causeway/server/records/secret'

// A program: fills the database of the settings with the demonstration college and makes its figures, as a server does that has run
// for a while. Every server of a copy would make them again.
const config = readConfig(process.env, PROJECT_ROOT)
const causeway = await openCauseway(config, { threaded: false })
await loadDemonstration(causeway.database, await openSecret(causeway.database, config.secretFile))
const warmed = Promise.withResolvers<void>()
const stopWarming = warmTotals(causeway, async (institution, nextTurn) => {
  await warmSubjects(causeway, institution, nextTurn)
  warmed.resolve()
})
await warmed.promise
await stopWarming()
await settleKeeping(causeway.database)
await causeway.database.close()
