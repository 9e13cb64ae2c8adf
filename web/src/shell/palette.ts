import { PALETTES, type Light } from '@causeway/shared/colors'
import { paletteProperties } from './palette-properties.ts'

/** Sets the colours of the style sheets, which have none of their own. */
export function applyPalette(light: Light): void {
  const root = document.documentElement
  root.dataset.theme = light
  for (const [name, color] of paletteProperties(PALETTES[light])) root.style.setProperty(name, color)
}
