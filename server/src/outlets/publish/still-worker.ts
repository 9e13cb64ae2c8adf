import { parentPort, workerData } from 'node:worker_threads'
import type { Brand } from '../../ground/brand/brand.ts'
import { wearBrand } from '../pictures/drawing-kit.ts'
import { drawStillChart } from './draw-still-chart.ts'
import { smallerPng } from './smaller-png.ts'
import type { StillAnswer, StillOrder } from './still-desk.ts'

const brand = workerData as Brand | null
const ready = brand ? wearBrand(brand) : Promise.resolve()
// Said to anyone who orders something.
ready.catch(() => undefined)

parentPort!.on('message', async (order: StillOrder) => {
  let answer: StillAnswer
  try {
    await ready
    answer = { id: order.id, made: await make(order) }
  } catch (error) {
    answer = { id: order.id, error: (error as Error).stack ?? String(error) }
  }
  parentPort!.postMessage(answer)
})

async function make(order: StillOrder): Promise<string | Uint8Array> {
  return 'png' in order ? smallerPng(order.png) : drawStillChart(order.spec, order.locale)
}
