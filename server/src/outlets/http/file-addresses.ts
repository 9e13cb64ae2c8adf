import { kept } from '../../ground/kept.ts'
import { readViewer } from '../../access/read-viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readEvidenceFile } from '../../desk/evidence/evidence-files.ts'
import { findNearest } from '../../ground/nearest.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { RECORD_TYPES, findRecordType } from '../../records/record-types.ts'
import { writeTemplate } from '../../records/template.ts'
import { readLanguage } from '../address/address-parameters.ts'
import { contentDisposition, fileAnswer, type Answer } from './answer.ts'
import { withHeaders } from './finish-answer.ts'
import { CROSS_ORIGIN_HEADERS } from './security-headers.ts'
import type { Logo } from '../../ground/brand/brand.ts'
import { fixedAnswer, type KnownAnswer } from './known-answers.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** A file of evidence, as `/evidence/{sha256}` gives it. Throws `QuestionError` for what is refused. */
export async function answerEvidence(causeway: Causeway, request: Request, hash: string): Promise<Answer> {
  const { viewer } = await readViewer(causeway.database, request)
  const { name, type, body } = await readEvidenceFile(causeway, viewer, hash)
  return {
    status: 200,
    headers: {
      'content-type': type,
      'content-disposition': contentDisposition('attachment', name),
      // It came from somebody, and is never run or shown as a page of ours.
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
      vary: 'Authorization, Cookie',
    },
    body,
  }
}

/**
 * Answers with empty workbooks to fill in, as `/templates/{type}.xlsx`: the same for everyone as long as the process lives. Throws
 * `NOT_FOUND` with the nearest names.
 */
export function templateAnswers(): (name: string, parameters: URLSearchParams) => Promise<Answer> {
  const made = new Map<string, Promise<Buffer>>()
  return async (name, parameters) => {
    const type = findRecordType(name)
    if (!type) {
      const names = RECORD_TYPES.map((one) => one.name)
      throw new QuestionError('NOT_FOUND', { ...REFUSALS.NO_RECORD_TYPE, facts: { nearest: findNearest(name, names) } })
    }
    const language = readLanguage(parameters) === 'ZH' ? 'zh' : 'en'
    const workbook = await kept(made, `${name} ${language}`, () => writeTemplate(type, language))
    const answer = fileAnswer(workbook, 'xlsx', language === 'zh' ? `${type.label.zh}模板` : name)
    return withHeaders(answer, { ...CROSS_ORIGIN_HEADERS, 'cache-control': 'public, no-cache' })
  }
}

/** The address of the logo. */
export const LOGO_ADDRESS = '/brand/logo'

/** With its hash, so that a new one is fetched. */
export function logoAddress({ hash }: Logo): string {
  return `${LOGO_ADDRESS}?${hash}`
}

/** Opened by itself it runs and fetches nothing, whatever it holds. */
export function logoAnswer({ body, type }: Logo): KnownAnswer {
  return fixedAnswer(body, {
    'content-type': type,
    'cache-control': 'public, max-age=86400',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
  })
}

/** Says to the page around an embedded chart how high it is, at first and whenever that changes. Nothing else leaves it. */
const SCRIPT = `(() => {
  let said = 0
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
    if (height === said || parent === window) return
    said = height
    parent.postMessage({ causeway: 'height', height, address: location.href }, '*')
  }
  new ResizeObserver(tell).observe(document.documentElement)
  addEventListener('load', tell)
  tell()
})()
`

export const EMBED_SCRIPT_ANSWER = fixedAnswer(SCRIPT, {
  'content-type': 'application/javascript; charset=utf-8',
  'cache-control': 'public, no-cache',
  'cross-origin-resource-policy': 'cross-origin',
})
