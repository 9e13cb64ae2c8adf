import { useMemo } from 'react'
import type { Words } from '@causeway/shared/words/words'
import { useStill } from '../../still/still.ts'

/** Who runs the site, as the server writes it into the page from its settings file. */
interface RunBy {
  runBy: Words | null
  contact: { email: string | null; phone: string | null; url: string | null; address: Words | null } | null
}

const NOBODY: RunBy = { runBy: null, contact: null }

export function useBrand(): RunBy {
  const still = useStill()
  return useMemo(() => {
    // A page that is written as a file has no document to read.
    const text = still ? null : document.getElementById('brand')?.textContent
    if (!text) return NOBODY
    const { runBy, contact } = JSON.parse(text) as Partial<RunBy>
    return { runBy: runBy ?? null, contact: contact ?? null }
  }, [still])
}
