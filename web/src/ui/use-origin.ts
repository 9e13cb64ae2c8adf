import { useEffect, useState } from 'react'

/** Where the page is served from; empty until it is alive in a browser. */
export function useOrigin(): string {
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(location.origin), [])
  return origin
}
