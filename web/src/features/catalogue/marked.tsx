import type { Stretch } from '@causeway/shared/search-indicators'

/** A text with what was found in it marked. */
export function Marked({ text, stretches }: { text: string; stretches: readonly Stretch[] }) {
  const parts: { text: string; found: boolean; at: number }[] = []
  let at = 0
  for (const [from, to] of stretches) {
    if (from > at) parts.push({ text: text.slice(at, from), found: false, at })
    parts.push({ text: text.slice(from, to), found: true, at: from })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), found: false, at })
  return parts.map((part) => (part.found ? <mark key={part.at}>{part.text}</mark> : part.text))
}
