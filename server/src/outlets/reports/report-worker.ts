import { workerData } from 'node:worker_threads'
import type { Causeway } from '../../figures/causeway.ts'
import { CATALOGUE } from '../../figures/indicators/catalogue.ts'
import { settleKeeping } from '../../figures/keep-later.ts'
import { withReleaseClock } from '../../figures/releases/release-clock.ts'
import { answerOrders } from '../../ground/answer-orders.ts'
import { openDatabase } from '../../ground/database/open.ts'
import { setOwnFields } from '../../records/own-fields.ts'
import { listening } from '../../desk/progress.ts'
import type { ReportThread } from './report-line.ts'
import { WORK, type WorkOrder } from './report-work.ts'

const { address, kind, ownFields, indicators, ...given } = workerData as ReportThread
setOwnFields(ownFields)
// What ships is known by being the same thing.
const shipped = new Map(CATALOGUE.map((one) => [JSON.stringify(one), one]))
const causeway: Causeway = {
  ...given,
  indicators: indicators.map((one) => shipped.get(JSON.stringify(one)) ?? one),
  // In this thread SQLite keeps nobody waiting.
  database: withReleaseClock(await openDatabase(address, { threaded: kind === 'postgres' })),
}

answerOrders<WorkOrder, unknown>(
  ({ name, viewer, asked }, note) =>
    listening.run({ note }, () => WORK[name](causeway, viewer, asked as never) as Promise<unknown>),
  async () => {
    await settleKeeping(causeway.database)
    await causeway.database.close()
  },
)
