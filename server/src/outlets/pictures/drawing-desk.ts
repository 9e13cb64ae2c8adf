import { Worker } from 'node:worker_threads'
import { NO_BRAND, type Brand } from '../../ground/brand/brand.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { threadLine } from '../../ground/thread-line.ts'
import type { Picture, PictureFormat } from './picture.ts'

/** How many pictures wait at most. */
const MOST_WAITING = 32
/**
 * Of the thread. What a picture leaves behind is collected after some pictures and not after hundreds, and with it what its
 * canvases hold outside: a thousand large pictures and more in a process of 350 MB, where they took 2.3 GB.
 */
const MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 }
/** A worker that draws one picture for so long is taken for stuck. */
const MOST_MILLISECONDS = 20_000

export interface DrawingOrder {
  picture: Picture
  format: PictureFormat
}

export type DrawingDesk = ReturnType<typeof drawingDesk>

/** Has pictures drawn in their own thread. */
export function drawingDesk(brand: Brand = NO_BRAND, mostMilliseconds = MOST_MILLISECONDS) {
  const { ask, warm, close } = threadLine<DrawingOrder, Uint8Array>({
    open: () =>
      new Worker(new URL('./picture-worker.ts', import.meta.url), { workerData: brand, resourceLimits: MEMORY }),
    ...{ mostWaiting: MOST_WAITING, mostMilliseconds, tooBusy },
  })
  return {
    /** Throws `TOO_BUSY` when too many wait already. */
    draw: async (picture: Picture, format: PictureFormat): Promise<Uint8Array> => ask({ picture, format }).made,
    ...{ warm, close },
  }
}

function tooBusy(): QuestionError {
  return new QuestionError('TOO_BUSY', {
    zh: '正在绘制的图片过多，请稍后再试。',
    en: 'Too many pictures are being drawn: try again in a moment.',
  })
}
