/** Longest that answers are waited for. */
const PATIENCE_MS = 5_000
/** Anyone who has begun to read is not led elsewhere. */
const SIGNS = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

/**
 * Leads to the part that the address names, and stays there while what is above it grows: a page is drawn after its answers,
 * and by then the browser has looked.
 */
export function findHash(): void {
  const id = idOf(location.hash)
  if (id !== '') whileUnread(() => document.getElementById(id)?.scrollIntoView({ behavior: 'instant' }))
}

/** What is read stays where it is in the window while all around it is said anew, in longer words or shorter ones. */
export function holdPlace(): void {
  const read = scrollY > 0 ? document.elementFromPoint(innerWidth / 2, innerHeight / 3) : null
  if (!read?.closest('main')) return
  const { top } = read.getBoundingClientRect()
  whileUnread(() => {
    if (read.isConnected) scrollBy({ top: read.getBoundingClientRect().top - top, behavior: 'instant' })
  })
}

let endLeading = () => {}

/** Leads the reader anew whenever the page becomes longer or shorter: for a while, or until the reader moves. */
function whileUnread(lead: () => void): void {
  endLeading()
  endLeading = end
  const watch = new ResizeObserver(lead)
  const late = setTimeout(end, PATIENCE_MS)
  SIGNS.forEach((sign) => addEventListener(sign, end, { passive: true }))
  watch.observe(document.body)

  function end(): void {
    watch.disconnect()
    clearTimeout(late)
    SIGNS.forEach((sign) => removeEventListener(sign, end))
  }
}

function idOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return ''
  }
}
