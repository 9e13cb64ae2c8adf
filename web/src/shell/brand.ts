import { wearColors, type OwnColors } from '@causeway/shared/colors'
import type { Words } from '@causeway/shared/words/words'

/** What the college that runs this site has of its own, as the server writes it into the page. */
interface Brand {
  /** In place of Causeway. */
  name: Words | null
  /** The address of its picture. */
  logo: string | null
  runBy: Words | null
  contact: { email: string | null; phone: string | null; url: string | null; address: Words | null } | null
}

const NO_BRAND: Brand = { name: null, logo: null, runBy: null, contact: null }

export const BRAND: Brand = readBrand()

function readBrand(): Brand {
  const text = typeof document === 'undefined' ? null : document.getElementById('brand')?.textContent
  if (!text) return NO_BRAND
  const { colors, ...brand } = JSON.parse(text) as Brand & { colors: OwnColors }
  wearColors(colors)
  return brand
}

/** What this site is called. */
export const SITE_NAME: Words = BRAND.name ?? { zh: 'Causeway', en: 'Causeway' }
