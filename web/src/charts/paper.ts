import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** What A4 between the margins of the print styles has room for, in CSS pixels. */
export const PAPER_WIDTH = 680

/** Whether the page is being printed: a canvas has to be drawn anew for paper, before the browser takes its picture. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useLayoutEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return printing
}
