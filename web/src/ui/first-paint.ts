import { startTransition, useEffect, useState } from 'react'
import { useStill } from '../still/still.ts'

/** A tab that nobody looks at is painted when somebody does. */
const LONGEST_MS = 400

let painted = false

/** Resolves when what was drawn last can be seen. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      painted = true
      resolve()
    }
    // The next frame begins once this one is on its way to the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))
    setTimeout(done, LONGEST_MS)
  })
}

/**
 * Whether the page may draw what is out of sight too: after the first of it can be seen. Only the very first page waits; one
 * that somebody comes back to is whole at once, so that its place can be found again.
 */
export function useFirstPaint(): boolean {
  const still = useStill()
  const [seen, setSeen] = useState(painted || still !== null)
  useEffect(() => {
    if (!seen) void afterPaint().then(() => startTransition(() => setSeen(true)))
  }, [seen])
  return seen
}
