import { useEffect, useState, useSyncExternalStore } from 'react'
import { useAddress } from '../address/address.tsx'
import { momentOf } from '../address/view.ts'
import { isConnected, onConnection } from '../graph/connection.ts'
import { useForget } from '../graph/client.tsx'
import { useLanguage } from '../language/language.tsx'
import { useInstitution } from '../setting/setting.tsx'
import { useStill } from '../still/still.ts'
import SHELL_WORDS from './words.json' with { type: 'json' }
import { Button } from '../ui/button.tsx'

/** Where the records of a college stand, as the server tells it. */
interface Revision {
  revision: number
  /** YYYY-MM-DD; null: nothing was imported yet. */
  dataDate: string | null
}

/** What was refused is asked for again after this long; a connection that broke the browser itself renews. */
const REFUSED_MS = 60_000
const QUESTION = 'subscription Newer($code: ID!) { revisionChanged(institution: $code) { revision dataDate } }'

/**
 * Tells of each new revision until it is ended. Only a page that is looked at listens: a browser has few connections to one server,
 * and anyone who comes back to a page is said at once where the records stand.
 */
function followRevision(code: string, tell: (revision: Revision) => void): () => void {
  const address = `/graphql?${new URLSearchParams({ query: QUESTION, variables: JSON.stringify({ code }) })}`
  let source: EventSource | null = null
  let later: ReturnType<typeof setTimeout> | undefined

  function open() {
    clearTimeout(later)
    if (source || document.visibilityState === 'hidden') return
    source = new EventSource(address)
    source.addEventListener('next', ({ data }: MessageEvent<string>) => {
      const found = (JSON.parse(data) as { data?: { revisionChanged?: Revision } | null }).data?.revisionChanged
      if (found) tell(found)
    })
    // The server ended it, or refused it.
    source.addEventListener('complete', close)
    source.addEventListener('error', () => source?.readyState === EventSource.CLOSED && close())
  }
  function close() {
    source?.close()
    source = null
    later = setTimeout(open, REFUSED_MS)
  }
  function look() {
    if (document.visibilityState === 'visible') return open()
    close()
    clearTimeout(later)
  }

  document.addEventListener('visibilitychange', look)
  open()
  return () => {
    document.removeEventListener('visibilitychange', look)
    close()
    clearTimeout(later)
  }
}

/** After the page is there: nothing that somebody waits for should wait for this. */
const AFTER_MS = 1_500

/** Offers newer data by a button. What somebody reads never changes by itself. */
export function NewerData() {
  const { say, formatDay } = useLanguage()
  const institution = useInstitution()
  const forget = useForget()
  const still = useStill()
  const { place, view } = useAddress()
  const { release, asOf } = momentOf(place, view)
  // What was released, or was so at a time, stays as it is.
  const isLive = !still && release === null && asOf === null && !institution?.release && !institution?.nothingReleased
  const code = isLive ? (institution?.code ?? null) : null
  const [newest, setNewest] = useState<(Revision & { code: string }) | null>(null)

  useEffect(() => {
    if (code === null) return
    let end: (() => void) | undefined
    const begin = setTimeout(() => {
      end = followRevision(code, (revision) => setNewest({ ...revision, code }))
    }, AFTER_MS)
    return () => {
      clearTimeout(begin)
      end?.()
    }
  }, [code])

  // Out of reach it cannot be shown.
  const connected = useSyncExternalStore(onConnection, isConnected, () => true)
  const isNewer =
    isLive &&
    connected &&
    institution !== null &&
    newest?.code === institution.code &&
    newest.revision > institution.revision
  const day = isNewer && newest.dataDate !== institution.dataDate ? newest.dataDate : null
  const show = () => {
    forget()
    // The button is gone with what it offered.
    document.getElementById('content')?.focus({ preventScroll: true })
  }
  return (
    <div className="notice-place" role="status">
      {isNewer && (
        <p className="notice">
          <span>{day ? say(SHELL_WORDS.newerUpTo, { day: formatDay(day) }) : say(SHELL_WORDS.newer)}</span>
          <Button onClick={show}>{say(SHELL_WORDS.showNewer)}</Button>
        </p>
      )}
    </div>
  )
}
