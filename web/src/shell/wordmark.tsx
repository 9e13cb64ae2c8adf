import { Link } from '../address/link.tsx'
import { useAddress } from '../address/use-address.ts'
import { useLanguage } from '../language/language.tsx'
import { siteName, useBrand } from './brand.ts'

/** Two directions of traffic on three piers, or what the college has of its own. */
export function Wordmark() {
  const address = useAddress()
  const { say } = useLanguage()
  const brand = useBrand()
  return (
    <Link className="wordmark" href={address.to({ page: 'overview' })}>
      {brand.logo ? (
        <img src={brand.logo} alt="" height="32" />
      ) : (
        <svg viewBox="0 0 34 24" width="34" height="24" fill="none" aria-hidden="true">
          <path d="M1 9h27m0 0-4-4m4 4-4 4" stroke="var(--export)" />
          <path d="M33 15H6m0 0 4-4m-4 4 4 4" stroke="var(--introduction)" />
          <path d="M7 23v-2M17 23v-2M27 23v-2" stroke="var(--platforms)" />
        </svg>
      )}
      <span>{say(siteName(brand))}</span>
    </Link>
  )
}
