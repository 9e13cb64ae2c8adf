import { useLayoutEffect, useSyncExternalStore } from 'react'
import type { Light } from '@causeway/shared/colors'
import { applyPalette } from './palette.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')
const paper = matchMedia('print')

function subscribe(tell: () => void): () => void {
  dark.addEventListener('change', tell)
  paper.addEventListener('change', tell)
  return () => {
    dark.removeEventListener('change', tell)
    paper.removeEventListener('change', tell)
  }
}

/** Paper is light whatever the screen is; otherwise as asked, else as the system has it. */
export function useMode(asked: Light | null): Light {
  const system = useSyncExternalStore(subscribe, () => (paper.matches ? 'print' : dark.matches ? 'dark' : 'light'))
  const mode = system === 'print' ? 'light' : (asked ?? system)
  useLayoutEffect(() => {
    applyPalette(mode)
  }, [mode])
  return mode
}
