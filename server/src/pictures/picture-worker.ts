import { parentPort } from 'node:worker_threads'
import { drawPicture } from './draw-picture.ts'
import { registerFonts } from './fonts.ts'
import type { DrawingAnswer, DrawingOrder } from './drawing-desk.ts'

// Before the first order: reading the fonts takes longer than a picture.
registerFonts()

parentPort!.on('message', ({ id, picture, format }: DrawingOrder) => {
  let answer: DrawingAnswer
  try {
    answer = { id, body: drawPicture(picture, format) }
  } catch (error) {
    answer = { id, error: (error as Error).stack ?? String(error) }
  }
  parentPort!.postMessage(answer)
})
