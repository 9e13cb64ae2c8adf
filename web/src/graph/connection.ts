/** Whether the server can be reached, as far as the page has noticed. */
let connected = true
const listeners = new Set<() => void>()
/** While it cannot, it is looked for again this often. */
const LOOK_MS = 5_000
let looking: ReturnType<typeof setTimeout> | undefined

export function isConnected(): boolean {
  return connected
}

export function onConnection(tell: () => void): () => void {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

/** What was asked came back, or did not. */
export function noticeConnection(reached: boolean): void {
  if (reached === connected) return
  connected = reached
  clearTimeout(looking)
  if (!reached) looking = setTimeout(() => void look(), LOOK_MS)
  for (const tell of listeners) tell()
}

async function look(): Promise<void> {
  clearTimeout(looking)
  try {
    await fetch('/healthz', { cache: 'no-store' })
    noticeConnection(true)
  } catch {
    looking = setTimeout(() => void look(), LOOK_MS)
  }
}

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => noticeConnection(false))
  window.addEventListener('online', () => {
    // An answer that was on its way when the connection went may have said that it is there: those who wait hear of it in any case.
    connected = false
    void look()
  })
}
