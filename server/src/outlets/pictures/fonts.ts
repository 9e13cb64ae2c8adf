import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { GlobalFonts } from '@napi-rs/canvas'

/** Parts of Noto Sans SC, each its own family: a canvas asks the next family for a glyph that the one before lacks. */
const PARTS = {
  latin: 'Causeway',
  'latin-ext': 'Causeway Ext',
  vietnamese: 'Causeway Vi',
  'chinese-simplified': 'Causeway SC',
}
const WEIGHTS = [400, 600]

/** The families that a picture is written in, by those names that nothing else on the machine has. */
export const FONT_FAMILY = Object.values(PARTS)
  .map((name) => `"${name}"`)
  .join(', ')

let registered = false

/** Reads the fonts that ship, once a process. Throws where one is not there: a picture with empty boxes for words is none. */
export function registerFonts(): void {
  if (registered) return
  const files = join(dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json')), 'files')
  for (const [part, name] of Object.entries(PARTS))
    for (const weight of WEIGHTS) {
      const path = join(files, `noto-sans-sc-${part}-${weight}-normal.woff2`)
      if (!GlobalFonts.registerFromPath(path, name)) throw new Error(`the font ${path} cannot be read`)
    }
  registered = true
}
