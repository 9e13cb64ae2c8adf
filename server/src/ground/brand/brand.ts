import type { OwnColors } from '@causeway/shared/colors'
import type { Words } from '@causeway/shared/words/words'

/** How a college changes the look of the page, as its settings file says it. */
export interface Brand {
  /** In place of Causeway, in the head of the page and on pictures; null: Causeway. */
  name: Words | null
  logo: Logo | null
  colors: OwnColors
  /** Who runs this site, for the page about it. */
  runBy: Words | null
  contact: Contact | null
}

export interface Logo {
  body: Uint8Array
  type: 'image/svg+xml' | 'image/png'
  /** Of what is in the file, so that it can be cached for good. */
  hash: string
}

export interface Contact {
  email: string | null
  phone: string | null
  /** https:// */
  url: string | null
  address: Words | null
}

export const NO_BRAND: Brand = { name: null, logo: null, colors: {}, runBy: null, contact: null }
