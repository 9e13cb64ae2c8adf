import { createHash } from 'node:crypto'
import { AnswerReads } from '../graph/context.ts'
import type { KnownAnswer } from './known-answers.ts'

/** Says to the page around an embedded chart how high it is, at first and whenever that changes. Nothing else leaves it. */
const SCRIPT = `(() => {
  let told = 0
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
    if (height === told || parent === window) return
    told = height
    parent.postMessage({ causeway: 'height', height, address: location.href }, '*')
  }
  new ResizeObserver(tell).observe(document.documentElement)
  addEventListener('load', tell)
  tell()
})()
`

export const EMBED_SCRIPT_ANSWER: KnownAnswer = {
  answer: {
    status: 200,
    headers: {
      'content-type': 'application/javascript; charset=utf-8',
      'cache-control': 'public, no-cache',
      'cross-origin-resource-policy': 'cross-origin',
    },
    body: SCRIPT,
  },
  reads: new AnswerReads(),
  stamp: '',
  etag: `"${createHash('sha256').update(SCRIPT).digest('base64url').slice(0, 27)}"`,
  compressed: new Map(),
}
