import { wearColors, type OwnColors } from '@causeway/shared/colors'
import type { PageBrand } from '@causeway/shared/still-page'
import type { Words } from '@causeway/shared/words/words'
import { useStill } from '../still/still.ts'

const NO_BRAND: PageBrand = { name: null, logo: null, runBy: null, contact: null }

/** As the server wrote it into the page. */
const OF_THE_PAGE = readBrand()

function readBrand(): PageBrand {
  const text = typeof document === 'undefined' ? null : document.getElementById('brand')?.textContent
  if (!text) return NO_BRAND
  const { colors, ...brand } = JSON.parse(text) as PageBrand & { colors: OwnColors }
  wearColors(colors)
  return brand
}

/** What the college that runs this site has for itself. */
export function useBrand(): PageBrand {
  return useStill()?.brand ?? OF_THE_PAGE
}

/** What this site is called. */
export function siteName({ name }: PageBrand): Words {
  return name ?? { zh: 'Causeway', en: 'Causeway' }
}
