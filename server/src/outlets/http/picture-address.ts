import { refusal } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { AnswerReads } from '../graph/context.ts'
import type { DrawingDesk } from '../pictures/drawing-desk.ts'
import type { Picture, PictureFormat } from '../pictures/picture.ts'
import { readShownView, type ShownView } from '../pictures/shown-view.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { contentDisposition } from './content-disposition.ts'
import { refusedAnswer } from './answer.ts'
import type { MadeAnswer } from './known-answers.ts'

const PICTURE_TYPES: Record<PictureFormat, string> = { png: 'image/png', svg: 'image/svg+xml; charset=utf-8' }

/** Opened by itself an SVG shows the logo that is drawn in it, and fetches nothing. */
const SVG_POLICY = { 'content-security-policy': "default-src 'none'; img-src data:; frame-ancestors 'none'" }

/** One series, or a view that has a name, as `/i/{indicator}.png` and `.svg` give it. */
export async function answerPicture(
  causeway: Causeway,
  desk: DrawingDesk,
  viewer: Viewer,
  name: string,
  format: PictureFormat,
  parameters: URLSearchParams,
): Promise<MadeAnswer> {
  const reads = new AnswerReads()
  try {
    if (!causeway.publicReading && viewer.role === null) throw refusal(viewer)
    const view = await readShownView(causeway, viewer, name, parameters, reads)
    const body = await desk.draw(pictureOf(view), format)
    const headers = {
      'content-type': PICTURE_TYPES[format],
      'content-disposition': contentDisposition(
        'inline',
        `${view.file.name}.${format}`,
        `${view.file.plain}.${format}`,
      ),
      ...(format === 'svg' ? SVG_POLICY : {}),
    }
    return { answer: { status: 200, headers, body }, reads, keep: true }
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error
    return { answer: refusedAnswer(error), reads, keep: false }
  }
}

export function pictureOf({ spec, narrowed, notes, look }: ShownView): Picture {
  const { locale, light, size } = look
  return { spec, locale, light: light ?? 'light', size: size ?? 'medium', narrowed, notes }
}
