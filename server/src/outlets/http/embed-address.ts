import { inLocale } from '@causeway/shared/words/words'
import { refusal } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { AnswerReads } from '../graph/context.ts'
import { embedError, embedPage } from '../pictures/embed-page.ts'
import { readShownView } from '../pictures/shown-view.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { statusOf, type Answer } from './answer.ts'
import type { MadeAnswer } from './known-answers.ts'
import { policyOf } from './security-headers.ts'

/** The chart alone, as `/embed/{indicator}` gives it to an iframe of any site. */
export async function answerEmbed(
  causeway: Causeway,
  viewer: Viewer,
  name: string,
  parameters: URLSearchParams,
): Promise<MadeAnswer> {
  const reads = new AnswerReads()
  const locale = parameters.get('lang')?.toLowerCase() === 'zh' ? 'ZH' : 'EN'
  try {
    if (!causeway.publicReading && viewer.role === null) throw refusal(viewer)
    const view = await readShownView(causeway, viewer, name, parameters, reads)
    return { answer: framed(200, embedPage(view, name, parameters)), reads, keep: true }
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error
    const answer = framed(statusOf(error), embedError(inLocale(error.words, locale), locale))
    return { answer, reads, keep: false }
  }
}

/** Any site may frame it: there is nothing in it to press but links to the page and to files. */
function framed(status: number, html: string): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyOf(html).replace("frame-ancestors 'none'", 'frame-ancestors *'),
      'x-frame-options': '',
      'x-robots-tag': 'noindex',
    },
    body: html,
  }
}
