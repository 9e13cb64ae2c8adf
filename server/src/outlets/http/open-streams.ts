import { fill } from '@causeway/shared/words/words'
import { QuestionError } from '../../ground/question-error.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** How many may wait at once, in all and from one address: nobody alone can take the places of all others. */
const MOST_STREAMS = 500
const MOST_OF_ONE = 100
/** When it is worth another try: pages are left, and their places with them. */
const SECONDS = 60

/**
 * Connections that stay open: each is one of a number of places. Takes a place for an address, and gives what leaves it.
 * Throws `TOO_BUSY` and `TOO_MANY_STREAMS`.
 */
export function openStreams(): (address: string) => () => void {
  const ofAddress = new Map<string, number>()
  let taken = 0
  return (address) => {
    const own = ofAddress.get(address) ?? 0
    if (own >= MOST_OF_ONE)
      throw new QuestionError('TOO_MANY_STREAMS', {
        zh: `这个地址已有 ${MOST_OF_ONE} 个连接在等待数据更新，请在 ${SECONDS} 秒后再试。`,
        en: `${MOST_OF_ONE} connections from this address wait for newer data already: try again in ${SECONDS} seconds.`,
        facts: { seconds: SECONDS },
      })
    if (taken >= MOST_STREAMS)
      throw new QuestionError('TOO_BUSY', { ...fill(REFUSALS.TOO_MANY_WAIT, { SECONDS }), facts: { seconds: SECONDS } })
    taken++
    ofAddress.set(address, own + 1)
    let left = false
    return () => {
      if (left) return
      left = true
      taken--
      const others = ofAddress.get(address)! - 1
      if (others > 0) ofAddress.set(address, others)
      else ofAddress.delete(address)
    }
  }
}
