import { inLocale } from '@causeway/shared/words/words'
import { refusal } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { AnswerReads } from '../graph/context.ts'
import { embedError, embedPage } from '../pictures/embed-page.ts'
import { readShownView } from '../pictures/shown-view.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { statusOf, type Answer } from './answer.ts'
import { policyOf } from './security-headers.ts'

/** The chart alone, as `/embed/{indicator}` gives it to an iframe of any site. */
export async function answerEmbed(
  causeway: Causeway,
  viewer: Viewer,
  name: string,
  parameters: URLSearchParams,
  reads: AnswerReads,
): Promise<Answer> {
  const locale = parameters.get('lang')?.toLowerCase() === 'zh' ? 'ZH' : 'EN'
  try {
    if (!causeway.publicReading && viewer.role === null) throw refusal(viewer)
    const view = await readShownView(causeway, viewer, name, parameters, reads)
    return framed(200, embedPage(view, name, parameters))
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error
    return framed(statusOf(error), embedError(inLocale(error.words, locale), locale))
  }
}

/** Any site may frame it: there is nothing in it to press but links to the page and to files. */
function framed(status: number, html: string): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyOf(html).replace("frame-ancestors 'none'", 'frame-ancestors *'),
      'x-robots-tag': 'noindex',
    },
    body: html,
  }
}
