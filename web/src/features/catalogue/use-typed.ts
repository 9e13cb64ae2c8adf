import { useEffect, useRef, useState } from 'react'
import { go, useAddress } from '../../address/use-address.ts'

const PAUSE_MILLISECONDS = 300

/** What stands in the search field: at once here, and in the address when the typing pauses. */
export function useTyped(): [typed: string, type: (text: string) => void] {
  const address = useAddress()
  const inAddress = address.view.search ?? ''
  const [typed, type] = useState(inAddress)
  const written = useRef(inAddress)
  useEffect(() => {
    // Somebody went back, or followed a link that says another search.
    if (inAddress === written.current) return
    written.current = inAddress
    type(inAddress)
  }, [inAddress])
  useEffect(() => {
    if (typed === written.current) return
    const timer = setTimeout(() => {
      written.current = typed.trim()
      go(address.with({ search: typed.trim() || null }), true)
    }, PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [typed, address])
  return [typed, type]
}
