import { createContext, useContext } from 'react'
import type { ChartSpec } from '@causeway/shared/chart-spec'

/**
 * A page that is written once as a file, for a folder that needs no server: its charts are pictures beside it, and it has no
 * control that would have to ask for something.
 */
export interface Still {
  /** The page's title is known. */
  entitle: (title: string) => void
  /** The pictures that will be drawn of a chart, in light and in dark colours, as addresses from the page. */
  draw: (spec: ChartSpec) => { light: string; dark: string }
}

export const StillContext = createContext<Still | null>(null)

/** Null: the page is alive in a browser. */
export function useStill(): Still | null {
  return useContext(StillContext)
}
