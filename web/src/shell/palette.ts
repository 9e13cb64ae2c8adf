import { PALETTES, type Light } from '@causeway/shared/colors'

/** Sets the colours of the style sheets, which have none of their own. */
export function applyPalette(light: Light): void {
  const root = document.documentElement
  const { themes, soft, ...plain } = PALETTES[light]
  root.dataset.theme = light
  for (const [name, color] of Object.entries(plain)) root.style.setProperty(`--${name.replace(/(\d)/, '-$1')}`, color)
  for (const [name, color] of Object.entries(themes)) root.style.setProperty(`--${name.toLowerCase()}`, color)
  for (const [name, color] of Object.entries(soft)) root.style.setProperty(`--${name.toLowerCase()}-soft`, color)
}
