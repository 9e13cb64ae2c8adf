import type { Answer, StreamedAnswer } from './answer.ts'
import type { KnownAnswer } from './known-answers.ts'

export interface Asked {
  request: Request
  url: URL
  requestId: string
  /** Of the client. */
  address: string
}

export interface Routed {
  /** For the metrics: a name out of a closed list, not the path. */
  route: string
  answer: Answer | KnownAnswer | StreamedAnswer
}
