import { AnswerReads } from '../graph/context.ts'
import type { Logo } from '../../ground/brand/brand.ts'
import type { KnownAnswer } from './known-answers.ts'

/** The address of the logo. */
export const LOGO_ADDRESS = '/brand/logo'

/** With its hash, so that a new one is fetched. */
export function logoAddress({ hash }: Logo): string {
  return `${LOGO_ADDRESS}?${hash}`
}

/** Opened by itself it runs and fetches nothing, whatever it holds. */
export function logoAnswer({ body, type, hash }: Logo): KnownAnswer {
  return {
    answer: {
      status: 200,
      headers: {
        'content-type': type,
        'cache-control': 'public, max-age=86400',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'cross-origin-resource-policy': 'cross-origin',
      },
      body,
    },
    reads: new AnswerReads(),
    stamp: '',
    etag: `"${hash}"`,
    compressed: new Map(),
  }
}
