import { parentPort, workerData } from 'node:worker_threads'
import type { Brand } from '../../ground/brand/brand.ts'
import { wearBrand } from '../pictures/drawing-kit.ts'
import { drawStillChart } from './draw-still-chart.ts'
import type { StillAnswer, StillOrder } from './still-desk.ts'

const brand = workerData as Brand | null
const ready = brand ? wearBrand(brand) : Promise.resolve()
// Said to anyone who orders something.
ready.catch(() => undefined)

parentPort!.on('message', async (order: StillOrder) => {
  let answer: StillAnswer
  try {
    await ready
    answer = { id: order.id, svg: drawStillChart(order.spec, order.locale) }
  } catch (error) {
    answer = { id: order.id, error: (error as Error).stack ?? String(error) }
  }
  parentPort!.postMessage(answer)
})
