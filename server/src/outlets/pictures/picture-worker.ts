import { parentPort, workerData } from 'node:worker_threads'
import { drawPicture } from './draw-picture.ts'
import { registerFonts, wearBrand } from './drawing-kit.ts'
import type { Brand } from '../../ground/brand/brand.ts'
import type { DrawingAnswer, DrawingOrder } from './drawing-desk.ts'

// Before the first order: reading the fonts takes longer than a picture.
registerFonts()
const ready = wearBrand(workerData as Brand)

parentPort!.on('message', async ({ id, picture, format }: DrawingOrder) => {
  let answer: DrawingAnswer
  try {
    await ready
    answer = { id, body: drawPicture(picture, format) }
  } catch (error) {
    answer = { id, error: (error as Error).stack ?? String(error) }
  }
  parentPort!.postMessage(answer)
})
