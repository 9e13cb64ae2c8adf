import { loadImage, type Image } from '@napi-rs/canvas'
import { wearColors } from '@causeway/shared/colors'
import type { Brand } from '../../ground/brand/brand.ts'

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
