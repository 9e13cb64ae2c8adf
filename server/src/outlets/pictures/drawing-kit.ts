import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { GlobalFonts, type Image, loadImage } from '@napi-rs/canvas'
import { wearColors } from '@causeway/shared/colors'
import type { Brand } from '../../ground/brand/brand.ts'

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

interface WornLogo {
  image: Image
  /** For an SVG, which takes it as it is. */
  address: string
}

let worn: WornLogo | null = null

/** Draws with the colours and the logo of a college from now on: once, before the first picture. */
export async function wearBrand({ colors, logo }: Brand): Promise<void> {
  wearColors(colors)
  if (!logo) return
  const body = Buffer.from(logo.body)
  worn = { image: await loadImage(body), address: `data:${logo.type};base64,${body.toString('base64')}` }
}

export function wornLogo(): WornLogo | null {
  return worn
}
