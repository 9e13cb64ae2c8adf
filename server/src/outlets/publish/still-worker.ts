import { parentPort, workerData } from 'node:worker_threads'
import type { Brand } from '../../ground/brand/brand.ts'
import { wearBrand } from '../pictures/drawing-kit.ts'
import { drawStillChart } from './draw-still-chart.ts'
import { smallerPng } from './smaller-png.ts'
import type { DrawnChart, StillAnswer, StillOrder } from './still-desk.ts'

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

async function make(order: StillOrder): Promise<DrawnChart | Uint8Array> {
  if ('png' in order) return smallerPng(order.png)
  const { spec, locale } = order
  return { light: drawStillChart(spec, locale, 'light'), dark: drawStillChart(spec, locale, 'dark') }
}
