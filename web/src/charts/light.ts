import { createContext } from 'react'
import type { Light } from '@causeway/shared/colors'

/** How the page is lit: a canvas reads no style sheet. */
export const LightContext = createContext<Light>('light')
