/** Where the records of a college stand, as the server tells it. */
export interface Revision {
  revision: number
  /** YYYY-MM-DD; null: nothing was imported yet. */
  dataDate: string | null
}

/** What was refused is asked for again after this long; a connection that broke the browser itself renews. */
const REFUSED_MS = 60_000
const QUESTION = 'subscription Newer($code: ID!) { revisionChanged(institution: $code) { revision dataDate } }'

/**
 * Tells of each new revision until it is ended. Only a page that is looked at listens: a browser has few connections to one server,
 * and whoever comes back to a page is told at once where the records stand.
 */
export function followRevision(code: string, tell: (revision: Revision) => void): () => void {
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
