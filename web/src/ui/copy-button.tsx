import { useState, useEffect } from 'react'
import { useLanguage } from '../language/language.tsx'
import UI_WORDS from './words.json' with { type: 'json' }
import { Button } from './button.tsx'

/** Copies a text and says that it did. */
export function CopyButton({ text, children }: { text: () => string; children: string }) {
  const { say } = useLanguage()
  const [said, setSaid] = useState<'copied' | 'copyFailed' | null>(null)
  async function copy() {
    const done = await navigator.clipboard?.writeText(text()).then(
      () => true,
      () => false,
    )
    setSaid(done ? 'copied' : 'copyFailed')
    setTimeout(() => setSaid(null), 4000)
  }
  return (
    <span className="copy">
      <Button onClick={() => void copy()}>{children}</Button>
      <span role="status" className="quiet">
        {said && say(UI_WORDS[said])}
      </span>
    </span>
  )
}

/** Where the page is served from; empty until it is alive in a browser. */
export function useOrigin(): string {
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(location.origin), [])
  return origin
}
