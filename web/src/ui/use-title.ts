import { useEffect } from 'react'
import { useStill } from '../still/still.ts'

/** The name of the page in the browser's tab and history. */
export function useTitle(title: string): void {
  const still = useStill()
  still?.entitle(title)
  useEffect(() => {
    document.title = `${title} · Causeway`
  }, [title])
}
