import { workerData } from 'node:worker_threads'
import { answerOrders } from '../../ground/answer-orders.ts'
import type { Brand } from '../../ground/brand/brand.ts'
import { drawPicture } from './draw-picture.ts'
import { registerFonts, wearBrand } from './drawing-kit.ts'
import type { DrawingOrder } from './drawing-desk.ts'

// Before the first order: reading the fonts takes longer than a picture.
registerFonts()
const ready = wearBrand(workerData as Brand)

answerOrders(async ({ picture, format }: DrawingOrder) => {
  await ready
  return drawPicture(picture, format)
})
