import { parentPort, workerData } from 'node:worker_threads'
import { tiedTogether } from '../../figures/needed.ts'
import { openDatabase } from '../../ground/database/open.ts'
import { setOwnFields } from '../../records/own-fields.ts'
import { countTogether } from './count-together.ts'
import type { CounterAnswer, CounterData } from './counter.ts'

const { address, ownFields, standing, earlier, ...given } = workerData as CounterData
setOwnFields(ownFields)
const causeway = { ...given, database: await openDatabase(address), publicReading: true }
const groups = tiedTogether(causeway.indicators)

parentPort!.on('message', async (place: number) => {
  const texts = await countTogether(causeway, standing, groups[place]!, earlier)
  parentPort!.postMessage({ place, texts } satisfies CounterAnswer)
})
