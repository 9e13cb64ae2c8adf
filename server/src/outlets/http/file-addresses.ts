import { readViewer } from '../../access/read-viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readEvidenceFile } from '../../desk/evidence/evidence-files.ts'
import { contentDisposition, type Answer } from './answer.ts'
import type { Logo } from '../../ground/brand/brand.ts'
import { fixedAnswer, type KnownAnswer } from './known-answers.ts'

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
