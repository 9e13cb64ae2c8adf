import { createContext, useContext } from 'react'
import type { StillTools } from '@causeway/shared/still-page'

/**
 * A page that is written once as a file, for a folder that needs no server: its charts are pictures beside it, and it has no
 * control that would have to ask for something.
 */
export interface Still extends Pick<StillTools, 'draw' | 'link' | 'brand' | 'beside'> {
  /** The page's title is known. */
  entitle: (title: string) => void
}

export const StillContext = createContext<Still | null>(null)

/** Null: the page is alive in a browser. */
export function useStill(): Still | null {
  return useContext(StillContext)
}
